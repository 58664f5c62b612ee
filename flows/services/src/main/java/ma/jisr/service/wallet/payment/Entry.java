package ma.jisr.service.wallet.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A line of a payment's journal: added, never changed, and tied to the line before it by a hash. It
 * holds names that cannot be turned back, never a number.
 *
 * @param seq 1 and up
 * @param at when
 * @param by "payer", "provider", "system", or an operator's id
 * @param what has happened
 * @param from the state before
 * @param to the state after
 * @param centimes of the payment
 * @param of the evidence: a provider's reference or code, a hash; at most {@link #MAX_OF}
 *     characters
 * @param before the hash of the line before; "" for the first
 * @param hash SHA-256 over the payment's id and all of this, in hexadecimal
 */
public record Entry(
    long seq,
    Instant at,
    String by,
    String what,
    State from,
    State to,
    long centimes,
    String of,
    String before,
    String hash) {
  /** Longest evidence, characters. */
  static final int MAX_OF = 160;

  /** Whether it says what it said when it was written, as a line of this payment. */
  boolean holds(String payment) {
    return hash.equals(hash(payment, this));
  }

  /** The same with its own hash. */
  Entry sealed(String payment) {
    return new Entry(seq, at, by, what, from, to, centimes, of, before, hash(payment, this));
  }

  private static String hash(String payment, Entry entry) {
    return sha256(
        String.join(
            "\n",
            payment,
            Long.toString(entry.seq),
            Long.toString(entry.at.toEpochMilli()),
            entry.by,
            entry.what,
            entry.from.name(),
            entry.to.name(),
            Long.toString(entry.centimes),
            entry.of,
            entry.before));
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
