package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.map.hours.OpeningHours;

/**
 * A time as people say it: "10h30" today, "demain 10h30", "mardi 10h30" within a week, else with
 * day and month. Drafts: the Darija and Tachelhit await a native reader.
 */
final class TimeWords {
  /** Longest of them, characters: "mercredi 10h30". */
  static final int LONGEST = 16;

  private static final int WEEK = 7;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);

  private static final LocalText TOMORROW =
      WaitWords.words("demain", "tomorrow", "غدا", "غدا", "ghedda", "azkka");

  /** Monday first, as java.time counts. */
  private static final List<LocalText> DAYS =
      List.of(
          WaitWords.words("lundi", "Monday", "الإثنين", "التنين", "tnin", "letnin"),
          WaitWords.words("mardi", "Tuesday", "الثلاثاء", "التلات", "tlat", "ttlat"),
          WaitWords.words("mercredi", "Wednesday", "الأربعاء", "الاربع", "larb3", "larb3"),
          WaitWords.words("jeudi", "Thursday", "الخميس", "الخميس", "lkhmis", "lkhmis"),
          WaitWords.words("vendredi", "Friday", "الجمعة", "الجمعة", "jem3a", "ljam3a"),
          WaitWords.words("samedi", "Saturday", "السبت", "السبت", "sebt", "ssebt"),
          WaitWords.words("dimanche", "Sunday", "الأحد", "الحد", "l7ed", "l7ed"));

  private TimeWords() {}

  static LocalText of(Instant at, Instant now) {
    ZonedDateTime time = at.atZone(OpeningHours.ZONE);
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.ZONE);
    long days = ChronoUnit.DAYS.between(today, time.toLocalDate());
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String clock = clock(time.toLocalTime(), language);
      String day = days == 0 ? "" : day(time, days).in(language, false) + " ";
      texts.put(language, day + clock);
    }
    return new LocalText(texts);
  }

  private static LocalText day(ZonedDateTime time, long days) {
    if (days == 1) return TOMORROW;
    if (days > 1 && days < WEEK) return DAYS.get(time.getDayOfWeek().getValue() - 1);
    return LocalText.same(DAY.format(time));
  }

  /** 21h and 14h30 as Latin Morocco writes it; 21:00 in English and in Arabic letters. */
  private static String clock(LocalTime at, Language language) {
    if (language.script() != Script.LATIN || language == Language.EN) return CLOCK.format(at);
    return at.getHour() + "h" + (at.getMinute() == 0 ? "" : CLOCK.format(at).substring(3));
  }
}
