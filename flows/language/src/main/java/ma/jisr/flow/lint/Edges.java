package ma.jisr.flow.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operations;
import org.jspecify.annotations.Nullable;

/** Which step can follow which. {@link #OUT} stands for leaving the flow. */
final class Edges {
  /** The end of the conversation, or the main menu. */
  static final String OUT = "";

  private final SequencedMap<String, Set<String>> next = new LinkedHashMap<>();
  private final Set<String> entries = new LinkedHashSet<>();

  Edges(Flow flow, Operations operations) {
    if (!flow.steps().isEmpty()) entries.add(flow.steps().firstEntry().getKey());
    if (flow.start().rest() != null) entries.add(flow.start().rest());
    if (flow.start().habits().alone() != null) entries.add(flow.start().habits().alone());
    for (Step step : flow.steps().values()) {
      Set<String> targets = new LinkedHashSet<>();
      follow(step, operations, targets);
      next.put(step.name(), targets);
    }
  }

  private static void follow(Step step, Operations operations, Set<String> targets) {
    switch (step) {
      case Step.Ask ask -> ask(ask, targets);
      case Step.Call call -> {
        for (String target : call.outcomes().values()) add(target, targets);
        if (goesOn(call, operations.named(call.operation()))) add(call.then(), targets);
      }
      case Step.When when -> {
        for (String target : when.is().values()) add(target, targets);
        add(when.otherwise() == null ? when.then() : when.otherwise(), targets);
      }
      case Step.Wait wait -> {
        add(wait.then(), targets);
        if (wait.late() != null) add(wait.late(), targets);
      }
      case Step.End end -> add(end.then(), targets);
      case Step.Say say -> add(say.then(), targets);
      case Step.Notify notify -> add(notify.then(), targets);
      case Step.Go go -> add(go.then(), targets);
    }
  }

  private static void ask(Step.Ask ask, Set<String> targets) {
    boolean choosesOnly = ask.type() == Step.Type.CHOICE && ask.source() == null;
    boolean goesOn = ask.options().isEmpty() || !choosesOnly;
    for (Step.Choice option : ask.options().values()) {
      if (option.then() == null) goesOn = true;
      else add(option.then(), targets);
    }
    if (goesOn) add(ask.then(), targets);
    if (ask.refused() != null) add(ask.refused(), targets);
    if (ask.empty() != null) add(ask.empty(), targets);
    if (ask.unknown() != null && ask.unknown().then() != null) add(ask.unknown().then(), targets);
  }

  /** Whether an outcome is left that no target is named for. */
  private static boolean goesOn(Step.Call call, Optional<Operation> operation) {
    return operation.isEmpty() || !call.outcomes().keySet().containsAll(operation.get().outcomes());
  }

  private static void add(@Nullable String target, Set<String> targets) {
    boolean out = target == null || target.equals(Step.HOME) || target.equals(Step.OVER);
    targets.add(out ? OUT : target);
  }

  /** The steps that can follow; {@link #OUT} among them when the flow can be left here. */
  Set<String> after(String step) {
    return next.getOrDefault(step, Set.of());
  }

  /** The steps that a conversation can begin with. */
  Set<String> entries() {
    return entries;
  }

  /** Those steps and all that can come after them. */
  Set<String> reachable(Collection<String> from) {
    Set<String> seen = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) for (String to : after(open.pop())) if (seen.add(to)) open.push(to);
    return seen;
  }

  /** The steps that can come right before, by step. */
  Map<String, Set<String>> before() {
    Map<String, Set<String>> before = new LinkedHashMap<>();
    next.forEach(
        (from, targets) ->
            targets.forEach(
                to -> before.computeIfAbsent(to, k -> new LinkedHashSet<>()).add(from)));
    return before;
  }
}
