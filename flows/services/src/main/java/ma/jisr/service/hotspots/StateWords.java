package ma.jisr.service.hotspots;

import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.service.words.PhoneWords;

/** Whether a hotspot works, in a word or two. Drafts: the Darija and Tachelhit await a reader. */
final class StateWords {
  /** Longest of them, characters. */
  static final int LONGEST = 20;

  private static final LocalText WORKS =
      PhoneWords.of("marche", "works", "يعمل", "خدام", "khdam", "ar ikhddm");
  private static final LocalText BROKEN =
      PhoneWords.of("en panne", "broken", "معطل", "خاسر", "khasser", "ikhsr");
  private static final LocalText CLOSED =
      PhoneWords.of(
          "fermé pour de bon", "closed down", "أغلق نهائيا", "تسد بصفة نهائية", "tsed", "iqqn");
  private static final LocalText DOUBTFUL =
      PhoneWords.of(
          "peut-être en panne",
          "may be broken",
          "قد يكون معطلا",
          "يمكن خاسر",
          "ymken khasser",
          "izdar ad ikhsr");
  private static final LocalText UNKNOWN =
      PhoneWords.of(
          "à vérifier", "to be checked", "للتحقق", "خاصو تأكيد", "khasso tchouf", "ur ittyussan");

  private StateWords() {}

  static LocalText of(Hotspot.State state) {
    return switch (state) {
      case WORKS -> WORKS;
      case BROKEN -> BROKEN;
      case CLOSED -> CLOSED;
      case DOUBTFUL -> DOUBTFUL;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
