package ma.jisr.service.wallet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Script;
import ma.jisr.service.words.PhoneWords;
import org.jspecify.annotations.Nullable;

/**
 * What stands in sentences about payments: fees, hidden numbers, names that fit. Drafts: the Darija
 * and Tachelhit await a native reader.
 */
final class WalletWords {
  private static final String DIRHAM = "درهم";

  private static final LocalText UNTOLD =
      PhoneWords.of(
          "selon votre wallet",
          "as your wallet says",
          "حسب محفظتك",
          "على حساب المحفظة",
          "3la 7sab wallet",
          "zund inna wallet");

  /** Digits at either end of a number that are shown. */
  private static final int BEGIN = 2;

  private static final int END = 4;

  private static final String MOROCCO = "212";

  private WalletWords() {}

  /** A fee; where nobody tells it, that there may be one. */
  static LocalText fee(@Nullable Money fee) {
    if (fee == null) return UNTOLD;
    String latin = fee.text();
    String arabic = latin.replace("DH", DIRHAM);
    Map<Language, String> words = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE)
      words.put(language, language.script() == Script.ARABIC ? arabic : latin);
    return new LocalText(words);
  }

  /** "06xx0002": what tells the payer that it is the right one, and others nothing. */
  static String hidden(String digits) {
    String dialled = digits.startsWith(MOROCCO) ? "0" + digits.substring(MOROCCO.length()) : digits;
    if (dialled.length() < BEGIN + END) return "xx";
    return dialled.substring(0, BEGIN) + "xx" + dialled.substring(dialled.length() - END);
  }

  /** "5, 10, 20". */
  static String list(List<Money> amounts) {
    return amounts.stream()
        .map(amount -> amount.text().replace(" DH", ""))
        .collect(Collectors.joining(", "));
  }
}
