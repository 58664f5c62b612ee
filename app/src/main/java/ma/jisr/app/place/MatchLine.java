package ma.jisr.app.place;

import java.util.List;
import java.util.Locale;
import ma.jisr.base.Language;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceSearch;

/** What a name may mean, as a line: the name, then the three best as place and score, by tabs. */
public final class MatchLine {
  /** Places told of a name. */
  static final int BEST = 3;

  /** Longer lines are no names: nothing is told of them, and they are not repeated. */
  public static final int MAX_LINE = 400;

  /** The cells behind what is no name. */
  public static final String NOTHING = "\t".repeat(2 * BEST);

  /** What stands where bytes were no text. */
  private static final char NO_TEXT = '\uFFFD';

  private MatchLine() {}

  /** Whether a line of the input may be a name. */
  public static boolean isName(String line) {
    return !line.isBlank() && line.length() <= MAX_LINE && line.indexOf(NO_TEXT) < 0;
  }

  /** A line of the input as the first cell of its answer. */
  public static String cell(String line) {
    if (line.length() > MAX_LINE || line.indexOf(NO_TEXT) >= 0) return "";
    return line.replace('\t', ' ').strip();
  }

  /** The cells behind the name: "\tChichaoua\t1.085\t…", empty ones where fewer are found. */
  public static String answer(PlaceSearch search, String name, boolean ids) {
    List<PlaceMatch> found = isName(name) ? search.find(name.strip(), BEST).matches() : List.of();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < BEST; i++) {
      if (i >= found.size()) {
        line.append("\t\t");
        continue;
      }
      PlaceMatch match = found.get(i);
      String place = ids ? match.area().id() : match.area().name().in(Language.FR, true);
      line.append('\t').append(place).append('\t');
      line.append(String.format(Locale.ROOT, "%.3f", match.score()));
    }
    return line.toString();
  }
}
