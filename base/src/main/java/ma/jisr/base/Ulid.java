package ma.jisr.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A ULID: 48 bits of milliseconds and 80 bits of randomness as 26 letters of Crockford's base 32,
 * so that the order of texts is the order of time. Within a millisecond no order is promised.
 *
 * @param text 26 capitals and digits; the first is 0 to 7
 */
public record Ulid(String text) implements Comparable<Ulid> {
  public static final int LENGTH = 26;

  /** Octets of randomness. */
  public static final int RANDOM_LENGTH = 10;

  private static final int TIME_LETTERS = 10;
  private static final long MAX_MILLIS = (1L << 48) - 1;

  public Ulid {
    if (!isValid(text)) throw new IllegalArgumentException("not a ULID");
  }

  /**
   * A ULID of the moment and of ten octets of randomness.
   *
   * @throws IllegalArgumentException before 1970, after 10889, or with another number of octets
   */
  public static Ulid of(Instant moment, byte[] random) {
    if (random.length != RANDOM_LENGTH)
      throw new IllegalArgumentException(random.length + " octets of randomness, not 10");
    long millis = moment.toEpochMilli();
    if (millis < 0 || millis > MAX_MILLIS)
      throw new IllegalArgumentException("a moment that 48 bits of milliseconds do not hold");
    char[] time = new char[TIME_LETTERS];
    for (int i = TIME_LETTERS - 1; i >= 0; i--, millis >>= 5)
      time[i] = Base32.ALPHABET.charAt((int) (millis & 31));
    return new Ulid(new String(time) + Base32.encode(random));
  }

  /**
   * A ULID that the same moment and seed give again, on any node: the first octets of the seed's
   * SHA-256 stand for randomness. The seed cannot be read from it, but a guessed one can be proved:
   * no seed may be a phone number.
   */
  public static Ulid of(Instant moment, String seed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return of(moment, Arrays.copyOf(hash, RANDOM_LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The ULID that a text shows, capitals or not; empty when it is none. */
  public static Optional<Ulid> parse(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    return isValid(capitals) ? Optional.of(new Ulid(capitals)) : Optional.empty();
  }

  /** Whether the text is a ULID in canonical form (capitals). */
  public static boolean isValid(String text) {
    if (text.length() != LENGTH || text.charAt(0) > '7') return false;
    for (int i = 0; i < LENGTH; i++) if (Base32.ALPHABET.indexOf(text.charAt(i)) < 0) return false;
    return true;
  }

  /** The moment it was made for, to the millisecond. */
  public Instant moment() {
    long millis = 0;
    for (int i = 0; i < TIME_LETTERS; i++)
      millis = millis << 5 | Base32.ALPHABET.indexOf(text.charAt(i));
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public int compareTo(Ulid other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
