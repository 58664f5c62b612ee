package ma.jisr.map.demand;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The unmet questions of one day, place and wish. While the day lasts it knows people apart, by
 * hashes of a salt that goes with the day; closed, it is numbers. Immutable.
 *
 * @param place the id of the area that was asked about
 * @param day in Morocco, days since 1970
 * @param want what was wanted
 * @param people of a day that lasts: the hours in which each asked, a bit for each
 * @param hours of a closed day: how many people asked in each hour
 * @param all of a closed day: how many people asked
 */
record DayCell(
    String place,
    long day,
    String want,
    Map<String, Integer> people,
    List<Integer> hours,
    int all) {
  static final int HOURS = 24;

  /** Most people told apart in a day, place and wish: 16 KB. What comes after is "500 and more". */
  static final int MOST = 500;

  DayCell {
    people = Map.copyOf(people);
    hours = List.copyOf(hours);
  }

  static DayCell of(String place, long day, String want) {
    return new DayCell(place, day, want, Map.of(), Collections.nCopies(HOURS, 0), 0);
  }

  boolean isClosed() {
    return all > 0;
  }

  /** After somebody has asked: in one hour a person counts once, however often they ask. */
  DayCell with(String who, int hour) {
    int before = people.getOrDefault(who, 0);
    int after = before | 1 << hour;
    if (isClosed() || after == before || (before == 0 && people.size() >= MOST)) return this;
    Map<String, Integer> more = new HashMap<>(people);
    more.put(who, after);
    return new DayCell(place, day, want, more, hours, all);
  }

  /** The day is over: nobody is told apart any more. */
  DayCell closed() {
    return isClosed() ? this : new DayCell(place, day, want, Map.of(), byHour(), count());
  }

  /** How many people asked in the day. */
  int count() {
    return isClosed() ? all : people.size();
  }

  /** How many people asked in each hour. */
  List<Integer> byHour() {
    if (isClosed()) return hours;
    Integer[] counts = new Integer[HOURS];
    Arrays.fill(counts, 0);
    for (int mask : people.values())
      for (int hour = 0; hour < HOURS; hour++) counts[hour] += mask >> hour & 1;
    return List.of(counts);
  }

  /** Its document's id. */
  String id() {
    return day + ":" + want + ":" + place;
  }
}
