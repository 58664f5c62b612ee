package ma.jisr.gateway.unresolved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A text, or an unknown word of texts, with how many used it.
 *
 * @param text masked; without a value of anybody's
 * @param language of the first who wrote it
 * @param guess the likeliest intent then, "" for none
 * @param times it was written
 * @param people who wrote it, each counted once
 * @param last day on which it was
 */
public record Shape(
    Kind kind, String text, String language, String guess, int times, int people, LocalDate last) {
  /** How many people make a text nobody's own. */
  public static final int CROWD = 5;

  /** What is counted. */
  public enum Kind {
    /** A whole message. */
    TEXT,
    /** A word in it that no list knows. */
    WORD;

    /** The name under which something of this kind is counted. */
    String key(String text) {
      return name() + ' ' + text;
    }
  }

  String key() {
    return kind.key(text);
  }

  /** The id under which it is kept. */
  String id() {
    return id(key());
  }

  /** A document's id for any words. */
  static String id(String words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
