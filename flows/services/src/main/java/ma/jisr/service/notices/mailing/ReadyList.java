package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.service.audience.Subscriber;

/**
 * Those of a chunk to whom something can be sent now, by link, and those to whom nothing may: as
 * subscribers were at one instant.
 */
final class ReadyList {
  /** What subscribers have said since is heeded after so long at the latest. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private final Instant at;
  private final Map<String, Deque<Ready>> byLink = new HashMap<>();
  private final Map<Integer, Status> never = new HashMap<>();

  private ReadyList(Instant at) {
    this.at = at;
  }

  /** Nobody; never fresh. */
  static ReadyList none() {
    return new ReadyList(Instant.MIN);
  }

  static ReadyList of(
      Mailing mailing,
      Chunk chunk,
      List<Integer> open,
      Map<String, Subscriber> subscribers,
      Carrier carrier,
      Instant now) {
    ReadyList list = new ReadyList(now);
    for (int index : open) {
      Subscriber reader = subscribers.get(chunk.people().get(index));
      if (reader == null) list.never.put(index, Status.GONE);
      else if (!mailing.extreme() && !reader.hears(mailing.topic()))
        list.never.put(index, Status.MUTED);
      else list.add(mailing, index, reader, carrier);
    }
    return list;
  }

  private void add(Mailing mailing, int index, Subscriber reader, Carrier carrier) {
    Optional<String> link = carrier.route(reader.link(), reader.number());
    if (link.isEmpty()) return; // its time comes when a link is up
    Language language = Wording.of(mailing, reader);
    byLink
        .computeIfAbsent(link.get(), fresh -> new ArrayDeque<>())
        .add(new Ready(index, reader, language, link.get()));
  }

  boolean fresh(Instant now) {
    return at.isAfter(now.minus(FRESH)) && !at.equals(Instant.MIN);
  }

  boolean isEmpty() {
    return never.isEmpty() && byLink.values().stream().allMatch(Deque::isEmpty);
  }

  /** Those to whom nothing goes, told once. */
  Map<Integer, Status> never() {
    Map<Integer, Status> all = Map.copyOf(never);
    never.clear();
    return all;
  }

  /** The next slice: of each link as many as its gate lets in, which they enter. */
  List<Ready> slice(Gates gates, Grade grade, Instant now) {
    List<Ready> slice = new ArrayList<>();
    byLink.forEach(
        (link, waiting) -> {
          if (waiting.isEmpty() || !gates.has(link)) return;
          Gate gate = gates.of(grade, link);
          if (!gate.open(now)) return;
          int many = Math.min(gate.slice(), waiting.size());
          for (int i = 0; i < many; i++) slice.add(waiting.remove());
          gate.enter(many);
        });
    return slice;
  }
}
