package ma.jisr.app.settings;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; says every mistake at once. */
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public SettingsException(String file, List<Problem> problems) {
    super(problems.stream().map(p -> file + ": " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
