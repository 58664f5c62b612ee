package ma.jisr.flow.lint;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import org.jspecify.annotations.Nullable;

/** Collects what the checks find in one flow. */
final class Report {
  private final Flow flow;
  private final List<Finding> findings = new ArrayList<>();

  Report(Flow flow) {
    this.flow = flow;
  }

  void error(Step step, String what, String mend) {
    add(Finding.Severity.ERROR, step.line(), step.name(), null, what, mend);
  }

  void error(Message message, @Nullable Language language, String what, String mend) {
    add(Finding.Severity.ERROR, message.line(), message.name(), language, what, mend);
  }

  void error(String what, String mend) {
    add(Finding.Severity.ERROR, 1, flow.id(), null, what, mend);
  }

  private void add(
      Finding.Severity severity,
      int line,
      String where,
      @Nullable Language language,
      String what,
      String mend) {
    Finding finding = new Finding(severity, flow.file(), line, where, language, what, mend);
    if (!findings.contains(finding)) findings.add(finding);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
