package ma.jisr.service.hotspots;

import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.service.words.PhoneWords;

/** What a hotspot costs, in a word. Drafts: the Darija and Tachelhit await a native reader. */
final class FeeWords {
  /** Longest of them, characters. */
  static final int LONGEST = 16;

  private static final LocalText FREE =
      PhoneWords.of("gratuit", "free", "مجاني", "فابور", "fabor", "fabor");
  private static final LocalText PAID =
      PhoneWords.of("payant", "paid", "بمقابل", "بالفلوس", "b lflous", "s iqaridn");
  private static final LocalText CUSTOMERS =
      PhoneWords.of("pour clients", "for customers", "للزبائن", "للكليان", "l lklyan", "i imsaghn");

  private FeeWords() {}

  static LocalText of(Hotspot.Access access) {
    return switch (access) {
      case FREE -> FREE;
      case PAID -> PAID;
      case CUSTOMERS -> CUSTOMERS;
    };
  }
}
