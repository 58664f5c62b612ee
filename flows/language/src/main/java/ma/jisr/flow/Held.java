package ma.jisr.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.model.Start;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.Frame;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a conversation goes through. Names that begin with {@code @} are the engine's
 * own: they live no longer than the open question, or until that question opens.
 */
final class Held {
  /** What {@code from} gave for the open question. */
  static final String LIST = "@list";

  /** The few that may be meant. */
  static final String NARROW = "@narrow";

  /** Begins the name of what was typed for a question before it opened: {@code @ahead.where}. */
  private static final String AHEAD = "@ahead.";

  private Held() {}

  /** What a message has said already, as a new conversation of the flow holds it. */
  static Map<String, Value> ahead(Start start, Map<String, String> byName) {
    Map<String, Value> held = new HashMap<>();
    byName.forEach(
        (name, text) ->
            held.put(start.said().containsKey(name) ? name : AHEAD + name, new Value.Text(text)));
    return held;
  }

  /** What was typed ahead for a step; null when nothing was, or it has been used. */
  static @Nullable String ahead(Conversation c, String step) {
    return c.frame().values().get(AHEAD + step) instanceof Value.Text(String text) ? text : null;
  }

  /** The same without what was typed ahead for that step. */
  static Conversation used(Conversation c, String step) {
    return value(c, AHEAD + step, null);
  }

  /** A call has a definite outcome: the next one of this step is a new one. */
  static Conversation visited(Conversation c, String flow, String step) {
    Map<String, Integer> visits = new HashMap<>(c.visits());
    visits.merge(flow + "/" + step, 1, Integer::sum);
    return c.withVisits(visits);
  }

  static int visits(Conversation c, String step) {
    return c.visits().getOrDefault(c.frame().flow() + "/" + step, 0);
  }

  /** Stands at a step; the open question is forgotten, what was typed for it ahead is kept. */
  static Conversation at(Conversation c, Step step, String hash) {
    String asked = step instanceof Step.Ask ask ? ask.type().name() : "";
    Frame f = c.frame();
    Map<String, Value> values = without(f.values(), LIST, NARROW);
    Frame next = new Frame(f.flow(), hash, step.name(), asked, values, f.newest(), f.path());
    return c.withFrame(next).withTries(0);
  }

  static Conversation value(Conversation c, String name, @Nullable Value value) {
    if (value == null) return c.withFrame(c.frame().withValues(without(c.frame().values(), name)));
    Map<String, Value> values = new HashMap<>(c.frame().values());
    values.put(name, value);
    return c.withFrame(c.frame().withValues(values));
  }

  /** A call's answer: newest of all. */
  static Conversation answered(Conversation c, String step, Value.Item result) {
    Conversation held = value(c, step, result);
    return held.withFrame(held.frame().withNewest(step));
  }

  /** Whether something has been asked that back leads to, in this flow or one that runs it. */
  static boolean hasPath(Conversation c) {
    if (!c.frame().path().isEmpty()) return true;
    for (Frame caller : c.callers()) if (!caller.path().isEmpty()) return true;
    return false;
  }

  /** Nothing before this is gone back to. */
  static Conversation noPath(Conversation c) {
    List<Frame> callers = new ArrayList<>(c.callers());
    callers.replaceAll(caller -> caller.withPath(List.of()));
    return path(c, List.of()).withCallers(callers);
  }

  static Conversation path(Conversation c, List<String> path) {
    return c.withFrame(c.frame().withPath(path));
  }

  static List<String> longer(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.remove(step);
    longer.add(step);
    return longer;
  }

  private static Map<String, Value> without(Map<String, Value> values, String... names) {
    boolean any = false;
    for (String name : names) any |= values.containsKey(name);
    if (!any) return values;
    Map<String, Value> left = new HashMap<>(values);
    for (String name : names) left.remove(name);
    return left;
  }
}
