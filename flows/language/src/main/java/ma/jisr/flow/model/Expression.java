package ma.jisr.flow.model;

import java.util.List;

/** An argument: a constant, or a path into what the conversation holds. Nothing is computed. */
public sealed interface Expression {
  /** A constant word or number of the file. */
  record Constant(String text) implements Expression {}

  /**
   * {@code $step}, {@code $step.field}, {@code $user}, {@code $user.home}: the names between the
   * dots.
   */
  record Path(List<String> names) implements Expression {
    public Path {
      names = List.copyOf(names);
    }
  }
}
