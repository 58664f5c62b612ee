package ma.jisr.base;

/**
 * A subscriber's number in international form (ITU-T E.164), without the plus. Personal data:
 * {@link #toString()} never shows it, so that no log line does by accident.
 *
 * @param digits country code and national number, 8 to 15 digits
 */
public record Msisdn(String digits) {
  /** E.164 6.1: fifteen digits at most. */
  public static final int MAX_DIGITS = 15;

  private static final int MIN_DIGITS = 8;

  public Msisdn {
    if (digits.length() < MIN_DIGITS
        || digits.length() > MAX_DIGITS
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /** The number with its plus sign, as people and files write it. */
  public String e164() {
    return "+" + digits;
  }

  @Override
  public String toString() {
    return "Msisdn[hidden]";
  }
}
