package ma.jisr.service.notices.cap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.base.Language;

/** The languages of alerts, by their tags of BCP 47. */
final class Tags {
  private Tags() {}

  /**
   * The one of ours in which a tag's text is written: "fr-MA" is French, "ary" Darija in Arabic
   * letters, as it is written where nothing else is said. Empty for others: a Spanish text is shown
   * to nobody.
   */
  static Optional<Language> language(String tag) {
    List<String> parts = List.of(tag.strip().toLowerCase(Locale.ROOT).split("-", -1));
    boolean latin = parts.contains("latn");
    return Optional.ofNullable(
        switch (parts.getFirst()) {
          case "fr" -> Language.FR;
          case "en" -> Language.EN;
          case "ar", "arb" -> latin ? null : Language.AR;
          case "ary" -> latin ? Language.ARY_LATN : Language.ARY_ARAB;
          case "shi" -> latin ? Language.SHI_LATN : null;
          case "zgh" -> latin ? null : Language.ZGH_TFNG;
          default -> null;
        });
  }
}
