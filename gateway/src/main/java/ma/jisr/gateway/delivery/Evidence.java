package ma.jisr.gateway.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the marks of many messages tell. */
public final class Evidence {
  private final Map<String, List<Mark>> entries = new HashMap<>();

  public Evidence(List<Mark> marks) {
    for (Mark mark : marks)
      entries.computeIfAbsent(mark.entry(), entry -> new ArrayList<>(1)).add(mark);
  }

  /** Whether all segments of each of these messages have been taken. */
  public boolean proves(List<OutboxEntry> messages) {
    for (OutboxEntry message : messages) {
      List<Mark> own = entries.getOrDefault(message.id(), List.of());
      if (Mark.taken(own, message.id(), message.taken()) != Mark.ALL) return false;
    }
    return true;
  }

  /** When the last segment of a message was taken that is proven to be sent. */
  public Instant taken(OutboxEntry message) {
    Instant last = message.made();
    for (Mark mark : entries.getOrDefault(message.id(), List.of()))
      if (mark.at().isAfter(last)) last = mark.at();
    return last;
  }
}
