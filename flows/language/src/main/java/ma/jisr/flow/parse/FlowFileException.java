package ma.jisr.flow.parse;

import java.util.List;
import java.util.stream.Collectors;

/** A flow file that cannot be used; the message lists its problems, a line each. */
public final class FlowFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FlowFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
