package ma.jisr.map.ledger;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What something shall be.
 *
 * @param thing null when it cannot be
 * @param problem why not, in English
 */
public record Next<T>(@Nullable T thing, String problem) {
  public static <T> Next<T> is(T thing) {
    return new Next<>(thing, "");
  }

  public static <T> Next<T> not(String problem) {
    return new Next<>(null, problem);
  }

  /** What a change makes of something that is in use. */
  public static <T> Next<T> ofLiving(T thing, boolean retired, UnaryOperator<T> change) {
    return retired ? not("retired: undo that first") : is(change.apply(thing));
  }

  /**
   * What stood there before the last change; a creation is taken back by retiring.
   *
   * @param retire takes it out of use
   */
  public static <T> Next<T> before(Entry<T> entry, UnaryOperator<T> retire) {
    if (entry.history().isEmpty()) return not("nothing to undo");
    T before = entry.history().getLast().before();
    return is(before == null ? retire.apply(entry.thing()) : before);
  }
}
