package ma.jisr.service.notices.cap;

import java.util.List;
import ma.jisr.service.notices.notice.Notice;

/** What became of a file that was handed in. */
public sealed interface CapRuling {
  /**
   * It is a notice now, or was one before.
   *
   * @param remarks what is worth a line: that it is a draft, and why
   */
  record Taken(Notice notice, List<String> remarks) implements CapRuling {
    public Taken {
      remarks = List.copyOf(remarks);
    }
  }

  /** Nothing was made of it. At least one problem. */
  record Refused(List<CapProblem> problems) implements CapRuling {
    public Refused {
      problems = List.copyOf(problems);
    }

    static Refused of(Fault fault, String where, String what) {
      return new Refused(List.of(new CapProblem(fault, where, what)));
    }
  }
}
