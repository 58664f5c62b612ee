package ma.jisr.map.report;

import java.time.Instant;

/**
 * What one person says of one hotspot.
 *
 * @param hotspot its id
 * @param said of it
 * @param words where it is now, as they wrote it; "" when they did not
 * @param person the random id of their person document
 * @param assured whether somebody vouches for who speaks: not by SMS, whose sender can be forged
 * @param link by which it came
 * @param when now
 * @param key the call's: the same for the same voice, however often it is handed in
 */
public record Voice(
    String hotspot,
    Said said,
    String words,
    String person,
    boolean assured,
    String link,
    Instant when,
    String key) {
  /** Most characters of the words: a landmark in two lines of a USSD screen. */
  public static final int MOST_WORDS = 60;

  public Voice {
    words = Words.plain(words, MOST_WORDS);
  }

  @Override
  public String toString() {
    return "Voice[" + said + " of " + hotspot + "]";
  }
}
