package ma.jisr.map.source;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.map.place.Place;

/** What is new about a place, in words. */
final class Difference {
  private Difference() {}

  static String of(Place before, Place after) {
    List<String> words = new ArrayList<>();
    if (!before.name().equals(after.name())) words.add("name");
    if (!before.aliases().equals(after.aliases())) words.add("spellings");
    if (before.level() != after.level()) words.add("level " + after.level().word());
    if (!before.commune().equals(after.commune())) words.add("commune");
    if (!before.point().equals(after.point()))
      words.add("point by " + Math.round(before.point().metresTo(after.point())) + " m");
    else if (before.approximate() != after.approximate()) words.add("exactness");
    if (before.population() != after.population()) words.add("population");
    if (!before.codes().equals(after.codes())) words.add("codes");
    return String.join(", ", words);
  }
}
