package ma.jisr.service.tickets;

import java.util.EnumMap;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.service.words.PhoneWords;

/**
 * About how long somebody waits, in the words of a small screen: "env. 20 min" where the estimate
 * is sure, else "15 à 40 min". Told in steps that nobody takes for a promise. Drafts: the Darija
 * and Tachelhit await a native reader.
 */
final class WaitWords {
  /** Longest of them, characters. */
  static final int LONGEST = 22;

  /** Up to here by single minutes. */
  private static final int FINE = 10;

  /** Longer than this nobody is told minutes: hours. */
  private static final int HOUR = 60;

  private static final int STEP = 5;

  private static final LocalText NOW =
      PhoneWords.of("tout de suite", "at once", "حالا", "دابا", "daba", "ghilad");
  private static final LocalText ABOUT =
      PhoneWords.of(
          "env. %s min",
          "about %s min", "حوالي %s د", "شي %s دقيقة", "chi %s d9i9a", "azal n %s d9i9a");
  private static final LocalText BETWEEN =
      PhoneWords.of(
          "%s à %t min",
          "%s to %t min",
          "بين %s و %t د",
          "بين %s و %t دقيقة",
          "bin %s w %t d9i9a",
          "gr %s d %t d9i9a");
  private static final LocalText HOURS =
      PhoneWords.of(
          "plus de %s h",
          "over %s h", "أكثر من %s س", "كتر من %s س", "kter mn %s sa3a", "uggar n %s sa3a");

  private WaitWords() {}

  static LocalText of(Estimate wait) {
    if (wait.high() <= 1) return NOW;
    int low = rounded(wait.sure() ? wait.likely() : wait.low());
    int high = rounded(wait.sure() ? wait.likely() : wait.high());
    if (low >= 2 * HOUR) return filled(HOURS, low / HOUR, 0);
    return low == high ? filled(ABOUT, high, 0) : filled(BETWEEN, low, high);
  }

  /** To single minutes at first, then to five: never to none. */
  private static int rounded(int minutes) {
    if (minutes <= FINE) return Math.max(1, minutes);
    return (minutes + STEP / 2) / STEP * STEP;
  }

  private static LocalText filled(LocalText pattern, int first, int second) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    pattern
        .byLanguage()
        .forEach(
            (language, text) ->
                texts.put(language, text.replace("%s", "" + first).replace("%t", "" + second)));
    return new LocalText(texts);
  }
}
