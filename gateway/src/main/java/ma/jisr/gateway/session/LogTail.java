package ma.jisr.gateway.session;

import java.time.Instant;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.log.MessageLog;

/** How the rows of the message log that ride in documents are handed to who copies them out. */
final class LogTail {
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

  /** Hands over the rows that are new. */
  void hand(Resident person) {
    for (LogRow row : person.unhanded(person.loaded().log())) {
      if (!log.turn(person.pseudonym, row, copied -> person.copied = copied)) return;
      person.copying = row;
    }
  }
}
