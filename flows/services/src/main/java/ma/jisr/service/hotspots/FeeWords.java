package ma.jisr.service.hotspots;

import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Hotspot;

/** What a hotspot costs, in a word. Drafts: the Darija and Tachelhit await a native reader. */
final class FeeWords {
  /** Longest of them, characters. */
  static final int LONGEST = 16;

  private static final LocalText FREE =
      words("gratuit", "free", "مجاني", "فابور", "fabor", "fabor");
  private static final LocalText PAID =
      words("payant", "paid", "بمقابل", "بالفلوس", "b lflous", "s iqaridn");
  private static final LocalText CUSTOMERS =
      words("pour clients", "for customers", "للزبائن", "للكليان", "l lklyan", "i imsaghn");

  private FeeWords() {}

  static LocalText of(Hotspot.Access access) {
    return switch (access) {
      case FREE -> FREE;
      case PAID -> PAID;
      case CUSTOMERS -> CUSTOMERS;
    };
  }

  static LocalText words(
      String fr, String en, String ar, String aryArab, String aryLatn, String shiLatn) {
    return new LocalText(
        Map.of(
            Language.FR, fr,
            Language.EN, en,
            Language.AR, ar,
            Language.ARY_ARAB, aryArab,
            Language.ARY_LATN, aryLatn,
            Language.SHI_LATN, shiLatn));
  }
}
