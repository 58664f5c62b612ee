package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.base.text.TextFold;

/**
 * Spellings of places that operators added while the gazetteer is in use: found as they are
 * written, and by their sound. Replaced as a whole; safe for use by several threads.
 */
public final class LearntNames {
  private static final Names NONE = new Names(Map.of(), List.of(), new NameIndex(List.of()));

  private volatile Names names = NONE;

  /**
   * One state of it.
   *
   * @param byLetters by the letters alone of a spelling
   * @param all in the order of the index
   */
  record Names(Map<String, Place> byLetters, List<Sound> all, NameIndex index) {}

  /** The sound of a spelling, and whose it is. */
  record Sound(String key, Place place) {}

  /** Replaces all spellings by these, each with its place. */
  public void replace(Map<String, Place> spellings) {
    Map<String, Place> byLetters = new HashMap<>();
    List<Sound> all = new ArrayList<>();
    spellings.forEach(
        (spelling, place) -> {
          byLetters.put(letters(spelling), place);
          String key = PhoneticKey.of(spelling);
          if (!key.isEmpty()) all.add(new Sound(key, place));
        });
    names = new Names(Map.copyOf(byLetters), List.copyOf(all), index(all));
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

  private static NameIndex index(List<Sound> all) {
    return new NameIndex(all.stream().map(Sound::key).toList());
  }

  private static String letters(String name) {
    return String.join("", TextFold.words(name));
  }
}
