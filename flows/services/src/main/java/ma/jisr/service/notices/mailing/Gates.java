package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.flow.port.carry.Line;

/** The gates of all links, apart for each grade: what can wait holds up nothing that cannot. */
final class Gates {
  /** Marks wait 20 ms for company: what was taken within them has none after a crash. */
  private static final int MARKS_A_SECOND = 50;

  private final Carrier carrier;
  private final Map<Grade, Map<String, Gate>> gates = new EnumMap<>(Grade.class);
  private List<Line> lines = List.of();

  Gates(Carrier carrier) {
    this.carrier = carrier;
    for (Grade grade : Grade.values()) gates.put(grade, new HashMap<>());
  }

  /** Looks at the links anew. */
  void look() {
    lines = carrier.lines();
    for (Map<String, Gate> all : gates.values())
      for (Line line : lines) all.computeIfAbsent(line.link(), link -> new Gate(line)).line(line);
  }

  Gate of(Grade grade, String link) {
    Gate gate = all(grade).get(link);
    if (gate == null) throw new IllegalArgumentException("no such link");
    return gate;
  }

  boolean open(Grade grade, Instant now) {
    for (Gate gate : all(grade).values()) if (gate.open(now)) return true;
    return false;
  }

  private Map<String, Gate> all(Grade grade) {
    Map<String, Gate> all = gates.get(grade);
    return all == null ? Map.of() : all;
  }

  /** Whether a link is one that has a gate. */
  boolean has(String link) {
    return all(Grade.ORDINARY).containsKey(link);
  }

  /**
   * Most people of one mailing in doubt after a crash of this node: those written down and not yet
   * answered, and what the links take while marks wait for company.
   */
  static int doubt(Collection<Line> lines) {
    int doubt = 0;
    for (Line line : lines) doubt += line.ahead() + line.rate() / MARKS_A_SECOND + 1;
    return doubt;
  }

  int doubt() {
    return doubt(lines);
  }
}
