package ma.jisr.service.words;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;

/**
 * Days of the week and times of day as people say them. Drafts: the Darija and Tachelhit await a
 * native reader.
 */
public final class TimeOfDay {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Monday first, as java.time counts. */
  private static final List<LocalText> DAYS =
      List.of(
          PhoneWords.of("lundi", "Monday", "الإثنين", "التنين", "tnin", "letnin"),
          PhoneWords.of("mardi", "Tuesday", "الثلاثاء", "التلات", "tlat", "ttlat"),
          PhoneWords.of("mercredi", "Wednesday", "الأربعاء", "الاربع", "larb3", "larb3"),
          PhoneWords.of("jeudi", "Thursday", "الخميس", "الخميس", "lkhmis", "lkhmis"),
          PhoneWords.of("vendredi", "Friday", "الجمعة", "الجمعة", "jem3a", "ljam3a"),
          PhoneWords.of("samedi", "Saturday", "السبت", "السبت", "sebt", "ssebt"),
          PhoneWords.of("dimanche", "Sunday", "الأحد", "الحد", "l7ed", "l7ed"));

  private TimeOfDay() {}

  public static LocalText day(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  /** 21h and 14h30 as Latin Morocco writes it; 21:00 in English and in Arabic letters. */
  public static String clock(LocalTime at, Language language) {
    if (language.script() != Script.LATIN || language == Language.EN) return CLOCK.format(at);
    return at.getHour() + "h" + (at.getMinute() == 0 ? "" : CLOCK.format(at).substring(3));
  }
}
