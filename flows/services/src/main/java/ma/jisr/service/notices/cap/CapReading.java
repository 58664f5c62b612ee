package ma.jisr.service.notices.cap;

import java.util.List;

/** What came of reading a file. */
public sealed interface CapReading {
  /**
   * It is an alert that makes sense.
   *
   * @param seal whether its source signed it; {@link Seal#BAD} of a signed one whose source has no
   *     certificate
   */
  record Read(CapAlert alert, Seal seal) implements CapReading {}

  /** It is none, or one that makes no sense. At least one problem. */
  record Refused(List<CapProblem> problems) implements CapReading {
    public Refused {
      problems = List.copyOf(problems);
    }

    static Refused of(Fault fault, String where, String what) {
      return new Refused(List.of(new CapProblem(fault, where, what)));
    }
  }
}
