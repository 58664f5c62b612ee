package ma.jisr.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The part of a daily collection that holds one day.
 *
 * @param collection a declared daily one
 * @param day in UTC, years 1 to 9999
 */
public record DayPart(String collection, LocalDate day) {
  /** Characters of a day in a part's name, its underscore included. */
  private static final int SUFFIX = 9;

  /** Longest name of a daily collection: with its day it is still a name of 63 characters. */
  static final int LONGEST = 63 - SUFFIX;

  public DayPart {
    if (day.getYear() < 1 || day.getYear() > 9999)
      throw new IllegalArgumentException("a day that four digits of a year do not hold");
  }

  /** The part of the day on which the moment falls. */
  public static DayPart at(String collection, Instant moment) {
    return new DayPart(collection, LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  /** What calls of the store name: {@code marks_20261121}. */
  public String name() {
    return collection + '_' + DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  /** The part that a name names; empty when it is not such a name. */
  public static Optional<DayPart> parse(String name) {
    int end = name.length() - SUFFIX;
    if (end < 1 || name.charAt(end) != '_') return Optional.empty();
    for (int i = end + 1; i < name.length(); i++)
      if (name.charAt(i) < '0' || name.charAt(i) > '9') return Optional.empty();
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(name, end + 1, end + 5, 10),
              Integer.parseInt(name, end + 5, end + 7, 10),
              Integer.parseInt(name, end + 7, end + 9, 10));
      return day.getYear() < 1
          ? Optional.empty()
          : Optional.of(new DayPart(name.substring(0, end), day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
