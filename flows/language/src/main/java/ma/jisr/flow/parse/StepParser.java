package ma.jisr.flow.parse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import ma.jisr.base.Assurance;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Step;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads steps: the first of the eight words found in one says what it is. */
final class StepParser {
  /** In this order: {@code say} names a message inside most of the others. */
  private static final List<String> KINDS =
      List.of("ask", "call", "when", "go", "wait", "notify", "end", "say");

  /** What every step has. */
  record Common(String name, int line, @Nullable String then) {}

  private final Problems problems;
  private final References references;
  private final Expressions expressions;

  StepParser(Problems problems, References references) {
    this.problems = problems;
    this.references = references;
    this.expressions = new Expressions(problems);
  }

  /**
   * @param next the step that follows in the file
   */
  @Nullable Step read(String name, Fields fields, @Nullable String next) {
    String where = "step " + name;
    String kind = KINDS.stream().filter(fields::has).findFirst().orElse("");
    String named = references.step(fields.text("then"), null, fields.line(), where);
    Common step = new Common(name, fields.line(), named == null ? next : named);
    Step read =
        switch (kind) {
          case "ask" -> new AskParser(problems, references).read(step, fields);
          case "say" -> say(step, fields, where);
          case "call" -> call(step, fields, where);
          case "when" -> when(step, fields, where);
          case "go" -> go(step, fields, where);
          case "wait" -> await(step, fields, where);
          case "notify" -> notify(step, fields, where);
          case "end" -> end(step, fields, where);
          default -> null;
        };
    if (read == null) {
      String first = fields.rest().sequencedKeySet().stream().findFirst().orElse("");
      problems.add(step.line(), where + " does nothing known", Nearest.mend(first, KINDS));
    }
    fields.done();
    return read;
  }

  private Step say(Common step, Fields fields, String where) {
    String message = fields.text("say");
    String said = message == null || message.equals("true") ? step.name() : message;
    return new Step.Say(
        step.name(), step.line(), step.then(), references.message(said, step.line(), where));
  }

  private Step call(Common step, Fields fields, String where) {
    Node node = fields.take("call");
    String operation = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (node != null) operation(operation, node, problems);
    String after = fields.text("after");
    if (after != null && !after.equals("end"))
      problems.add(
          step.line(), where + " has after: " + after, "write after: end, or leave it out");
    String last = fields.text("say");
    if (last != null && after == null)
      problems.add(
          step.line(), where + " says something", "add after: end, or a step that says it");
    if (last != null) references.message(last, step.line(), where);
    return new Step.Call(
        step.name(),
        step.line(),
        step.then(),
        operation,
        expressions.all(fields.fields("with"), where),
        fields.flag("once"),
        fields.duration("within"),
        late(fields.fields("late"), where),
        after != null,
        last,
        targets(fields.fields("outcomes"), where),
        needs(fields, problems));
  }

  private Step.@Nullable Late late(@Nullable Fields fields, String where) {
    if (fields == null) return null;
    String say = fields.text("say");
    if (say != null) references.message(say, fields.line(), where);
    String move = fields.text("move");
    if (move != null && !move.equals("sms"))
      problems.add(fields.line(), where + " moves to " + move, "write move: sms");
    fields.done();
    return new Step.Late(say, move != null);
  }

  private SequencedMap<String, String> targets(@Nullable Fields fields, String where) {
    SequencedMap<String, String> found = new LinkedHashMap<>();
    if (fields == null) return found;
    for (Map.Entry<String, Node> entry : fields.rest().entrySet()) {
      if (entry.getValue() instanceof ScalarNode target) {
        references.step(target.getValue(), target, 0, where);
        found.put(entry.getKey(), target.getValue());
      } else {
        problems.add(
            entry.getValue(), entry.getKey() + " of " + where + " names no step", "write one");
      }
    }
    return found;
  }

  private Step when(Common step, Fields fields, String where) {
    Node node = fields.take("when");
    Expression value =
        node == null ? new Expression.Constant("") : expressions.read(node, "when of " + where);
    SequencedMap<String, String> is = targets(fields.fields("is"), where);
    if (is.isEmpty()) problems.add(step.line(), where + " has no case", "add is: {value: step}");
    String otherwise = references.step(fields.text("else"), null, step.line(), where);
    return new Step.When(step.name(), step.line(), step.then(), value, is, otherwise);
  }

  private Step go(Common step, Fields fields, String where) {
    String flow = fields.text("go");
    if (flow == null || !Names.isDotted(flow))
      problems.add(step.line(), where + " goes to no flow", "write go: service.name");
    return new Step.Go(
        step.name(),
        step.line(),
        step.then(),
        flow == null ? "" : flow,
        expressions.all(fields.fields("with"), where));
  }

  private Step await(Common step, Fields fields, String where) {
    String text = fields.text("wait");
    boolean timed = text != null && text.matches("\\d.*");
    Duration time = fields.duration("time");
    String event = timed ? null : text;
    if (timed)
      problems.add(
          step.line(),
          where + " waits for " + text,
          "write wait: event, or wait: time and time: 10m");
    if (event != null && event.equals("time")) event = null;
    if (event == null && time == null)
      problems.add(step.line(), where + " waits for ever", "add time: 10m");
    Node thing = fields.take("of");
    Expression of = thing == null ? null : expressions.read(thing, "of of " + where);
    if (of != null && event == null)
      problems.add(step.line(), where + " waits for a time, which is of nothing", "leave of out");
    String late = references.step(fields.text("late"), null, step.line(), where);
    return new Step.Wait(step.name(), step.line(), step.then(), time, event, of, late);
  }

  private Step notify(Common step, Fields fields, String where) {
    Node to = fields.take("notify");
    ChannelKind by = by(step, fields.text("by"), where);
    return new Step.Notify(
        step.name(),
        step.line(),
        step.then(),
        to == null ? new Expression.Constant("") : expressions.read(to, "notify of " + where),
        message(step, fields, where),
        by,
        fields.flag("owed"));
  }

  private @Nullable ChannelKind by(Common step, @Nullable String word, String where) {
    if (word == null || word.equals("sms")) return word == null ? null : ChannelKind.SMS;
    if (word.equals("chat")) return ChannelKind.CHAT;
    problems.add(
        step.line(), where + " notifies by " + word, "write by: sms or by: chat, or leave it out");
    return null;
  }

  private Step end(Common step, Fields fields, String where) {
    fields.flag("end");
    String copy = fields.text("copy");
    if (copy != null && !copy.equals("sms"))
      problems.add(step.line(), where + " copies to " + copy, "write copy: sms");
    return new Step.End(step.name(), step.line(), message(step, fields, where), copy != null);
  }

  private String message(Common step, Fields fields, String where) {
    String say = fields.text("say");
    return references.message(say == null ? step.name() : say, step.line(), where);
  }

  static @Nullable Assurance needs(Fields fields, Problems problems) {
    String text = fields.text("needs");
    if (text == null) return null;
    for (Assurance assurance : Assurance.values())
      if (assurance.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
        return assurance;
    List<String> known = List.of("claimed", "network", "linked", "signed-in");
    problems.add(fields.line(), "needs " + text, Nearest.mend(text, known));
    return null;
  }

  static void operation(String name, Node node, Problems problems) {
    if (name.contains(":"))
      problems.add(node, name + " is an address", "name a registered operation: service.verb");
    else if (!Names.isDotted(name))
      problems.add(node, name + " is no operation", "write service.verb");
  }
}
