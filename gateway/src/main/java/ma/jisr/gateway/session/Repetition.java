package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.log.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier short message of a person a new one repeats: SMPP gives a deliver_sm no id, so that
 * only the words, the moment and what was said in between tell a peer that sends again from a
 * person who says the same twice. In doubt it is something new: what is swallowed is missed by
 * somebody.
 */
final class Repetition {
  /** How long the same words are one message, if nothing was said to the person since. */
  static final Duration AT_ONCE = Duration.ofSeconds(4);

  /** How long a peer may send again what it holds for unanswered. */
  static final Duration REDELIVERY = Duration.ofMinutes(30);

  private Repetition() {}

  /** The mark of the message that this one repeats; null for a new one. */
  static @Nullable String of(Work.Arrived arrived, Resident person, PersonDocument base) {
    String mark = arrived.mark();
    if (!Marks.ofMessage(mark)) return null;
    for (String before : base.inputs().ofSameWords(mark)) {
      Instant received = Marks.at(before);
      Instant now = arrived.inbound().at();
      if (!received.plus(REDELIVERY).isAfter(now)) return null;
      boolean newest = base.inputs().endsWith(before);
      if (arrived.counted()
          || person.unproven.containsKey(before)
          || (newest && before.equals(person.lastHeard) && atOnce(received, now, person.spoken)))
        return before;
    }
    return null;
  }

  /**
   * Whether it is the repetition of what an earlier process heard and of nothing else: the marks of
   * the replies, if they are still being asked for, may tell that it is none.
   */
  static boolean untold(Work.Arrived arrived, Resident person, String before) {
    return !arrived.counted() && person.unproven.containsKey(before);
  }

  private static boolean atOnce(Instant received, Instant now, @Nullable Instant spoken) {
    return received.plus(AT_ONCE).isAfter(now) && (spoken == null || !spoken.isBefore(now));
  }

  /**
   * The short messages in a document of a process that is gone whose peer may not have read our
   * response, each with the cause of the texts that tell. A text that was taken proves it read: it
   * was written after it, on the same connection. So what is unproven has its reply, or what was
   * said next, still in the outbox, or nothing was said.
   */
  static Map<String, String> unproven(PersonDocument left) {
    Map<String, String> unproven = new HashMap<>();
    for (String mark : left.inputs().list()) {
      if (!Marks.ofMessage(mark)) continue;
      String cause = unsent(left, mark) ? mark : later(left, mark);
      if (cause != null) unproven.put(mark, cause);
    }
    return unproven;
  }

  private static boolean unsent(PersonDocument left, String mark) {
    for (OutboxEntry entry : left.outbox()) if (entry.cause().equals(mark)) return true;
    return false;
  }

  /**
   * The cause of what was first said after a turn without a reply, if that has not gone; the mark
   * itself when nothing was. Known while the turn's row is in the log's tail, and null otherwise.
   */
  private static @Nullable String later(PersonDocument left, String mark) {
    boolean found = false;
    for (LogRow row : left.log()) {
      if (!row.isTurn()) continue;
      found |= row.id().startsWith(mark + '.');
      if (!found || row.said().stream().noneMatch(said -> said.way().equals("MT"))) continue;
      String cause = OutboxEntry.cause(row.id());
      return !cause.equals(mark) && unsent(left, cause) ? cause : null;
    }
    return found ? mark : null;
  }
}
