package ma.jisr.app.simulate;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.OutboxEntry;
import org.jspecify.annotations.Nullable;

/** What became of one MT, as the network saw it and as the gateway was told. */
final class Text {
  /** Silences after which a text is given up; of bulk one is enough (decision 0121). */
  private static final int SILENCES = 2;

  /** Refusals for now after which a text is given up (decision 0121). */
  private static final int REFUSALS = 8;

  private final OutboxEntry entry;
  private int taken;
  private int silences;
  private int refusals;
  private boolean refused;
  private final Map<SimProcess, Instant> knowing = new HashMap<>();
  private final Set<SimProcess> senders = new HashSet<>();
  private @Nullable SimProcess sender;
  private @Nullable SimProcess marking;

  Text(OutboxEntry entry) {
    this.entry = entry;
  }

  String id() {
    return entry.id();
  }

  /** Whether this is what it came from, and not another of the same id. */
  boolean is(OutboxEntry other) {
    return entry.made().equals(other.made()) && entry.text().equals(other.text());
  }

  boolean message() {
    return !entry.returnPath();
  }

  /** A process hands it to its bind. */
  void submitted(SimProcess process) {
    senders.add(process);
    sender = process;
  }

  /** It stands in the store that the SMSC has taken it. */
  void marked() {
    if (marking == null) marking = sender;
  }

  /** Whether its mark is this process's. */
  boolean markedBy(SimProcess process) {
    return marking == process;
  }

  /** Whether any but this process has sent it. */
  boolean sentByOthers(SimProcess than) {
    return senders.stream().anyMatch(process -> process != than);
  }

  /** The input that it answers. */
  String cause() {
    return entry.cause();
  }

  /** The SMSC has it, once more. */
  void taken() {
    taken++;
  }

  /** The gateway hears of it. */
  void told(SimProcess process, Sent sent, Instant now) {
    switch (sent) {
      case Sent.Taken yes -> knowing.putIfAbsent(process, now);
      case Sent.Uncertain uncertain -> silences++;
      case Sent.Refused no -> refused = true;
      case Sent.Later later -> refusals++;
      case Sent.Held held -> {}
      case Sent.Expired expired -> refused = true;
      case Sent.Unseen unseen -> {}
    }
  }

  int times() {
    return taken;
  }

  /** Whether this process knows that it was taken, or could read it. */
  boolean knownTaken(SimProcess by) {
    return knowing.containsKey(by) || marking != null;
  }

  /** Whether this process was told before an instant that it was taken, and nobody can read it. */
  boolean unmarked(SimProcess by, Instant before) {
    Instant told = knowing.get(by);
    return marking == null && told != null && told.isBefore(before);
  }

  /** Whether nothing more need become of it. */
  boolean settled(Instant now) {
    return taken > 0
        || refused
        || silences >= (entry.urgency() == Urgency.BULK ? 1 : SILENCES)
        || refusals >= REFUSALS
        || !now.isBefore(entry.until());
  }
}
