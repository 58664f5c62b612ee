package ma.jisr.gateway.unresolved;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts texts and unknown words of rows, and the people of each. For one thread at a time. */
final class Tally {
  /** Most texts and words that are told apart: some 20 MB; later ones are left out. */
  static final int MOST = 100_000;

  static final Comparator<Shape> MOST_PEOPLE_FIRST =
      Comparator.comparingInt(Shape::people)
          .reversed()
          .thenComparing(Comparator.comparingInt(Shape::times).reversed())
          .thenComparing(Shape::text);

  private final Map<String, Count> counts = new HashMap<>();
  private int left;

  private static final class Count {
    final Shape.Kind kind;
    final Row first;
    final String text;
    final Set<String> people = new HashSet<>(2);
    int times;
    LocalDate last;

    Count(Shape.Kind kind, String text, Row first, LocalDate day) {
      this.kind = kind;
      this.text = text;
      this.first = first;
      this.last = day;
    }

    Shape shape() {
      return new Shape(kind, text, first.language(), first.guess(), times, people.size(), last);
    }
  }

  void add(LocalDate day, Row row) {
    add(Shape.Kind.TEXT, row.text(), row.who(), day, row);
    row.words().forEach((word, who) -> add(Shape.Kind.WORD, word, who, day, row));
  }

  private void add(Shape.Kind kind, String text, String who, LocalDate day, Row row) {
    String key = kind.key(text);
    Count count = counts.get(key);
    if (count == null) {
      if (counts.size() == MOST) {
        left++;
        return;
      }
      count = new Count(kind, text, row, day);
      counts.put(key, count);
    }
    count.times++;
    count.people.add(who);
    if (day.isAfter(count.last)) count.last = day;
  }

  /** What was counted of a kind, what most people used first. */
  List<Shape> of(Shape.Kind kind) {
    return shapes().filter(s -> s.kind() == kind).sorted(MOST_PEOPLE_FIRST).toList();
  }

  /** What so many people used that it is nobody's own. */
  List<Shape> crowded() {
    return shapes().filter(s -> s.people() >= Shape.CROWD).sorted(MOST_PEOPLE_FIRST).toList();
  }

  /** How many sightings were left out. */
  int left() {
    return left;
  }

  private Stream<Shape> shapes() {
    return counts.values().stream().map(Count::shape);
  }
}
