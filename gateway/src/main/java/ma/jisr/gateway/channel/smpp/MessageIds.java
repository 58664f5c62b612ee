package ma.jisr.gateway.channel.smpp;

import java.math.BigInteger;
import java.util.Locale;

/**
 * How an SMSC writes the same message id in submit_sm_resp and in a receipt; both are brought to
 * one form, so that they can be matched by equality. Mismatch is the commonest reason for lost
 * receipts.
 */
public enum MessageIds {
  /** Alike but for leading zeros and the case of letters. */
  SAME,
  /** Hexadecimal in submit_sm_resp, decimal in the receipt. */
  HEX_THEN_DECIMAL,
  /** Decimal in submit_sm_resp, hexadecimal in the receipt. */
  DECIMAL_THEN_HEX;

  /** Sixteen hexadecimal digits and some: a longer "number" is a name. */
  private static final int LONGEST_NUMBER = 32;

  /** The form of an id that came in submit_sm_resp. */
  public String ofResponse(String id) {
    return this == HEX_THEN_DECIMAL ? decimal(id) : plain(id);
  }

  /** The form of an id that came in a receipt. */
  public String ofReceipt(String id) {
    return this == DECIMAL_THEN_HEX ? decimal(id) : plain(id);
  }

  private static String plain(String id) {
    String trimmed = id.strip().toLowerCase(Locale.ROOT);
    int zeros = 0;
    while (zeros < trimmed.length() - 1 && trimmed.charAt(zeros) == '0') {
      zeros++;
    }
    return trimmed.substring(zeros);
  }

  private static String decimal(String id) {
    String plain = plain(id);
    boolean hex =
        !plain.isEmpty()
            && plain.length() <= LONGEST_NUMBER
            && plain.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    return hex ? new BigInteger(plain, 16).toString() : plain;
  }
}
