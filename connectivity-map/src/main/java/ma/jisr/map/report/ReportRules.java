package ma.jisr.map.report;

import java.time.Duration;

/**
 * When voices make a hotspot doubtful, and how many are listened to.
 *
 * @param needed how many people whose number is vouched for must say so, 2 to 5; an SMS, whose
 *     sender can be forged, weighs half of one, and all SMS of a link and a day together no more
 *     than one SMS
 * @param window how long a voice counts that nobody has checked
 */
public record ReportRules(int needed, Duration window) {
  /** Two, within two weeks. */
  public static final ReportRules USUAL = new ReportRules(2, Duration.ofDays(14));

  /** Hotspots that one person may speak of in a day: more than anybody walks past. */
  public static final int HOTSPOTS_A_DAY = 5;

  /** New ones that one person may name in a day. */
  public static final int NEW_A_DAY = 3;

  /** Voices kept of one hotspot: past them nothing more can be learnt from counting. */
  public static final int VOICES = 48;

  /** Of these, SMS of one link: so that none of them keeps the others out. */
  public static final int SMS_OF_A_LINK = 16;

  public ReportRules {
    if (needed < 2 || needed > 5) throw new IllegalArgumentException("needed is 2 to 5");
    if (window.compareTo(Duration.ofDays(1)) < 0 || window.compareTo(Duration.ofDays(90)) > 0)
      throw new IllegalArgumentException("the window is 1 to 90 days");
  }

  /**
   * The weight at which a hotspot becomes doubtful: two people by USSD, or one of them and one SMS,
   * or three SMS of different links or days.
   */
  int enough() {
    return 2 * needed - 1;
  }
}
