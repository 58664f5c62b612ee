package ma.jisr.service.hotspots;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.service.words.PhoneWords;
import ma.jisr.service.words.TimeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is open and until when, in the words of a small screen. What has been said once
 * is kept by its time of day: there are 1,440 of them. Safe on any thread. Drafts: the Darija and
 * Tachelhit await a native reader.
 */
public final class HoursWords {
  /** Longest of them, characters. */
  public static final int LONGEST = 24;

  private static final LocalText UNKNOWN =
      PhoneWords.of(
          "horaires inconnus",
          "hours unknown",
          "الأوقات غير معروفة",
          "الوقت ما معروفش",
          "lwa9t ma m3roufch",
          "ur ittyussan lwa9t");
  private static final LocalText ALWAYS =
      PhoneWords.of(
          "ouvert 24h/24",
          "open day and night",
          "مفتوح ليل نهار",
          "محلول ليل ونهار",
          "m7loul lil w nhar",
          "irzm id d was");
  private static final LocalText CLOSED =
      PhoneWords.of("fermé", "closed", "مغلق", "مسدود", "mesdoud", "iqqn");
  private static final LocalText OPEN_UNTIL =
      PhoneWords.of(
          "ouvert jusqu'à %s",
          "open until %s", "مفتوح حتى %s", "محلول حتى %s", "m7loul 7ta %s", "irzm ar %s");
  private static final LocalText OPENS =
      PhoneWords.of("ouvre %s", "opens %s", "يفتح %s", "كيحل %s", "kay7el %s", "ar irzzm %s");

  private static final int MINUTES = 24 * 60;

  /** "Open until" and "opens" today, then "opens" on each day of the week. */
  private static final int PATTERNS = 2 + 7;

  private final AtomicReferenceArray<LocalText> said =
      new AtomicReferenceArray<>(PATTERNS * MINUTES);

  public LocalText of(OpenState state, Instant now) {
    ZonedDateTime until = state.until();
    return switch (state.kind()) {
      case UNKNOWN -> UNKNOWN;
      case OPEN -> until == null ? ALWAYS : said(0, until);
      case CLOSED -> until == null ? CLOSED : said(1 + dayUnlessToday(until, now), until);
    };
  }

  /** 1 for Monday; 0 for today. */
  private static int dayUnlessToday(ZonedDateTime until, Instant now) {
    boolean today = until.toLocalDate().equals(LocalDate.ofInstant(now, OpeningHours.ZONE));
    return today ? 0 : until.getDayOfWeek().getValue();
  }

  private LocalText said(int pattern, ZonedDateTime at) {
    int place = pattern * MINUTES + at.getHour() * 60 + at.getMinute();
    LocalText text = said.get(place);
    if (text == null) {
      LocalText day = pattern > 1 ? TimeOfDay.day(DayOfWeek.of(pattern - 1)) : null;
      text = filled(pattern == 0 ? OPEN_UNTIL : OPENS, at, day);
      said.set(place, text);
    }
    return text;
  }

  private static LocalText filled(LocalText pattern, ZonedDateTime at, @Nullable LocalText day) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    pattern
        .byLanguage()
        .forEach(
            (language, words) -> {
              String clock = TimeOfDay.clock(at.toLocalTime(), language);
              String when = day == null ? clock : day.in(language, false) + " " + clock;
              texts.put(language, words.replace("%s", when));
            });
    return new LocalText(texts);
  }
}
