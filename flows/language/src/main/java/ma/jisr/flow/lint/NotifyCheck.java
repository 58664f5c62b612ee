package ma.jisr.flow.lint;

import java.util.List;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Step;

/** Messages to somebody else: the gateway counts them as unsupported and sends none of them. */
final class NotifyCheck implements Check {
  private static final List<String> USER = List.of("user");

  @Override
  public void check(Subject subject, Report report) {
    for (Step step : subject.flow().steps().values())
      if (step instanceof Step.Notify notify
          && !(notify.to() instanceof Expression.Path(List<String> names) && names.equals(USER)))
        report.error(
            notify,
            "tells somebody other than the person, which nothing delivers",
            "write notify: $user, or let the operation tell them");
  }
}
