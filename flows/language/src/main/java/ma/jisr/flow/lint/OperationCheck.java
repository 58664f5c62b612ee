package ma.jisr.flow.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;

/**
 * Operations that are not registered, arguments that they do not take, outcomes they do not give.
 */
final class OperationCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    for (Step step : subject.flow().steps().values()) {
      if (step instanceof Step.Ask ask) offered(ask, subject, report);
      switch (step) {
        case Step.Call call -> call(call, subject, report);
        case Step.Ask ask when ask.source() instanceof Step.Source.Asked asked ->
            source(ask, asked, subject, report);
        case Step.Ask ask when ask.source() instanceof Step.Source.Held held ->
            held(ask, held.path(), subject, report);
        case Step.When when -> path(when, when.value(), subject, report);
        case Step.Go go -> {
          if (!subject.all().containsKey(go.flow()))
            report.error(go, "goes to " + go.flow() + ", which is no flow", "name a flow that is");
        }
        default -> {
          // says, waits and ends name no operation
        }
      }
    }
  }

  private static void call(Step.Call call, Subject subject, Report report) {
    Optional<Operation> named = named(call, call.operation(), subject, report);
    if (named.isEmpty()) return;
    arguments(call, named.get(), call.with(), subject, report);
    for (String outcome : call.outcomes().keySet())
      if (!named.get().outcomes().contains(outcome))
        report.error(
            call,
            call.operation() + " never answers " + outcome,
            "it answers " + String.join(", ", named.get().outcomes()));
    for (String outcome : named.get().outcomes().stream().skip(1).toList())
      if (!call.outcomes().containsKey(outcome))
        report.error(
            call,
            "goes on as if all were well when " + call.operation() + " answers " + outcome,
            "add it to outcomes");
  }

  private static void source(
      Step.Ask ask, Step.Source.Asked asked, Subject subject, Report report) {
    Optional<Operation> named = named(ask, asked.operation(), subject, report);
    if (named.isEmpty()) return;
    Operation operation = named.get();
    if (Scope.items(operation).isEmpty())
      report.error(ask, asked.operation() + " gives no list to choose from", "name one that does");
    if (ask.looksUp()) return; // the engine passes what was typed
    arguments(ask, operation, asked.with(), subject, report);
  }

  /** What is offered beside what is looked up, and what options depend on. */
  private static void offered(Step.Ask ask, Subject subject, Report report) {
    if (ask.offering() != null) {
      String offering = ask.offering().operation();
      Optional<Operation> named = named(ask, offering, subject, report);
      if (named.isPresent() && Scope.items(named.get()).isEmpty())
        report.error(ask, offering + " gives no list to offer", "name one that does");
    }
    for (Step.Choice option : ask.options().values())
      if (option.only() != null) path(ask, option.only(), subject, report);
  }

  private static void held(Step.Ask ask, Expression.Path path, Subject subject, Report report) {
    Optional<FieldType> type = subject.scope().type(path);
    if (type.isEmpty()) path(ask, path, subject, report);
    else if (type.get().kind() != FieldType.Kind.ITEMS)
      report.error(ask, shown(path) + " is no list", "choose from a field of kind ITEMS");
  }

  private static Optional<Operation> named(
      Step step, String operation, Subject subject, Report report) {
    Optional<Operation> named = subject.operations().named(operation);
    if (named.isEmpty())
      report.error(
          step, operation + " is no registered operation", "register it, or mend the name");
    return named;
  }

  private static void arguments(
      Step step,
      Operation operation,
      Map<String, Expression> with,
      Subject subject,
      Report report) {
    operation
        .takes()
        .forEach(
            (name, type) -> {
              Expression given = with.get(name);
              if (given != null) argument(step, operation, name, type, given, subject, report);
              else if (!type.optional())
                report.error(
                    step, operation.name() + " is not given " + name, "add " + name + " to with");
            });
    for (String name : with.keySet())
      if (!operation.takes().containsKey(name))
        report.error(
            step,
            operation.name() + " takes no " + name,
            "it takes " + String.join(", ", operation.takes().keySet().stream().sorted().toList()));
  }

  private static void argument(
      Step step,
      Operation operation,
      String name,
      FieldType wanted,
      Expression given,
      Subject subject,
      Report report) {
    if (!(given instanceof Expression.Path path)) return;
    Optional<FieldType> type = subject.scope().type(path);
    if (type.isEmpty()) {
      path(step, path, subject, report);
    } else if (!suits(wanted.kind(), type.get().kind(), path)) {
      report.error(
          step,
          "%s of %s is %s, %s is %s"
              .formatted(name, operation.name(), wanted.kind(), shown(path), type.get().kind()),
          "give it a value of that kind");
    }
  }

  /** An item can stand for its id or its words; a person for their number. */
  private static boolean suits(FieldType.Kind wanted, FieldType.Kind given, Expression.Path path) {
    if (wanted == given || path.names().equals(List.of("user"))) return true;
    return wanted == FieldType.Kind.TEXT
        || (wanted == FieldType.Kind.ITEM && given == FieldType.Kind.TEXT)
        || (wanted == FieldType.Kind.LOCAL && given == FieldType.Kind.ITEM);
  }

  private static void path(Step step, Expression value, Subject subject, Report report) {
    if (!(value instanceof Expression.Path path)) return;
    String first = path.names().getFirst();
    boolean known =
        subject.scope().type(path).isPresent()
            || subject.scope().isOpen(first)
            || isGiven(first, subject);
    if (!known) report.error(step, shown(path) + " names no value", "name a step, or its field");
  }

  /** Whether a flow that runs this one gives it a value of that name. */
  private static boolean isGiven(String name, Subject subject) {
    return subject.all().values().stream()
        .flatMap(flow -> flow.steps().values().stream())
        .anyMatch(
            step ->
                step instanceof Step.Go go
                    && go.flow().equals(subject.flow().id())
                    && go.with().containsKey(name));
  }

  private static String shown(Expression.Path path) {
    return "$" + String.join(".", path.names());
  }
}
