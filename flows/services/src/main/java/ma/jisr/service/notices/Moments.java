package ma.jisr.service.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.service.words.PhoneWords;
import ma.jisr.service.words.TimeOfDay;

/**
 * Hours as people say them who ask today: "18h30", "demain 18h30", "lundi 18h30", "24/12 18h30".
 * Drafts: the Darija and Tachelhit await a native reader.
 */
final class Moments {
  /** Days around today that are told by their name. */
  private static final long BY_NAME = 6;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M", Locale.ROOT);
  private static final LocalText TOMORROW =
      PhoneWords.of("demain", "tomorrow", "غدا", "غدا", "ghedda", "azkka");
  private static final LocalText YESTERDAY =
      PhoneWords.of("hier", "yesterday", "أمس", "البارح", "lbare7", "idgam");

  private Moments() {}

  static LocalText of(Instant at, Instant now) {
    LocalDateTime time = LocalDateTime.ofInstant(at, MOROCCO);
    LocalDate today = LocalDate.ofInstant(now, MOROCCO);
    Map<Language, String> said = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String clock = TimeOfDay.clock(time.toLocalTime(), language);
      said.put(language, day(time.toLocalDate(), today, language).orElse("") + clock);
    }
    return new LocalText(said);
  }

  private static Optional<String> day(LocalDate day, LocalDate today, Language language) {
    long days = day.toEpochDay() - today.toEpochDay();
    if (days == 0) return Optional.empty();
    boolean latin = language.script() == Script.LATIN;
    if (days == 1) return Optional.of(TOMORROW.in(language, latin) + ' ');
    if (days == -1) return Optional.of(YESTERDAY.in(language, latin) + ' ');
    if (Math.abs(days) <= BY_NAME)
      return Optional.of(TimeOfDay.day(day.getDayOfWeek()).in(language, latin) + ' ');
    return Optional.of(DATE.format(day) + ' ');
  }
}
