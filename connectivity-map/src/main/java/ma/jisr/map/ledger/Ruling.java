package ma.jisr.map.ledger;

import java.util.List;

/**
 * What became of a wish to change something.
 *
 * @param <T> what was to be changed
 */
public sealed interface Ruling<T> {
  /** It is durable, and seen on this node. */
  record Done<T>(Versioned<T> now) implements Ruling<T> {}

  /**
   * What was asked to be seen.
   *
   * @param history oldest first, as far as it goes back; empty when only the thing was asked for
   */
  record Shown<T>(Versioned<T> now, List<Revision<T>> history) implements Ruling<T> {
    public Shown {
      history = List.copyOf(history);
    }
  }

  /**
   * Nothing was changed.
   *
   * @param what is wrong, in English, naming the field; "" when the reason says it all
   */
  record Refused<T>(Reason reason, String what) implements Ruling<T> {}

  /**
   * Somebody else has changed it since; nothing was overwritten.
   *
   * @param theirs as it stands now
   * @param yours as it would stand
   */
  record Overtaken<T>(Versioned<T> theirs, T yours) implements Ruling<T> {}

  /** Why not. */
  enum Reason {
    /** The actor's role or territory does not allow it. */
    NO_RIGHT,
    /** There is no such thing. */
    UNKNOWN,
    /** What is asked for cannot be. */
    INVALID
  }

  static <T> Ruling<T> noRight() {
    return new Refused<>(Reason.NO_RIGHT, "");
  }

  static <T> Ruling<T> unknown() {
    return new Refused<>(Reason.UNKNOWN, "");
  }

  static <T> Ruling<T> invalid(String what) {
    return new Refused<>(Reason.INVALID, what);
  }
}
