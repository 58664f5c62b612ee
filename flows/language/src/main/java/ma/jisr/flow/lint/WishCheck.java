package ma.jisr.flow.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Start;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.Operation;

/**
 * Flows that free text starts: intents that exist and are answered by one flow, values that a
 * question can take, and nothing done on the strength of a guess where money moves or something is
 * given up.
 */
final class WishCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    Start start = subject.flow().start();
    for (String intent : start.intents()) intent(intent, subject, report);
    if (start.intents().isEmpty() && fromTexts(start))
      report.error("fills without intents are never used", "add intents, or drop fills");
    for (Map.Entry<String, List<String>> fill : start.fills().entrySet())
      fill(fill.getKey(), fill.getValue(), subject, report);
    for (Map.Entry<String, List<String>> said : start.said().entrySet())
      said(said.getKey(), said.getValue(), subject, report);
    for (String intent : start.intents())
      if (subject.options().intents().readBack().contains(intent))
        readBack(intent, subject, report);
    if (start.habits().cancels()) readBack("the word that cancels", subject, report);
  }

  private static boolean fromTexts(Start start) {
    if (!start.said().isEmpty()) return true;
    return start.fills().values().stream()
        .anyMatch(types -> types.stream().anyMatch(type -> !type.equals(Start.HERE)));
  }

  private static void intent(String intent, Subject subject, Report report) {
    if (!subject.options().intents().known().contains(intent))
      report.error("no text is understood as " + intent, "name an intent of the label guide");
    for (Flow other : subject.all().values())
      if (!other.id().equals(subject.flow().id()) && other.start().intents().contains(intent))
        report.error("intent " + intent + " also starts " + other.id(), "leave it to one of them");
  }

  private static void fill(String name, List<String> types, Subject subject, Report report) {
    Step step = subject.flow().steps().get(name);
    boolean asks = step instanceof Step.Ask ask && ask.type() != Step.Type.YESNO;
    if (!asks)
      report.error("fills " + name + ", which asks for no value", "name an ask, no yes/no");
    types(types, subject, report);
  }

  private static void said(String name, List<String> types, Subject subject, Report report) {
    boolean taken = subject.flow().steps().containsKey(name);
    for (Step step : subject.flow().steps().values())
      taken |= step instanceof Step.Ask ask && ask.as().equals(name);
    if (taken) report.error("said " + name + " is the name of a step", "use a name of its own");
    types(types, subject, report);
  }

  private static void types(List<String> types, Subject subject, Report report) {
    for (String type : types)
      if (!type.equals(Start.HERE) && !subject.options().intents().types().contains(type))
        report.error("no text holds a value of type " + type, "types: " + known(subject.options()));
  }

  private static String known(LintOptions options) {
    return String.join(", ", options.intents().types().stream().sorted().toList());
  }

  private static void readBack(String intent, Subject subject, Report report) {
    for (Step.Call call : unasked(subject, new HashSet<>()))
      report.error(
          call,
          intent + " comes to " + call.operation() + " without a yes/no read-back",
          "put an ask: yesno with refused on every way to it");
  }

  /** The commands that a way from the start reaches past no yes/no, those of inner flows too. */
  private static Set<Step.Call> unasked(Subject subject, Set<String> flows) {
    Set<Step.Call> found = new HashSet<>();
    if (!flows.add(subject.flow().id())) return found;
    Deque<String> open = new ArrayDeque<>(subject.edges().entries());
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Step step = subject.flow().steps().get(open.pop());
      if (step == null || reads(step, subject.flow())) continue;
      if (step instanceof Step.Call call && isCommand(call, subject)) found.add(call);
      Flow inner = step instanceof Step.Go go ? subject.all().get(go.flow()) : null;
      if (inner != null) found.addAll(unasked(subject.of(inner), flows));
      for (String next : subject.edges().after(step.name())) if (seen.add(next)) open.push(next);
    }
    return found;
  }

  /** A yes/no whose no is heard, or a question that tells the code by which it is answered. */
  private static boolean reads(Step step, Flow flow) {
    if (!(step instanceof Step.Ask ask)) return false;
    if (ask.type() == Step.Type.YESNO) return ask.refused() != null;
    Message message = flow.messages().get(ask.message());
    if (ask.type() != Step.Type.CODE || message == null) return false;
    for (List<String> variants : message.variants().values())
      for (String variant : variants) if (!Placeholders.of(variant).contains("code")) return false;
    return true;
  }

  private static boolean isCommand(Step.Call call, Subject subject) {
    return subject
        .operations()
        .named(call.operation())
        .filter(operation -> operation.kind() == Operation.Kind.COMMAND)
        .isPresent();
  }
}
