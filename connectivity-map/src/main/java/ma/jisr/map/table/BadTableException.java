package ma.jisr.map.table;

import java.io.Serial;
import java.util.List;

/** A table that cannot be used as it is: every problem names its file, line and mend. */
public final class BadTableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** Problems told at most; who mends twenty reads the file again anyway. */
  public static final int MOST_PROBLEMS = 20;

  private final transient List<String> problems;

  public BadTableException(List<String> problems) {
    super(String.join("\n", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))));
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
