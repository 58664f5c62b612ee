package ma.jisr.gateway.api;

import java.io.Serial;

/** A problem, from the depth of what reads a request. Carries no stack: it is an answer. */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.word(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
