package ma.jisr.app.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.lint.LintAgainst.Place;
import ma.jisr.gateway.session.Standing;

/**
 * How the running process tells where conversations stand: a line for the counts, then one for each
 * standing, {@code count flow|hash|step|asked flow|hash|step|asked …}. Names of flows and steps
 * hold neither blanks nor bars.
 */
public final class StandingLines {
  private StandingLines() {}

  public static List<String> write(Standing standing) {
    List<String> lines = new ArrayList<>();
    lines.add(standing.people() + " " + standing.unreadable());
    standing
        .places()
        .forEach(
            (places, count) -> {
              StringBuilder line = new StringBuilder().append(count);
              for (Place place : places)
                line.append(' ')
                    .append(
                        String.join("|", place.flow(), place.hash(), place.step(), place.asked()));
              lines.add(line.toString());
            });
    return lines;
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #write} writes
   */
  public static Standing read(List<String> lines) {
    Map<List<Place>, Integer> places = new HashMap<>();
    String[] counts = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
    if (counts.length != 2) throw new IllegalArgumentException("no counts of people");
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      List<Place> standing = new ArrayList<>();
      for (int i = 1; i < words.length; i++) {
        String[] parts = words[i].split("\\|", -1);
        if (parts.length != 4) throw new IllegalArgumentException("no place of a conversation");
        standing.add(new Place(parts[0], parts[1], parts[2], parts[3]));
      }
      places.merge(standing, Integer.parseInt(words[0]), Integer::sum);
    }
    return new Standing(places, Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
  }
}
