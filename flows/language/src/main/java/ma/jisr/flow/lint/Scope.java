package ma.jisr.flow.lint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operations;

/**
 * The values that a flow's texts and arguments can name, with their types: what its asks accept and
 * its calls answer. A field of a call's answer may be named alone or behind the step's name.
 */
final class Scope {
  /** What a place, a shop or a hotspot is called at most; the services cut to it. */
  private static final int LABEL = 24;

  /** What is typed at most where the step does not say. */
  private static final int TYPED_TEXT = 160;

  /** What a value of a free text is called at most. */
  private static final int SAID = 24;

  private static final int TYPED_CODE = 12;
  private static final int TYPED_DIGITS = 9;

  private final Map<String, FieldType> byName = new LinkedHashMap<>();
  private final Map<String, FieldType> bare = new LinkedHashMap<>();

  /** Steps whose values come from outside the flow, so that nothing is known of their fields. */
  private final Set<String> open = new HashSet<>();

  Scope(Flow flow, Operations operations) {
    byName.put(
        "user",
        FieldType.item(
            FieldType.of(FieldType.Kind.PHONE).longest(),
            Map.of(
                "home", FieldType.item(LABEL, Map.of()),
                "place", FieldType.item(LABEL, Map.of()),
                "channel", FieldType.words(FieldType.Kind.TEXT, 4),
                "link", FieldType.words(FieldType.Kind.TEXT, 32),
                "language", FieldType.words(FieldType.Kind.TEXT, 8),
                "stopped", FieldType.of(FieldType.Kind.FLAG),
                "fresh", FieldType.of(FieldType.Kind.FLAG))));
    for (Step step : flow.steps().values()) {
      if (step instanceof Step.Call call)
        operations.named(call.operation()).ifPresentOrElse(o -> give(call, o), () -> open(call));
      if (step instanceof Step.Wait || step instanceof Step.Go) open(step);
    }
    flow.start()
        .said()
        .keySet()
        .forEach(name -> byName.put(name, FieldType.words(FieldType.Kind.TEXT, SAID).orAbsent()));
    // Lists of calls may come after the ask in the file, so asks are read last.
    for (Step step : flow.steps().values())
      if (step instanceof Step.Ask ask)
        byName.merge(ask.as(), accepted(ask, flow, operations), Scope::longer);
  }

  private void open(Step step) {
    open.add(step.name());
  }

  private void give(Step.Call call, Operation operation) {
    byName.put(call.name(), FieldType.item(LABEL, operation.gives()));
    operation.gives().forEach((name, type) -> bare.merge(name, type, Scope::longer));
  }

  private static FieldType longer(FieldType a, FieldType b) {
    return b.longest() > a.longest() || b.fields().size() > a.fields().size() ? b : a;
  }

  private FieldType accepted(Step.Ask ask, Flow flow, Operations operations) {
    long most = ask.bounds().most();
    if (ask.looksUp())
      return listed(ask, operations)
          .map(items -> FieldType.item(items.longest(), items.fields()))
          .orElseGet(() -> FieldType.words(FieldType.Kind.TEXT, LABEL));
    return switch (ask.type()) {
      case CHOICE, PLACE ->
          listed(ask, operations)
              .map(items -> FieldType.item(items.longest(), items.fields()))
              .orElseGet(() -> FieldType.words(FieldType.Kind.TEXT, longestLabel(ask, flow)));
      case YESNO -> FieldType.of(FieldType.Kind.FLAG);
      case NUMBER ->
          FieldType.words(
              FieldType.Kind.WHOLE,
              most == Long.MAX_VALUE ? TYPED_DIGITS : Long.toString(most).length());
      case CODE -> FieldType.words(FieldType.Kind.TEXT, bounded(most, TYPED_CODE));
      case TEXT -> FieldType.words(FieldType.Kind.TEXT, bounded(most, TYPED_TEXT));
      case AMOUNT -> FieldType.of(FieldType.Kind.AMOUNT);
      case MSISDN -> FieldType.of(FieldType.Kind.PHONE);
      case DATE, SLOT -> FieldType.of(FieldType.Kind.MOMENT);
    };
  }

  private static int bounded(long most, int otherwise) {
    return most == Long.MAX_VALUE ? otherwise : (int) Math.min(most, TYPED_TEXT);
  }

  private static int longestLabel(Step.Ask ask, Flow flow) {
    int longest = 1;
    for (Step.Choice option : ask.options().values()) {
      var label = flow.messages().get(option.message());
      if (label == null) continue;
      for (List<String> variants : label.variants().values())
        longest = Math.max(longest, variants.getFirst().length());
    }
    return longest;
  }

  /** The list that an ask chooses from; empty when it has none or nothing is known of it. */
  Optional<FieldType> listed(Step.Ask ask, Operations operations) {
    return switch (ask.source()) {
      case null -> Optional.empty();
      case Step.Source.Asked asked -> operations.named(asked.operation()).flatMap(Scope::items);
      case Step.Source.Held held -> type(held.path()).filter(Scope::isList);
    };
  }

  static Optional<FieldType> items(Operation operation) {
    return operation.gives().values().stream().filter(Scope::isList).findFirst();
  }

  private static boolean isList(FieldType type) {
    return type.kind() == FieldType.Kind.ITEMS;
  }

  Optional<FieldType> type(Expression.Path path) {
    return type(path.names());
  }

  /** The type of a placeholder; empty when nothing of that name is known. */
  Optional<FieldType> type(String placeholder) {
    return type(Arrays.asList(placeholder.split("\\.", -1)));
  }

  private Optional<FieldType> type(List<String> names) {
    FieldType found = byName.getOrDefault(names.getFirst(), bare.get(names.getFirst()));
    for (String name : names.subList(1, names.size())) {
      if (found == null) return Optional.empty();
      boolean readBack = name.equals("read_back") && found.kind() == FieldType.Kind.AMOUNT;
      found = readBack ? found : found.fields().get(name);
    }
    return Optional.ofNullable(found);
  }

  /** Whether the name belongs to a step whose values come from outside. */
  boolean isOpen(String name) {
    int dot = name.indexOf('.');
    return open.contains(dot < 0 ? name : name.substring(0, dot));
  }

  /** Whether something is missing from what is known: an operation or another flow. */
  boolean hasOpen() {
    return !open.isEmpty();
  }
}
