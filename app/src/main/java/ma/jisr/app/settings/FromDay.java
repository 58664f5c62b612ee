package ma.jisr.app.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads {@code from}: the day from which an entry of dated settings holds. */
final class FromDay {
  private FromDay() {}

  static LocalDate read(Section section) {
    String text = section.required("from", "Write for example from: 2027-01-01");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      if (!text.isEmpty())
        section.problem("from", "is not a day", "Write for example from: 2027-01-01");
      return LocalDate.EPOCH;
    }
  }
}
