package ma.jisr.gateway.unresolved;

import java.time.Instant;

/**
 * Something that an operator taught the running system.
 *
 * @param kind of it
 * @param text a phrase as commands are folded, or a place's name as people spell it
 * @param target what it means: an intent's label, or a place's id
 * @param by who taught it
 * @param at when
 */
public record Lesson(Kind kind, String text, String target, String by, Instant at) {
  /** Longest text, characters: more than an SMS. */
  public static final int MAX_TEXT = 200;

  /** What can be taught. */
  public enum Kind {
    /** A whole message that means an intent. */
    PHRASE(10_000),
    /** A spelling of a place. */
    ALIAS(10_000);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    /** Most lessons of the kind, some 3 MB of memory. */
    public int most() {
      return most;
    }
  }

  /** The id of its document: one text has one meaning. */
  String id() {
    return id(kind, text);
  }

  static String id(Kind kind, String text) {
    return Shape.id(kind.name() + ' ' + text);
  }

  /** What the audit calls it: the beginning of its id, which tells no word. */
  String mark() {
    return id().substring(0, 8);
  }
}
