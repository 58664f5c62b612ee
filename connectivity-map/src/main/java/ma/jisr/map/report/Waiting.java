package ma.jisr.map.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What has been said of one hotspot since somebody last looked: what operators and agents see.
 *
 * @param hotspot its id
 * @param broken how many people say that it does not work
 * @param works how many that it does
 * @param moved how many that it is elsewhere
 * @param words where, as some of them wrote it
 * @param last when the newest of them spoke
 */
public record Waiting(
    String hotspot, int broken, int works, int moved, List<String> words, Instant last) {
  public Waiting {
    words = List.copyOf(words);
  }

  static Waiting of(String hotspot, Ballot ballot) {
    Map<Said, Integer> said = new EnumMap<>(Said.class);
    Instant last = Instant.EPOCH;
    for (Vote vote : ballot.votes()) {
      said.merge(vote.said(), 1, Integer::sum);
      if (vote.at().isAfter(last)) last = vote.at();
    }
    List<String> words =
        ballot.votes().stream().map(Vote::words).filter(w -> !w.isEmpty()).distinct().toList();
    return new Waiting(
        hotspot,
        said.getOrDefault(Said.BROKEN, 0),
        said.getOrDefault(Said.WORKS, 0),
        said.getOrDefault(Said.MOVED, 0),
        words,
        last);
  }
}
