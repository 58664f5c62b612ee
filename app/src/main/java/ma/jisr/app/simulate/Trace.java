package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened in a run, in order: ids only, never a number or a text. Its hash tells whether two
 * runs were the same.
 */
final class Trace {
  /** Lines kept: a run has a few thousand; its end is what explains a finding. */
  private static final int KEPT = 20_000;

  private static final long PRIME = 0x100000001B3L;

  private final Instant start;
  private final List<Line> lines = new ArrayList<>();
  private long hash = 0xCBF29CE484222325L;
  private long count;

  Trace(Instant start) {
    this.start = start;
  }

  private record Line(String about, String text) {}

  /**
   * @param about whom or what: the lines of one subject are read together
   */
  void add(Instant at, String about, String what) {
    String text = Duration.between(start, at).toMillis() + " ms  " + about + "  " + what;
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * PRIME;
    count++;
    if (lines.size() == KEPT) lines.subList(0, KEPT / 2).clear();
    lines.add(new Line(about, text));
  }

  /** FNV-1a over all lines. */
  long hash() {
    return hash;
  }

  long count() {
    return count;
  }

  /** The last lines about these subjects. */
  List<String> last(int most, List<String> subjects) {
    List<String> found =
        lines.stream().filter(l -> subjects.contains(l.about())).map(Line::text).toList();
    return found.subList(Math.max(0, found.size() - most), found.size());
  }
}
