package ma.jisr.app.account;

import java.util.List;
import ma.jisr.base.Actor;

/** What one word of the administration socket does on somebody's behalf. May block. */
public interface Signed {
  /**
   * Does it; an {@link IllegalArgumentException}'s message is told to whoever asked.
   *
   * @param words without the one that says on whose behalf
   */
  Told run(Actor actor, List<String> words) throws Exception;

  /** Whether these words change something: then it stands in the audit trail before it is done. */
  default boolean changes(List<String> words) {
    return true;
  }

  /**
   * What came of it.
   *
   * @param lines to show
   * @param of the id of what was changed, for the audit trail; "" for many things, or none
   */
  record Told(List<String> lines, String of) {
    public Told {
      lines = List.copyOf(lines);
    }

    public static Told of(List<String> lines) {
      return new Told(lines, "");
    }
  }
}
