package ma.jisr.flow;

import java.util.Set;
import ma.jisr.flow.input.Typed;

/**
 * Tells a PIN within a sentence: "mon code est 1234", "lcode dyali 1234", "pin:1234". Words of
 * secrecy beside 4 to 6 digits are enough; "code" alone is not, since shops and hotspots have codes
 * as well, unless it is called one's own or nothing else is said. Drafts: speakers of Darija and
 * Tachelhit will miss words.
 */
final class PinWords {
  private static final int LEAST = 4;
  private static final int MOST = 6;

  /** Nothing else goes by these names. */
  private static final Set<String> SECRET =
      Set.of(
          "pin",
          "lpin",
          "ppin",
          "nip",
          "mdp",
          "motdepasse",
          "passe",
          "password",
          "passcode",
          "secret",
          "secrete",
          "secrit",
          "sekri",
          "confidentiel",
          "sirr",
          "sirri",
          "serri",
          "siri",
          "ssirr",
          "ssir",
          "سر",
          "السر",
          "سري",
          "السري",
          "سريه",
          "السريه",
          "بين",
          "البين");

  /** What a PIN is called for short, and shops' codes as well. */
  private static final Set<String> CODE =
      Set.of(
          "code", "codes", "lcode", "kod", "lkod", "kode", "lkode", "cod", "lcod", "codi", "kodi",
          "ramz", "rramz", "ramzi", "كود", "الكود", "كودي", "رمز", "الرمز", "رمزي", "قن", "القن");

  /** One's own, or: it is. */
  private static final Set<String> MINE =
      Set.of(
          "mon", "my", "est", "is", "dyali", "diali", "dyal", "dial", "li", "howa", "huwa", "howwa",
          "hwa", "inou", "inu", "nw", "iga", "codi", "kodi", "ramzi", "ديالي", "ديال", "هو", "هوا",
          "نتاعي", "كودي", "رمزي");

  /** What other codes are of. */
  private static final Set<String> OTHER =
      Set.of(
          "client",
          "abonne",
          "contrat",
          "facture",
          "marchand",
          "magasin",
          "commerce",
          "epicerie",
          "hanout",
          "7anout",
          "l7anout",
          "lhanout",
          "tahanut",
          "merchant",
          "shop",
          "customer",
          "invoice",
          "bill",
          "wifi",
          "borne",
          "ticket",
          "postal",
          "حانوت",
          "الحانوت",
          "المحل",
          "التاجر",
          "متجر",
          "المتجر",
          "فاتوره",
          "الفاتوره",
          "الزبون",
          "زبون",
          "العقد");

  private PinWords() {}

  /**
   * Whether the text tells a PIN.
   *
   * @param money whether a flow about money is open, where "code" beside digits is enough
   * @param asked whether the open question takes codes or words, where it is not
   */
  static boolean tell(Typed typed, boolean money, boolean asked) {
    if (!hasDigits(typed.digits())) return false;
    boolean digits = false;
    boolean secret = false;
    boolean code = false;
    boolean mine = false;
    boolean other = false;
    int run = 0;
    int said = 0;
    for (String word : typed.words()) {
      int number = numberAt(word);
      String name = word.substring(0, number);
      int length = word.length() - number;
      run = number == 0 ? run + length : length;
      digits |= run >= LEAST && run <= MOST;
      if (number > 0 && !name.isEmpty()) said++;
      secret |= SECRET.contains(name);
      code |= CODE.contains(name);
      mine |= MINE.contains(name);
      other |= OTHER.contains(name) || OTHER.contains(word);
    }
    if (!digits) return false;
    if (secret) return true;
    boolean alone = !asked && (money || said == 1);
    return code && !other && (mine || alone);
  }

  /** Where the digits at its end begin: 0 where it is nothing else, its length without any. */
  private static int numberAt(String word) {
    int at = word.length();
    while (at > 0 && word.charAt(at - 1) >= '0' && word.charAt(at - 1) <= '9') at--;
    return at;
  }

  /** Whether there are enough of them for a PIN: most messages have not. */
  static boolean hasDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9' && ++digits >= LEAST) return true;
    return false;
  }
}
