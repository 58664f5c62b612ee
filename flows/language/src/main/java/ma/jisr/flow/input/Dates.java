package ma.jisr.flow.input;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and times of day as people say them, on Morocco's clock. Never in the past: a weekday
 * is the next one, a day and month without a year the next such day.
 */
final class Dates {
  /** Official time, which is GMT+1 but for Ramadan (tz database). */
  static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:h|:)(\\d{2})?");

  /** "Ghedda m3a 10": an hour beside a day or a part of one; alone it is an option's number. */
  private static final Pattern HOUR = Pattern.compile("\\d{1,2}");

  private static final Map<String, Integer> DAYS_AHEAD =
      table(
          """
          0 aujourdhui ajourdhui lyoum lyouma today اليوم ليوم ass-ad assa
          1 demain ghedda ghda gheda tomorrow غدا غدوة azekka azkka askka
          2 apresdemain b3dghedda بعدغدا
          """);
  private static final Map<String, Integer> WEEKDAYS =
      table(
          """
          1 lundi monday mon tnin letnin ltnin الاثنين الإثنين لتنين aynas
          2 mardi tuesday tue tlat tleta ttlat الثلاثاء التلات asinas
          3 mercredi wednesday wed larb3 larbe3 arb3 الأربعاء لاربع akras
          4 jeudi thursday thu khmis lkhmis الخميس لخميس akwas
          5 vendredi friday fri jem3a ljem3a jm3a الجمعة جمعة asimwas
          6 samedi saturday sat sebt ssebt السبت asidyas
          7 dimanche sunday sun l7ed 7ed الأحد الحد asamas
          """);

  /** Parts of the day by the hour at which they begin, 12 being noon itself. */
  private static final Map<String, Integer> PARTS =
      table(
          """
          8 matin matinee morning sba7 sbah lsba7 fsba7 الصباح صباحا فالصباح tifawt sbah
          12 midi noon dhor ddhor الظهر الضهر
          14 apresmidi aprem afternoon 3chiya l3chiya f3chiya العشية عشية فالعشية tadggwat
          18 soir soiree evening lil blil فالليل الليل المساء مساء yid
          """);

  private static final int NOON = 12;
  private static final Set<String> FILLERS =
      Set.of(
          "a", "le", "au", "m3a", "f", "d", "de", "du", "l", "la", "مع", "على", "ف", "د", "نهار",
          "nhar", "الساعه", "sa3a", "at", "on", "in", "the", "ce", "cet", "had", "هاد");

  private Dates() {}

  static Reading date(String text, Instant now) {
    Spoken spoken = new Spoken(now).read(text);
    return spoken.day == null || spoken.wrong
        ? Reading.WRONG
        : moment(spoken.day, LocalTime.MIDNIGHT);
  }

  static Reading slot(String text, Instant now) {
    Spoken spoken = new Spoken(now).read(text);
    if (spoken.wrong) return Reading.WRONG;
    LocalTime time = spoken.clock();
    LocalDate day = spoken.day == null ? spoken.today : spoken.day;
    if (time != null) return new Reading.Taken(at(day, time));
    if (spoken.day == null && spoken.part == 0) return Reading.WRONG;
    return new Reading.Around(at(day, LocalTime.of(spoken.part, 0)));
  }

  private static Reading moment(LocalDate day, LocalTime time) {
    return new Reading.Taken(at(day, time));
  }

  private static Value.Moment at(LocalDate day, LocalTime time) {
    return new Value.Moment(day.atTime(time).atZone(ZONE).toInstant(), ZONE.getId());
  }

  /** One text being read, word by word. */
  private static final class Spoken {
    private final LocalDate today;
    private @Nullable LocalDate day;
    private @Nullable LocalTime time;

    /** The hour at which the part of the day begins; 0 for none. */
    private int part;

    private @Nullable LocalTime bare;
    private boolean wrong;

    Spoken(Instant now) {
      today = now.atZone(ZONE).toLocalDate();
    }

    Spoken read(String text) {
      String folded =
          TextFold.fold(text)
              .replace("aujourd'hui", "aujourdhui")
              .replaceAll("apres[ -]demain", "apresdemain")
              .replaceAll("apres[ -]midi", "apresmidi")
              .replaceAll("b3d ghedda", "b3dghedda")
              .replaceAll("بعد غدا", "بعدغدا")
              .replaceAll("(\\d) h", "$1h");
      for (String word : folded.split("[ ,]+", -1)) word(word);
      if (bare != null) {
        wrong |= time != null || (day == null && part == 0);
        time = wrong ? null : bare;
      }
      return this;
    }

    private void word(String word) {
      Integer ahead = DAYS_AHEAD.get(word);
      Integer weekday = WEEKDAYS.get(word);
      Integer begins = PARTS.get(word);
      Matcher date = DAY.matcher(word);
      Matcher clock = TIME.matcher(word);
      if (ahead != null) day = today.plusDays(ahead);
      else if (weekday != null) day = today.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
      else if (begins != null) part = begins;
      else if (date.matches()) day = date(date);
      else if (clock.matches()) time = time(clock);
      else if (HOUR.matcher(word).matches()) bare = hour(word);
      else if (!FILLERS.contains(word)) spokenHour(word);
    }

    /** The hour said: "3 in the afternoon" is 15, noon is 12; null when only a part was said. */
    @Nullable LocalTime clock() {
      if (time == null) return part == NOON ? LocalTime.NOON : null;
      boolean later = part > NOON && time.getHour() < NOON;
      return later ? time.plusHours(NOON) : time;
    }

    private void spokenHour(String word) {
      String bare = word.startsWith("ال") ? word.substring(2) : word;
      if (bare.startsWith("l") && bare.length() > 3) bare = bare.substring(1);
      OptionalLong hour = Numbers.spoken(List.of(bare));
      if (hour.isPresent() && hour.getAsLong() <= 12 && hour.getAsLong() >= 1)
        time = LocalTime.of((int) hour.getAsLong(), 0);
      else wrong = true;
    }

    private @Nullable LocalDate date(Matcher m) {
      try {
        int d = Integer.parseInt(m.group(1));
        int month = Integer.parseInt(m.group(2));
        if (m.group(3) == null) {
          LocalDate next = LocalDate.of(today.getYear(), month, d);
          return next.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, d) : next;
        }
        int year = Integer.parseInt(m.group(3));
        LocalDate named = LocalDate.of(year < 100 ? 2000 + year : year, month, d);
        wrong |= named.isBefore(today);
        return named;
      } catch (DateTimeException e) {
        wrong = true; // 31/2: no such day
        return null;
      }
    }

    private @Nullable LocalTime hour(String word) {
      int hour = Integer.parseInt(word);
      wrong |= hour > 23 || bare != null;
      return wrong ? null : LocalTime.of(hour, 0);
    }

    private @Nullable LocalTime time(Matcher m) {
      int hour = Integer.parseInt(m.group(1));
      int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
      wrong |= hour > 23 || minute > 59;
      return wrong ? null : LocalTime.of(hour, minute);
    }
  }

  private static Map<String, Integer> table(String rows) {
    return rows.lines()
        .map(line -> line.split(" ", -1))
        .flatMap(
            row ->
                Arrays.stream(row)
                    .skip(1)
                    .map(w -> Map.entry(TextFold.fold(w), Integer.valueOf(row[0]))))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }
}
