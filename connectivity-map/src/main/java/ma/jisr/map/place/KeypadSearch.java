package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.Language;

/**
 * Finds places by the keys of their first letters, each pressed once: 264 is AMI (Amizmiz) and BNI
 * (Bni Bouayach). The letters of the keys are those of ITU-T E.161. Immutable; safe on any thread.
 */
public final class KeypadSearch {
  /** Fewer keys say too little. */
  public static final int LEAST_KEYS = 2;

  /** More keys than the longest name has letters. */
  public static final int MOST_KEYS = 32;

  private static final String KEY_OF_LETTER = "22233344455566677778889999";
  private static final Set<String> ARTICLES = Set.of("el", "al", "l", "er", "es", "ed");

  private static final Comparator<Place> LIKELIEST_FIRST =
      Comparator.comparing((Place place) -> !place.level().isTown())
          .thenComparing(Comparator.comparingLong(Place::population).reversed())
          .thenComparing(Place::id);

  private final List<Entry> entries;

  private record Entry(String keys, Place place) {}

  KeypadSearch(Collection<Place> places) {
    entries =
        places.stream()
            .sorted(LIKELIEST_FIRST)
            .flatMap(
                place ->
                    keysOf(place.name().in(Language.FR, true)).stream()
                        .map(keys -> new Entry(keys, place)))
            .toList();
  }

  /** Whether the text can be keys of letters: only 2 to 9, neither too few nor too many. */
  public static boolean isKeys(String text) {
    if (text.length() < LEAST_KEYS || text.length() > MOST_KEYS) return false;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '2' || text.charAt(i) > '9') return false;
    return true;
  }

  /**
   * The places whose name starts with these keys, with or without its article, towns before
   * villages and larger ones first.
   *
   * @param province only this one's; "" for the country
   */
  public List<Place> find(String keys, String province, int most) {
    if (!isKeys(keys)) return List.of();
    List<Place> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (found.size() == most) break;
      if (!entry.keys().startsWith(keys)) continue;
      if (!province.isEmpty() && !entry.place().province().equals(province)) continue;
      // A name's two entries, with and without its article, are neighbours.
      boolean again = !found.isEmpty() && found.getLast().id().equals(entry.place().id());
      if (!again) found.add(entry.place());
    }
    return List.copyOf(found);
  }

  private static List<String> keysOf(String name) {
    String plain = PlainName.of(name);
    List<String> starts = new ArrayList<>(List.of(plain));
    int blank = plain.indexOf(' ');
    if (blank > 0 && ARTICLES.contains(plain.substring(0, blank)))
      starts.add(plain.substring(blank + 1));
    return starts.stream().map(KeypadSearch::keys).toList();
  }

  private static String keys(String plain) {
    return plain
        .chars()
        .mapToObj(
            c ->
                c >= 'a' && c <= 'z'
                    ? KEY_OF_LETTER.substring(c - 'a', c - 'a' + 1)
                    : Character.isDigit(c) ? String.valueOf((char) c) : "")
        .collect(Collectors.joining());
  }
}
