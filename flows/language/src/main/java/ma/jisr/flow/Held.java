package ma.jisr.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import ma.jisr.base.Assurance;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Conversation.Frame;
import ma.jisr.flow.person.Conversation.State;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a conversation goes through. Names that begin with {@code @} are the engine's
 * own and live no longer than the open question.
 */
final class Held {
  /** What {@code from} gave for the open question. */
  static final String LIST = "@list";

  /** The few that may be meant. */
  static final String NARROW = "@narrow";

  /** What followed the start word, for the step that takes it. */
  static final String REST = "@rest";

  private Held() {}

  static Conversation with(Conversation c, Frame frame) {
    return new Conversation(
        c.id(),
        c.reply(),
        c.assurance(),
        frame,
        c.callers(),
        c.visits(),
        c.tries(),
        c.state(),
        c.cancelled(),
        c.touched());
  }

  private static Conversation frame(Conversation c, UnaryOperator<Frame> change) {
    return with(c, change.apply(c.frame()));
  }

  static Conversation callers(Conversation c, List<Frame> callers) {
    return new Conversation(
        c.id(),
        c.reply(),
        c.assurance(),
        c.frame(),
        callers,
        c.visits(),
        c.tries(),
        c.state(),
        c.cancelled(),
        c.touched());
  }

  static Conversation state(Conversation c, State state, Instant now) {
    return new Conversation(
        c.id(),
        c.reply(),
        c.assurance(),
        c.frame(),
        c.callers(),
        c.visits(),
        c.tries(),
        state,
        c.cancelled(),
        now);
  }

  static Conversation tries(Conversation c, int tries) {
    return new Conversation(
        c.id(),
        c.reply(),
        c.assurance(),
        c.frame(),
        c.callers(),
        c.visits(),
        tries,
        c.state(),
        c.cancelled(),
        c.touched());
  }

  static Conversation reply(Conversation c, ma.jisr.flow.person.Reply reply) {
    return new Conversation(
        c.id(),
        reply,
        c.assurance(),
        c.frame(),
        c.callers(),
        c.visits(),
        c.tries(),
        c.state(),
        c.cancelled(),
        c.touched());
  }

  static Conversation assurance(Conversation c, Assurance assurance) {
    return new Conversation(
        c.id(),
        c.reply(),
        assurance,
        c.frame(),
        c.callers(),
        c.visits(),
        c.tries(),
        c.state(),
        c.cancelled(),
        c.touched());
  }

  static Conversation cancelled(Conversation c, boolean cancelled) {
    return new Conversation(
        c.id(),
        c.reply(),
        c.assurance(),
        c.frame(),
        c.callers(),
        c.visits(),
        c.tries(),
        c.state(),
        cancelled,
        c.touched());
  }

  /** A call has a definite outcome: the next one of this step is a new one. */
  static Conversation visited(Conversation c, String flow, String step) {
    Map<String, Integer> visits = new HashMap<>(c.visits());
    visits.merge(flow + "/" + step, 1, Integer::sum);
    return new Conversation(
        c.id(),
        c.reply(),
        c.assurance(),
        c.frame(),
        c.callers(),
        visits,
        c.tries(),
        c.state(),
        c.cancelled(),
        c.touched());
  }

  static int visits(Conversation c, String step) {
    return c.visits().getOrDefault(c.frame().flow() + "/" + step, 0);
  }

  /** Stands at a step; the open question is forgotten, what was typed for it ahead is kept. */
  static Conversation at(Conversation c, Step step, String hash) {
    String asked = step instanceof Step.Ask ask ? ask.type().name() : "";
    Conversation moved =
        frame(
            c,
            f ->
                new Frame(
                    f.flow(),
                    hash,
                    step.name(),
                    asked,
                    without(f.values(), LIST, NARROW),
                    f.newest(),
                    f.path()));
    return tries(moved, 0);
  }

  static Conversation value(Conversation c, String name, @Nullable Value value) {
    return frame(
        c,
        f -> {
          Map<String, Value> values = new HashMap<>(f.values());
          if (value == null) values.remove(name);
          else values.put(name, value);
          return new Frame(f.flow(), f.hash(), f.step(), f.asked(), values, f.newest(), f.path());
        });
  }

  /** A call's answer: newest of all. */
  static Conversation answered(Conversation c, String step, Value.Item result) {
    return frame(
        value(c, step, result),
        f -> new Frame(f.flow(), f.hash(), f.step(), f.asked(), f.values(), step, f.path()));
  }

  static Conversation path(Conversation c, List<String> path) {
    return frame(
        c, f -> new Frame(f.flow(), f.hash(), f.step(), f.asked(), f.values(), f.newest(), path));
  }

  static List<String> longer(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.remove(step);
    longer.add(step);
    return longer;
  }

  private static Map<String, Value> without(Map<String, Value> values, String... names) {
    Map<String, Value> left = new HashMap<>(values);
    for (String name : names) left.remove(name);
    return left;
  }
}
