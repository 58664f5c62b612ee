package ma.jisr.map.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.text.TextFold;

/**
 * Spellings of places that operators added while the gazetteer is in use: found as they are
 * written, and by their sound. Replaced as a whole; safe for use by several threads.
 */
public final class LearntNames {
  private static final Names NONE = new Names(Map.of(), SoundIndex.ofSpellings(Map.of()));

  private volatile Names names = NONE;

  /**
   * One state of it.
   *
   * @param byLetters by the letters alone of a spelling
   * @param index by the sound of a spelling
   */
  record Names(Map<String, Place> byLetters, SoundIndex index) {}

  /** Replaces all spellings by these, each with its place. */
  public void replace(Map<String, Place> spellings) {
    Map<String, Place> byLetters = new HashMap<>();
    spellings.forEach((spelling, place) -> byLetters.put(letters(spelling), place));
    names = new Names(Map.copyOf(byLetters), SoundIndex.ofSpellings(spellings));
  }

  /** The place that was taught to be called just so, whatever blanks and signs are between. */
  public Optional<Place> called(String name) {
    Names now = names;
    return now.byLetters().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(now.byLetters().get(letters(name)));
  }

  Names now() {
    return names;
  }

  private static String letters(String name) {
    return String.join("", TextFold.words(name));
  }
}
