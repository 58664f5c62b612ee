package ma.jisr.app.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.base.Actor;
import ma.jisr.service.notices.mailing.Quiet;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.NoticeRules.Limit;

/**
 * Reads {@code notices}: what an official may send without anybody else, the hours in which only
 * extreme alerts go, and until when an emergency is to be looked at.
 */
final class NoticesReader {
  /** More people than the country has. */
  private static final long MOST_PEOPLE = 50_000_000;

  private static final int MOST_A_DAY = 1_000;

  private NoticesReader() {}

  static NoticeRules read(Section section) {
    NoticeRules usual = NoticeRules.USUAL;
    Limit limit = limit(section, usual.usual());
    Map<String, Limit> officials = new HashMap<>();
    for (Section one : section.sections("officials")) {
      String account = one.required("account", "Give the account's id, as jisr account list tells");
      if (account.length() > Actor.MAX_ID)
        one.problem("account", "is no account's id", "Give the id that jisr account list tells");
      else if (officials.put(account, limit(one, limit)) != null)
        one.problem("account", "has two limits", "Keep one of them");
      one.finish();
    }
    Quiet quiet = quiet(section.section("quiet"), usual.quiet());
    Duration review =
        section.duration("review-within", usual.review(), Duration.ofHours(1), Duration.ofDays(7));
    section.finish();
    return new NoticeRules(limit, officials, quiet, review);
  }

  private static Limit limit(Section section, Limit otherwise) {
    return new Limit(
        section.whole("people", otherwise.people(), 0, MOST_PEOPLE),
        section.whole("emergency-people", otherwise.emergency(), 0, MOST_PEOPLE),
        (int) section.whole("emergencies-an-hour", otherwise.perHour(), 0, MOST_A_DAY),
        (int) section.whole("a-day", otherwise.perDay(), 1, MOST_A_DAY),
        (int) section.whole("trials-a-day", otherwise.trials(), 0, Limit.MOST_TRIALS));
  }

  private static Quiet quiet(Section section, Quiet otherwise) {
    Quiet quiet =
        new Quiet(
            time(section, "from", otherwise.from()), time(section, "until", otherwise.until()));
    section.finish();
    return quiet;
  }

  private static LocalTime time(Section section, String key, LocalTime otherwise) {
    String text = section.text(key, otherwise.toString());
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      section.problem(key, "is no time of day", "Write for example " + key + ": \"21:00\"");
      return otherwise;
    }
  }
}
