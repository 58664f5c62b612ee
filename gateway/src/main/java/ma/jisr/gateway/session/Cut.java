package ma.jisr.gateway.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;

/**
 * The shortening of an answer to what its operation has declared: longest words, most items, known
 * fields. So the linter's proof that every screen fits holds whatever a service says.
 */
final class Cut {
  private Cut() {}

  /**
   * The answer within its declaration.
   *
   * @throws IllegalArgumentException when the outcome is not a declared one
   */
  static OperationResult to(Operation operation, OperationResult result) {
    if (!operation.outcomes().contains(result.outcome()))
      throw new IllegalArgumentException(operation.name() + " answered an undeclared outcome");
    return new OperationResult(result.outcome(), fields(operation.gives(), result.values()));
  }

  private static Map<String, Value> fields(Map<String, FieldType> types, Map<String, Value> given) {
    Map<String, Value> kept = new HashMap<>();
    given.forEach(
        (name, value) -> {
          FieldType type = types.get(name);
          if (type != null) kept.put(name, value(type, value));
        });
    return kept;
  }

  private static Value value(FieldType type, Value value) {
    return switch (value) {
      case Value.Text text -> new Value.Text(words(text.text(), type.longest()));
      case Value.Local local -> new Value.Local(local(local.text(), type.longest()));
      case Value.Item item -> item(type, item);
      case Value.Items items -> {
        List<Value.Item> all = items.items();
        List<Value.Item> most = all.subList(0, Math.min(all.size(), Math.max(0, type.most())));
        yield new Value.Items(most.stream().map(item -> item(type, item)).toList());
      }
      default -> value;
    };
  }

  private static Value.Item item(FieldType type, Value.Item item) {
    return new Value.Item(
        item.id(), local(item.label(), type.longest()), fields(type.fields(), item.fields()));
  }

  private static LocalText local(LocalText text, int longest) {
    Map<Language, String> cut = new HashMap<>();
    text.byLanguage().forEach((language, words) -> cut.put(language, words(words, longest)));
    return new LocalText(cut);
  }

  /** Never between the two halves of a character. */
  private static String words(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) return text;
    return text.substring(0, text.offsetByCodePoints(0, longest)).stripTrailing();
  }
}
