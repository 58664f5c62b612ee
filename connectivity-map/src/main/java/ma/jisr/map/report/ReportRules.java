package ma.jisr.map.report;

import java.time.Duration;

/**
 * When voices make a hotspot doubtful, and how many are listened to: what an operator may set.
 *
 * @param needed how many people whose number is vouched for must say so, 2 to {@link #MOST_NEEDED};
 *     an SMS, whose sender can be forged, weighs half of one, and all SMS of a link and a day
 *     together no more than one SMS
 * @param window how long a voice counts that nobody has checked, {@link #SHORTEST} to {@link
 *     #LONGEST}
 * @param hotspotsADay hotspots that one person may speak of in a day, 1 to {@link #MOST_A_DAY}
 * @param newADay new ones that one person may name in a day, 1 to {@link #MOST_A_DAY}
 */
public record ReportRules(int needed, Duration window, int hotspotsADay, int newADay) {
  /** Where five people must come past, nothing is ever doubtful. */
  public static final int MOST_NEEDED = 5;

  public static final Duration SHORTEST = Duration.ofDays(1);

  /** Ballots are kept as long: {@link ReportCollections#BALLOTS}. */
  public static final Duration LONGEST = Duration.ofDays(90);

  /** What one person's documents hold of a day: pseudonyms of 32 characters. */
  public static final int MOST_A_DAY = 50;

  /** Voices kept of one hotspot: past them nothing more can be learnt from counting. */
  public static final int VOICES = 48;

  /** Of these, SMS of one link: so that none of them keeps the others out. */
  public static final int SMS_OF_A_LINK = 16;

  /**
   * Two, within two weeks; five hotspots a day, more than anybody walks past, and three new ones.
   */
  public static final ReportRules USUAL = new ReportRules(2, Duration.ofDays(14), 5, 3);

  /**
   * @throws IllegalArgumentException naming what is out of its bounds
   */
  public ReportRules {
    within("needed", needed, 2, MOST_NEEDED);
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0)
      throw new IllegalArgumentException("window is 1 to 90 days");
    within("hotspotsADay", hotspotsADay, 1, MOST_A_DAY);
    within("newADay", newADay, 1, MOST_A_DAY);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most)
      throw new IllegalArgumentException(name + " is " + least + " to " + most);
  }

  /**
   * The weight at which a hotspot becomes doubtful. With two: two people by USSD, or one of them
   * and one SMS, or three SMS of different links or days.
   */
  int enough() {
    return 2 * needed - 1;
  }
}
