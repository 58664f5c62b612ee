package ma.jisr.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.value.Value;

/** Fits values to the types that an operation has declared. */
final class Arguments {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private Arguments() {}

  /** Constants become what is asked for; an item where a text is asked for becomes its id. */
  static Map<String, Value> typed(Map<String, FieldType> types, Map<String, Value> values) {
    Map<String, Value> typed = new HashMap<>();
    for (Map.Entry<String, Value> argument : values.entrySet()) {
      FieldType type = types.get(argument.getKey());
      Value value = argument.getValue();
      typed.put(argument.getKey(), type == null ? value : as(type.kind(), value));
    }
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
    return WHOLE.matcher(word).matches() ? new Value.Whole(Long.parseLong(word)) : value;
  }
}
