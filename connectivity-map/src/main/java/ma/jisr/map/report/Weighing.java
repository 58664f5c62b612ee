package ma.jisr.map.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.map.hotspot.Hotspot.State;

/** What voices weigh together, and what follows from that. Pure. */
final class Weighing {
  /** Somebody vouched for; an SMS weighs one. */
  private static final int ASSURED = 2;

  private Weighing() {}

  /** What these voices make of a hotspot in this state; empty when nothing changes. */
  static Optional<State> verdict(State state, List<Vote> votes, ReportRules rules) {
    int against = weight(votes, true);
    int with = weight(votes, false);
    return switch (state) {
      case UNKNOWN, WORKS ->
          against - with >= rules.enough() ? Optional.of(State.DOUBTFUL) : Optional.empty();
      // Somebody who knows said that it is broken; that it works again, others may say first.
      case BROKEN ->
          with - against >= rules.enough() ? Optional.of(State.DOUBTFUL) : Optional.empty();
      case DOUBTFUL ->
          with - against >= rules.enough() ? Optional.of(State.UNKNOWN) : Optional.empty();
      case CLOSED -> Optional.empty();
    };
  }

  /** One for each person; SMS of one link and one day count as one SMS, however many they are. */
  static int weight(List<Vote> votes, boolean doubting) {
    int weight = 0;
    Set<String> claimed = new HashSet<>();
    for (Vote vote : votes) {
      if (!vote.believed() || vote.said().doubts() != doubting) continue;
      if (vote.assured()) weight += ASSURED;
      else claimed.add(vote.day() + " " + vote.link());
    }
    return weight + claimed.size();
  }
}
