package ma.jisr.app.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.hours.Ramadan;

/** Reads the days that were announced: of Ramadan, and the holidays that move with the moon. */
final class AlmanacReader {
  private AlmanacReader() {}

  static Almanac read(Section section) {
    List<Ramadan.Days> months = new ArrayList<>();
    for (String word : section.words("ramadan")) {
      String[] days = word.split("/", 2);
      try {
        LocalDate last = LocalDate.parse(days[days.length - 1]);
        months.add(new Ramadan.Days(LocalDate.parse(days[0]), last));
      } catch (DateTimeException | IllegalArgumentException e) {
        section.problem(
            "ramadan",
            "holds what is not the first and last day of 29 or 30",
            "Write for example ramadan: [2027-02-09/2027-03-09]");
      }
    }
    Set<LocalDate> holidays = new HashSet<>();
    for (String day : section.words("holidays")) {
      try {
        holidays.add(LocalDate.parse(day));
      } catch (DateTimeException e) {
        section.problem(
            "holidays", "holds what is not a day", "Write for example holidays: [2027-03-10]");
      }
    }
    section.finish();
    return new Almanac(new PublicHolidays(holidays), new Ramadan(months));
  }
}
