package ma.jisr.map.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of somebody who reports: how much today, and how often they were right.
 * Nothing says where. Immutable.
 *
 * @param day in Morocco, days since 1970
 * @param today pseudonyms of what they spoke of that day, another one each day
 * @param right how often somebody who looked found what they had said
 * @param wrong how often not, within two days
 * @param checks the last ones that were counted, by pseudonyms
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Reporter(long day, List<String> today, int right, int wrong, List<String> checks) {
  static final Reporter NEW = new Reporter(0, List.of(), 0, 0, List.of());

  /** Checks remembered, so that none is counted twice. */
  private static final int CHECKS = 16;

  /** Past this the past is halved: who has mended their ways is believed again. */
  private static final int MOST = 16;

  /** Wrong once, anybody may be. */
  private static final int LIES = 2;

  Reporter {
    today = List.copyOf(today);
    checks = List.copyOf(checks);
  }

  /** Whether what they say counts. */
  boolean believed() {
    return wrong < LIES || wrong <= right;
  }

  /** Whether they may speak of one more thing today, or have done so of this one. */
  boolean may(long on, String what, String kind, int most) {
    if (on != day) return true;
    if (today.contains(kind + what)) return true;
    return today.stream().filter(t -> t.startsWith(kind)).count() < most;
  }

  Reporter speaking(long on, String what, String kind) {
    List<String> spoken = new ArrayList<>(on == day ? today : List.of());
    if (!spoken.contains(kind + what)) spoken.add(kind + what);
    return new Reporter(on, spoken, right, wrong, checks);
  }

  /** After a check of what they had said; the same check counts once. */
  Reporter checked(String check, boolean wasRight) {
    if (checks.contains(check)) return this;
    List<String> counted = new ArrayList<>(checks);
    counted.add(check);
    if (counted.size() > CHECKS) counted.removeFirst();
    int nowRight = right + (wasRight ? 1 : 0);
    int nowWrong = wrong + (wasRight ? 0 : 1);
    boolean full = nowRight + nowWrong > MOST;
    return new Reporter(
        day, today, full ? nowRight / 2 : nowRight, full ? nowWrong / 2 : nowWrong, counted);
  }
}
