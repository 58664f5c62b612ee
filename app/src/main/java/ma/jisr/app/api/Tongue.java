package ma.jisr.app.api;

import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import ma.jisr.base.Language;

/** The language in which a page is read: see {@link #of}. */
final class Tongue {
  private Tongue() {}

  /**
   * The language that an address names; else the first that a browser asks for and Jisr speaks
   * (Accept-Language: RFC 9110, 12.5.4); else French.
   *
   * @param named a tag, or ""
   * @param accepted the header, or ""; what cannot be read asks for nothing
   */
  static Language of(String named, String accepted) {
    Optional<Language> own = Language.of(named).filter(Language.PHONE::contains);
    if (own.isPresent()) return own.get();
    for (LanguageRange range : ranges(accepted)) {
      Optional<Language> spoken = spoken(range.getRange());
      if (range.getWeight() > 0 && spoken.isPresent()) return spoken.get();
    }
    return Language.FR;
  }

  private static List<LanguageRange> ranges(String accepted) {
    if (accepted.isBlank()) return List.of();
    try {
      return LanguageRange.parse(accepted);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** "ar-MA" reads Arabic; what is said of the script counts. */
  private static Optional<Language> spoken(String range) {
    for (Language language : Language.PHONE)
      if (language.tag().equalsIgnoreCase(range)) return Optional.of(language);
    int dash = range.indexOf('-');
    return switch (dash < 0 ? range : range.substring(0, dash)) {
      case "fr" -> Optional.of(Language.FR);
      case "ar" -> Optional.of(Language.AR);
      case "ary" -> Optional.of(Language.ARY_ARAB);
      case "shi", "zgh" -> Optional.of(Language.SHI_LATN);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }
}
