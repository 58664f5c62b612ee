package ma.jisr.service.wallet.claim;

import ma.jisr.base.Vault;
import ma.jisr.base.text.Digits;

/**
 * The number of a claim: "R-" and five of the letters and digits that are not mistaken for one
 * another. Made of what it is about, so that one payment has one claim at a time, and under a key,
 * so that nobody guesses it.
 */
public final class ClaimNumber {
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** Those of them that are digits: five of them alone would be taken for a PIN. */
  private static final int DIGITS = 8;

  /** Characters behind the prefix, the last of them a letter. */
  private static final int LENGTH = 5;

  private static final String PREFIX = "R-";

  private ClaimNumber() {}

  static String of(Vault vault, String reference, int round, int tries) {
    byte[] hash = vault.hash("claim", reference + ' ' + round + ' ' + tries);
    StringBuilder number = new StringBuilder(PREFIX);
    for (int i = 1; i < LENGTH; i++)
      number.append(LETTERS.charAt(Math.floorMod(hash[i], LETTERS.length())));
    number.append(LETTERS.charAt(DIGITS + Math.floorMod(hash[0], LETTERS.length() - DIGITS)));
    return number.toString();
  }

  /** A number as people write it, without its beginning, in lower case; "" when it is none. */
  public static String canonical(String written) {
    StringBuilder kept = new StringBuilder();
    String western = Digits.western(written);
    for (int i = 0; i < western.length() && kept.length() <= LENGTH + 1; i++) {
      char c = Character.toUpperCase(western.charAt(i));
      if (c == '-' || Character.isWhitespace(c)) continue;
      kept.append(c);
    }
    if (kept.length() == LENGTH + 1 && kept.charAt(0) == 'R') kept.deleteCharAt(0);
    if (kept.length() != LENGTH) return "";
    for (int i = 0; i < LENGTH; i++) if (LETTERS.indexOf(kept.charAt(i)) < 0) return "";
    return PREFIX + kept;
  }
}
