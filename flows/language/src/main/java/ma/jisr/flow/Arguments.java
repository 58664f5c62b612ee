package ma.jisr.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.value.Value;

/** Fits values to the types that an operation has declared. */
final class Arguments {
  private Arguments() {}

  /** Constants become what is asked for; an item where a text is asked for becomes its id. */
  static Map<String, Value> typed(Map<String, FieldType> types, Map<String, Value> values) {
    Map<String, Value> typed = new HashMap<>();
    values.forEach(
        (name, value) -> {
          FieldType type = types.get(name);
          typed.put(name, type == null ? value : as(type.kind(), value));
        });
    return typed;
  }

  private static Value as(FieldType.Kind kind, Value value) {
    return switch (kind) {
      case TEXT -> value instanceof Value.Text ? value : new Value.Text(Values.word(value));
      case WHOLE -> whole(value);
      case FLAG ->
          value instanceof Value.Text(String word) ? new Value.Flag(word.equals("true")) : value;
      case PHONE -> value instanceof Value.Text(String digits) ? new Value.Phone(digits) : value;
      default -> value;
    };
  }

  private static Value whole(Value value) {
    String word = Digits.western(Values.word(value));
    return word.matches("-?\\d{1,18}") ? new Value.Whole(Long.parseLong(word)) : value;
  }

  /** Words cut to their declared length, so that what was proved about screens holds. */
  static OperationResult cut(
      Operations operations, OperationRequest request, OperationResult result) {
    Operation operation = operations.named(request.operation()).orElse(null);
    if (operation == null) return result;
    return new OperationResult(result.outcome(), cut(operation.gives(), result.values()));
  }

  private static Map<String, Value> cut(Map<String, FieldType> types, Map<String, Value> values) {
    Map<String, Value> cut = new HashMap<>();
    values.forEach(
        (name, value) -> {
          FieldType type = types.get(name);
          cut.put(name, type == null ? value : cut(type, value));
        });
    return cut;
  }

  private static Value cut(FieldType type, Value value) {
    return switch (value) {
      case Value.Text(String text) -> new Value.Text(cut(text, type.longest()));
      case Value.Local(LocalText text) -> new Value.Local(cut(text, type.longest()));
      case Value.Item item -> item(type, item);
      case Value.Items(List<Value.Item> items) ->
          new Value.Items(
              items.stream()
                  .limit(type.most() == 0 ? Long.MAX_VALUE : type.most())
                  .map(i -> item(type, i))
                  .toList());
      default -> value;
    };
  }

  private static Value.Item item(FieldType type, Value.Item item) {
    return new Value.Item(
        item.id(), cut(item.label(), type.longest()), cut(type.fields(), item.fields()));
  }

  private static LocalText cut(LocalText text, int longest) {
    Map<ma.jisr.base.Language, String> cut = new HashMap<>();
    text.byLanguage().forEach((language, words) -> cut.put(language, cut(words, longest)));
    return new LocalText(cut);
  }

  private static String cut(String text, int longest) {
    if (longest <= 0 || text.length() <= longest) return text;
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }
}
