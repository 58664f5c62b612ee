package ma.jisr.sandbox.centre;

import java.time.Duration;
import ma.jisr.sandbox.phone.Tariff;

/**
 * What the centre offers to phones.
 *
 * @param smsCode the short code of the program, such as {@code 2121}
 * @param ussdCode the service code, such as {@code *585#}; {@code *585*2#} reaches it too
 * @param idle how long a session waits for its next input or screen
 * @param session how long a session lives in all
 * @param hold how long an SMS is held for a phone that cannot be reached
 * @param tariff what a phone pays
 * @param cellTag the optional parameter in which programs are told the cell of a phone, if the
 *     phone is in one; 0: they are not told
 */
public record CentreSettings(
    String smsCode,
    String ussdCode,
    Duration idle,
    Duration session,
    Duration hold,
    Tariff tariff,
    int cellTag) {
  /** The most phones; each that was ever texted counts. */
  static final int PHONES = 10_000;

  /** The most SMS held for one phone. */
  static final int HELD = 100;

  /** The codes with the times usual among operators: 30 s idle, 120 s in all, a day of holding. */
  public CentreSettings(String smsCode, String ussdCode) {
    this(
        smsCode,
        ussdCode,
        Duration.ofSeconds(30),
        Duration.ofSeconds(120),
        Duration.ofDays(1),
        Tariff.USUAL,
        0);
  }

  /** The same, telling programs the cells of phones. */
  public CentreSettings telling(int tag) {
    return new CentreSettings(smsCode, ussdCode, idle, session, hold, tariff, tag);
  }

  /** The address that the service code has on the link: its digits. */
  String ussdAddress() {
    return ussdCode.replaceAll("[^0-9]", "");
  }

  /** Whether what was dialled is the service code, bare or with more behind it. */
  boolean dialsUs(String dialled) {
    String stem = ussdCode.substring(0, ussdCode.length() - 1);
    return dialled.equals(ussdCode) || (dialled.startsWith(stem + "*") && dialled.endsWith("#"));
  }
}
