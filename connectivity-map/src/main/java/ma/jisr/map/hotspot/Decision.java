package ma.jisr.map.hotspot;

import java.util.List;

/** What became of a wish to change a hotspot. */
public sealed interface Decision {
  /** It is durable, and on this node's map. */
  record Done(Kept now) implements Decision {}

  /**
   * What was asked to be seen.
   *
   * @param history oldest first, as far as it goes back; empty when only the hotspot was asked for
   */
  record Shown(Kept now, List<Revision> history) implements Decision {
    public Shown {
      history = List.copyOf(history);
    }
  }

  /**
   * Nothing was changed.
   *
   * @param what is wrong, in English, naming the field; "" when the reason says it all
   */
  record Refused(Reason reason, String what) implements Decision {}

  /**
   * Somebody else has changed it since; nothing was overwritten.
   *
   * @param theirs as it stands now
   * @param yours as it would stand
   */
  record Overtaken(Kept theirs, Hotspot yours) implements Decision {}

  /** Why not. */
  enum Reason {
    /** The actor's role or territory does not allow it. */
    NO_RIGHT,
    /** There is no such hotspot. */
    UNKNOWN,
    /** What is asked for cannot be. */
    INVALID
  }
}
