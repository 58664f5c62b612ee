package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.service.words.PhoneWords;
import ma.jisr.service.words.TimeOfDay;

/**
 * A time as people say it: "10h30" today, "demain 10h30", "mardi 10h30" within a week, else with
 * day and month. Drafts: the Darija and Tachelhit await a native reader.
 */
final class TimeWords {
  /** Longest of them, characters: "mercredi 10h30". */
  static final int LONGEST = 16;

  private static final int WEEK = 7;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);

  private static final LocalText TOMORROW =
      PhoneWords.of("demain", "tomorrow", "غدا", "غدا", "ghedda", "azkka");

  private TimeWords() {}

  static LocalText of(Instant at, Instant now) {
    ZonedDateTime time = at.atZone(OpeningHours.ZONE);
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.ZONE);
    long days = ChronoUnit.DAYS.between(today, time.toLocalDate());
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String clock = TimeOfDay.clock(time.toLocalTime(), language);
      String day = days == 0 ? "" : day(time, days).in(language, false) + " ";
      texts.put(language, day + clock);
    }
    return new LocalText(texts);
  }

  private static LocalText day(ZonedDateTime time, long days) {
    if (days == 1) return TOMORROW;
    if (days > 1 && days < WEEK) return TimeOfDay.day(time.getDayOfWeek());
    return LocalText.same(DAY.format(time));
  }
}
