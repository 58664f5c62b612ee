package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.Base64;

/**
 * The marks of short messages, which their peers give no identity: a keyed hash of the words, the
 * instant, and a tag of the process that heard them. So the marks that a person's document holds
 * anyway tell a message that comes again, over a restart and by another link too. Marks of inputs
 * that have an identity are of another length and never taken for these.
 */
final class Marks {
  /** Characters of the hash: 96 bits, compared within one person's last inputs only. */
  static final int WORDS = 16;

  /** Characters of the instant: milliseconds in 42 bits, enough until the year 2109. */
  private static final int TIME = 7;

  /** Characters of the process: 18 bits; that two in a row share one is 1 in 262,144. */
  private static final int TAG = 3;

  private static final int HEARD = WORDS + TIME;
  private static final int LENGTH = HEARD + TAG;
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Marks() {}

  /**
   * @param words {@link #WORDS} characters or more of a keyed hash
   * @param at when it was first received
   * @param tag of this process
   */
  static String of(String words, Instant at, String tag) {
    char[] mark = new char[LENGTH];
    words.getChars(0, WORDS, mark, 0);
    long millis = at.toEpochMilli();
    for (int i = HEARD - 1; i >= WORDS; i--) {
      mark[i] = DIGITS.charAt((int) (millis & 0x3f));
      millis >>>= 6;
    }
    tag.getChars(0, TAG, mark, HEARD);
    return new String(mark);
  }

  /** The tag of a process. */
  static String tag(String process) {
    int hash = process.hashCode();
    byte[] bytes = {(byte) (hash >> 16), (byte) (hash >> 8), (byte) hash};
    return Base64.getUrlEncoder().encodeToString(bytes).substring(0, TAG);
  }

  static boolean ofMessage(String mark) {
    return mark.length() == LENGTH;
  }

  /** Whether both are of one input: whoever heard it, the same words at the same instant. */
  static boolean same(String one, String other) {
    return same(one, 0, one.length(), other);
  }

  /** The same of a mark that is a part of a text. */
  static boolean same(String text, int from, int to, String other) {
    int alike = ofMessage(other) ? HEARD : other.length();
    return to - from == other.length() && text.regionMatches(from, other, 0, alike);
  }

  /** Whether both are of the same words, whenever said; one is a part of a text. */
  static boolean sameWords(String text, int from, int to, String other) {
    return to - from == LENGTH && ofMessage(other) && text.regionMatches(from, other, 0, WORDS);
  }

  static boolean sameProcess(String one, String other) {
    return one.regionMatches(HEARD, other, HEARD, TAG);
  }

  /** When the message was received, to the millisecond. */
  static Instant at(String mark) {
    long millis = 0;
    for (int i = WORDS; i < HEARD; i++) millis = millis << 6 | digit(mark.charAt(i));
    return Instant.ofEpochMilli(millis);
  }

  private static int digit(char c) {
    return DIGITS.indexOf(c);
  }
}
