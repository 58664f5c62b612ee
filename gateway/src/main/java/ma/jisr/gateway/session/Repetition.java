package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    List<String> inputs = base.inputs();
    for (int i = inputs.size() - 1; i >= 0; i--) {
      String before = inputs.get(i);
      if (!Marks.sameWords(before, mark)) continue;
      Instant received = Marks.at(before);
      Instant now = arrived.inbound().at();
      if (!received.plus(REDELIVERY).isAfter(now)) return null;
      boolean newest = i == inputs.size() - 1;
      if (arrived.counted()
          || person.unproven.contains(before)
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
    return !arrived.counted() && person.unproven.contains(before);
  }

  private static boolean atOnce(Instant received, Instant now, @Nullable Instant spoken) {
    return received.plus(AT_ONCE).isAfter(now) && (spoken == null || !spoken.isBefore(now));
  }

  /**
   * The short messages in a document of a process that is gone whose peer may not have read our
   * response. A reply that was taken proves it read: it was written after it, on the same
   * connection. So what is unproven has its reply still in the outbox, or had none.
   */
  static List<String> unproven(PersonDocument left) {
    List<String> unproven = new ArrayList<>();
    for (String mark : left.inputs())
      if (Marks.ofMessage(mark) && (unsent(left, mark) || silent(left, mark))) unproven.add(mark);
    return unproven;
  }

  private static boolean unsent(PersonDocument left, String mark) {
    for (OutboxEntry entry : left.outbox()) if (entry.cause().equals(mark)) return true;
    return false;
  }

  /** Known while its row is in the log's tail: a reply would be in it. */
  private static boolean silent(PersonDocument left, String mark) {
    for (LogRow row : left.log())
      if (row.id().startsWith(mark + '.')) return !row.line().contains(";MT ");
    return false;
  }
}
