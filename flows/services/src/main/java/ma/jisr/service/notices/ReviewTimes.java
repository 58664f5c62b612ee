package ma.jisr.service.notices;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.service.notices.mailing.Quiet;
import ma.jisr.service.notices.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * When officials are reminded that an emergency that went at once is to be reviewed: once in the
 * last quarter of its time, once when that is over; never in quiet hours. Pure.
 *
 * @param within its beginning it is to be reviewed
 * @param quiet hours; what would fall into them comes in the hour before
 * @param news how long it is worth saying that it is late
 */
record ReviewTimes(Duration within, Quiet quiet, Duration news) {
  /** The last part of the time, in which they are reminded: a quarter. */
  private static final int LAST = 4;

  /** Of what they are reminded. */
  enum Reminder {
    NOTHING,
    SOON,
    LATE
  }

  /** When it is to be reviewed at the latest; null while it has not gone. */
  @Nullable Instant due(Notice notice) {
    Instant started = notice.started();
    return started == null ? null : started.plus(within);
  }

  /** Of what officials are to be reminded now. */
  Reminder at(Notice notice, Instant now) {
    Instant due = due(notice);
    if (due == null || !notice.unreviewed() || quiet.has(now)) return Reminder.NOTHING;
    if (!now.isBefore(due)) return now.isBefore(due.plus(news)) ? Reminder.LATE : Reminder.NOTHING;
    return now.isBefore(soon(due)) ? Reminder.NOTHING : Reminder.SOON;
  }

  private Instant soon(Instant due) {
    Instant soon = due.minus(within.dividedBy(LAST));
    return quiet.has(soon)
        ? quiet.start(soon.minus(Duration.ofDays(1))).minus(Duration.ofHours(1))
        : soon;
  }
}
