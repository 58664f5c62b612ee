package ma.jisr.app.simulate;

import java.time.Instant;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.OutboxEntry;
import org.jspecify.annotations.Nullable;

/** What became of one MT, as the network saw it and as the gateway was told. */
final class Text {
  /** Silences after which a text is given up (decision 0082). */
  private static final int SILENCES = 2;

  private final OutboxEntry entry;
  private int taken;
  private int silences;
  private boolean refused;
  private @Nullable SimProcess sender;
  private boolean told;

  Text(OutboxEntry entry) {
    this.entry = entry;
  }

  String id() {
    return entry.id();
  }

  boolean message() {
    return !entry.returnPath();
  }

  /** The SMSC has it, once more. */
  void taken(SimProcess by) {
    taken++;
    sender = by;
    told = false;
  }

  /** The gateway hears of it. */
  void told(Sent sent) {
    switch (sent) {
      case Sent.Taken yes -> told = true;
      case Sent.Uncertain uncertain -> silences++;
      case Sent.Refused no -> refused = true;
      case Sent.Later later -> {}
      case Sent.Unseen unseen -> {}
    }
  }

  int times() {
    return taken;
  }

  /** Whether whoever sent it knows that it was taken, and lives. */
  boolean knownTaken() {
    return taken > 0 && told && sender != null && sender.alive();
  }

  /** Whether nothing more need become of it. */
  boolean settled(Instant now) {
    return taken > 0 || refused || silences >= SILENCES || !now.isBefore(entry.until());
  }
}
