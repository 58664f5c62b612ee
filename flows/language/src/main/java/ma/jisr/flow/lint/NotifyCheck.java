package ma.jisr.flow.lint;

import java.util.List;
import java.util.Optional;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.FieldType;

/**
 * Messages to somebody else: whether they name somebody, and whether what a person has typed would
 * go out to a stranger in the operator's name.
 */
final class NotifyCheck implements Check {
  private static final List<String> USER = List.of("user");

  @Override
  public void check(Subject subject, Report report) {
    for (Step step : subject.flow().steps().values()) {
      if (step instanceof Step.Notify notify && !self(notify)) {
        somebody(notify, subject, report);
        typed(notify, subject, report);
      }
      if (step instanceof Step.Wait wait && wait.of() instanceof Expression.Path path)
        known(wait, path, subject, report);
    }
  }

  private static boolean self(Step.Notify notify) {
    return notify.to() instanceof Expression.Path(List<String> names) && names.equals(USER);
  }

  private static void somebody(Step.Notify notify, Subject subject, Report report) {
    if (!(notify.to() instanceof Expression.Path path)) {
      report.error(notify, "tells a word", "write notify: $user, or $step of a number");
      return;
    }
    Optional<FieldType> type = subject.scope().type(path);
    if (type.isEmpty()) {
      known(notify, path, subject, report);
      return;
    }
    FieldType.Kind kind = type.get().kind();
    boolean person =
        kind == FieldType.Kind.PHONE
            || (kind == FieldType.Kind.TEXT && !isTyped(path.names(), subject));
    if (!person)
      report.error(
          notify,
          "tells " + shown(path) + ", which is " + kind,
          "name a number, or a person's id that an operation gave");
  }

  private static void typed(Step.Notify notify, Subject subject, Report report) {
    Message message = subject.flow().messages().get(notify.message());
    if (message == null) return;
    for (List<String> variants : message.variants().values())
      for (String text : variants)
        for (String name : Placeholders.of(text))
          if (isTyped(List.of(name.split("\\.", -1)), subject)) {
            report.error(
                notify,
                "sends somebody what the person typed as {" + name + "}",
                "say it in words of the flow, with what operations answer");
            return;
          }
  }

  /** Whether the value is a text as the person typed it. */
  private static boolean isTyped(List<String> names, Subject subject) {
    return names.size() == 1
        && subject.flow().steps().values().stream()
            .anyMatch(
                s ->
                    s instanceof Step.Ask ask
                        && ask.type() == Step.Type.TEXT
                        && ask.as().equals(names.getFirst()));
  }

  private static void known(Step step, Expression.Path path, Subject subject, Report report) {
    if (subject.scope().type(path).isPresent() || subject.scope().isOpen(path.names().getFirst()))
      return;
    report.error(step, shown(path) + " names no value", "name a step, or its field");
  }

  private static String shown(Expression.Path path) {
    return "$" + String.join(".", path.names());
  }
}
