package ma.jisr.service.wallet.payment;

import ma.jisr.base.Language;

/**
 * What a payer had been shown when they said yes: evidence in a dispute.
 *
 * @param channel "ussd", "sms", "chat"
 * @param language of the text
 * @param hash of the text, at most {@link #MAX_HASH} characters
 */
public record Shown(String channel, Language language, String hash) {
  /** Longest hash, characters: SHA-256 in hexadecimal. */
  public static final int MAX_HASH = 64;

  public Shown {
    if (hash.length() > MAX_HASH)
      throw new IllegalArgumentException("a hash has at most " + MAX_HASH + " characters");
  }
}
