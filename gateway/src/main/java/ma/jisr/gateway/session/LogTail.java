package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.log.MessageLog;

/** How the rows of the message log that ride in documents are handed to who copies them out. */
final class LogTail {
  /** Rows that ride at most: the turn's own is to have room. */
  private static final int ROOM = PersonDocument.MAX_LOG - 1;

  private final MessageLog log;
  private final String process;

  LogTail(MessageLog log, String process) {
    this.log = log;
    this.process = process;
  }

  /**
   * Takes up the tail of a document that has just been read: what this process wrote and knows to
   * be copied goes with the next write, the rest is copied, perhaps for the second time. A turn
   * whose write was never answered was never handed over, though this process wrote it.
   */
  void resume(Resident person) {
    person.copying = null;
    person.copied = null;
    boolean sure = !person.doubtful;
    person.doubtful = false;
    if (sure && person.loaded().writer().equals(process)) {
      Instant durable = log.durableUntil();
      for (LogRow row : person.loaded().log())
        if (row.at().isBefore(durable)) person.copying = person.copied = row;
    }
    hand(person);
  }

  /**
   * What the next write keeps of the tail: the rows that are not known to be copied, and what has
   * become of messages a moment ago. The log has been told of that, but writes later, and what has
   * gone leaves the outbox: if the process ended in between, nobody could tell how it went.
   */
  List<LogRow> riding(Resident person) {
    List<LogRow> tail = person.uncopied(person.loaded().log());
    List<LogRow> changes = log.changes(person.pseudonym);
    if (changes.isEmpty()) return tail;
    SequencedSet<LogRow> riding = new LinkedHashSet<>(tail);
    for (LogRow row : changes) if (riding.size() < ROOM) riding.add(row);
    return List.copyOf(riding);
  }

  /** Hands over the rows that are new. */
  void hand(Resident person) {
    for (LogRow row : person.unhanded(person.loaded().log())) {
      if (!log.turn(person.pseudonym, row, copied -> person.copied = copied)) return;
      person.copying = row;
    }
  }
}
