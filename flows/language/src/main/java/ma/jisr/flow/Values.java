package ma.jisr.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Placeholder;
import ma.jisr.flow.person.Conversation.Frame;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** Looks values up for arguments, branches and placeholders. Nothing is computed. */
final class Values {
  private final Draft draft;

  Values(Draft draft) {
    this.draft = draft;
  }

  Optional<Value> of(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> Optional.of(new Value.Text(constant.text()));
      case Expression.Path path -> path(path.names());
    };
  }

  /** The arguments of a call; what is absent is left out. */
  Map<String, Value> all(Map<String, Expression> with) {
    Map<String, Value> found = new HashMap<>();
    for (Map.Entry<String, Expression> argument : with.entrySet()) {
      Value value = of(argument.getValue()).orElse(null);
      if (value != null) found.put(argument.getKey(), value);
    }
    return found;
  }

  /** The values of a message's placeholders, by their full names. */
  Map<String, Value> placeholders(Message message) {
    if (message.placeholders().isEmpty()) return Map.of();
    Map<String, Value> found = new HashMap<>();
    for (Placeholder placeholder : message.placeholders()) {
      Value value = path(placeholder.path()).orElse(null);
      if (value != null) found.put(placeholder.name(), value);
    }
    return found;
  }

  private Optional<Value> path(List<String> names) {
    if (names.getFirst().equals("user")) return user(names);
    Frame frame = draft.speaking().frame();
    Value value = frame.values().get(names.getFirst());
    if (value == null && frame.values().get(frame.newest()) instanceof Value.Item newest)
      value = newest.fields().get(names.getFirst());
    for (int i = 1; i < names.size() && value != null; i++) value = field(value, names.get(i));
    return Optional.ofNullable(value);
  }

  private static @Nullable Value field(Value value, String name) {
    if (!(value instanceof Value.Item item)) return null;
    Value field = item.fields().get(name);
    return field == null && name.equals("id") ? new Value.Text(item.id()) : field;
  }

  private Optional<Value> user(List<String> names) {
    String field = names.size() == 1 ? "" : names.get(1);
    return switch (field) {
      case "" -> Optional.of(new Value.Text(draft.personId()));
      case "channel" ->
          Optional.of(new Value.Text(draft.kind().name().toLowerCase(java.util.Locale.ROOT)));
      case "link" -> Optional.of(new Value.Text(draft.speaking().reply().link()));
      case "language" -> Optional.of(new Value.Text(draft.language().tag()));
      case "stopped" -> Optional.of(new Value.Flag(draft.profile().stopped()));
      case "fresh" -> Optional.of(new Value.Flag(!draft.profile().offered()));
      case "home" -> Optional.ofNullable(draft.profile().home());
      case "place" ->
          Optional.<Value>ofNullable(draft.profile().home())
              .or(() -> draft.profile().lastPlaces().stream().findFirst());
      default -> Optional.empty();
    };
  }

  /** A value as the cases of a {@code when} spell it. */
  static String word(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Item item -> item.id();
      case Value.Flag flag -> Boolean.toString(flag.flag());
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Amount amount -> Long.toString(amount.centimes());
      case Value.Phone phone -> phone.digits();
      case Value.Moment moment -> moment.instant().toString();
      case Value.Distance distance -> Long.toString(distance.metres());
      case Value.Local local -> local.text().in(Language.FR, true);
      case Value.Items items -> Integer.toString(items.items().size());
    };
  }
}
