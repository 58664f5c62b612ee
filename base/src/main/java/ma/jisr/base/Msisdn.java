package ma.jisr.base;

import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;

/**
 * A subscriber's number in international form (ITU-T E.164), without the plus. Personal data:
 * {@link #toString()} never shows it, so that no log line does by accident.
 *
 * @param digits country code and national number, 8 to 15 digits
 */
public record Msisdn(String digits) {
  /** E.164 6.1: fifteen digits at most. */
  public static final int MAX_DIGITS = 15;

  /** The longest text taken for a number: fifteen digits, a sign between each two. */
  public static final int MAX_TEXT = 40;

  private static final int MIN_DIGITS = 8;
  private static final String MOROCCO = "212";
  private static final Pattern MOROCCAN = Pattern.compile("212[5-8][0-9]{8}");

  /** Separators, and the invisible direction marks that phones paste around a number. */
  private static final Pattern IGNORED = Pattern.compile("[\\p{Zs}\\p{Cf}\\t.\\-‐-–/()]");

  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9]+");

  public Msisdn {
    if (digits.length() < MIN_DIGITS || digits.length() > MAX_DIGITS || !numeric(digits)) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  private static boolean numeric(String digits) {
    for (int i = 0; i < digits.length(); i++)
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return false;
    return true;
  }

  /**
   * The number that somebody wrote or dialled: international (+212…, 00212…) or national (06…, also
   * without its 0 when the country is Morocco), in any digits, with blanks, dots, hyphens, slashes
   * or brackets. Empty when it is none; for Morocco's numbering plan beside the length the first
   * digit is checked (ANRT: 5 fixed, 6 and 7 mobile, 8 special).
   *
   * @param text at most {@link #MAX_TEXT} characters are considered
   * @param countryCode the digits before which a national number stands, such as "212"
   */
  public static Optional<Msisdn> parse(String text, String countryCode) {
    if (text.length() > MAX_TEXT) return Optional.empty();
    String bare = IGNORED.matcher(Digits.western(text)).replaceAll("");
    if (!WRITTEN.matcher(bare).matches()) return Optional.empty();
    return international(bare, countryCode)
        .filter(d -> d.length() >= MIN_DIGITS && d.length() <= MAX_DIGITS)
        .filter(d -> !d.startsWith(MOROCCO) || MOROCCAN.matcher(d).matches())
        .map(Msisdn::new);
  }

  private static Optional<String> international(String bare, String countryCode) {
    if (bare.startsWith("+")) return Optional.of(withoutTrunkZero(bare.substring(1)));
    if (bare.startsWith("00")) return Optional.of(withoutTrunkZero(bare.substring(2)));
    if (bare.startsWith("0")) return Optional.of(countryCode + bare.substring(1));
    if (MOROCCAN.matcher(bare).matches()) return Optional.of(bare);
    boolean national = countryCode.equals(MOROCCO) && MOROCCAN.matcher(MOROCCO + bare).matches();
    return national ? Optional.of(MOROCCO + bare) : Optional.empty();
  }

  /** "+212 (0)661…": the national 0 has no place behind the country code, but people write it. */
  private static String withoutTrunkZero(String digits) {
    return digits.startsWith(MOROCCO + "0") ? MOROCCO + digits.substring(4) : digits;
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
