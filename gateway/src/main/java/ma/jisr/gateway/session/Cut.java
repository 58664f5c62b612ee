package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.EnumMap;
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
 * fields. So the linter's proof that every screen fits holds whatever a service says. An answer
 * that keeps to its declaration is given back as it is.
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
    if (keeps(operation.gives(), result.values())) return result;
    return new OperationResult(result.outcome(), fields(operation.gives(), result.values()));
  }

  // ---- whether anything is to be cut

  private static boolean keeps(Map<String, FieldType> types, Map<String, Value> given) {
    for (Map.Entry<String, Value> field : given.entrySet()) {
      FieldType type = types.get(field.getKey());
      if (type == null || !keeps(type, field.getValue())) return false;
    }
    return true;
  }

  private static boolean keeps(FieldType type, Value value) {
    return switch (value) {
      case Value.Text text -> fits(text.text(), type.longest());
      case Value.Local local -> fits(local.text(), type.longest());
      case Value.Item item -> keeps(type, item);
      case Value.Items items -> items.items().size() <= most(type) && keeps(type, items);
      default -> true;
    };
  }

  private static boolean keeps(FieldType type, Value.Items items) {
    for (Value.Item item : items.items()) if (!keeps(type, item)) return false;
    return true;
  }

  private static boolean keeps(FieldType type, Value.Item item) {
    return fits(item.label(), type.longest()) && keeps(type.fields(), item.fields());
  }

  private static boolean fits(LocalText text, int longest) {
    for (String words : text.byLanguage().values()) if (!fits(words, longest)) return false;
    return true;
  }

  private static boolean fits(String text, int longest) {
    return longest <= 0
        || text.length() <= longest
        || text.codePointCount(0, text.length()) <= longest;
  }

  private static int most(FieldType type) {
    return type.most() == 0 ? Integer.MAX_VALUE : type.most();
  }

  // ---- what is left of it

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
      case Value.Items items -> items(type, items.items());
      default -> value;
    };
  }

  private static Value.Items items(FieldType type, List<Value.Item> items) {
    List<Value.Item> kept = new ArrayList<>(items.size());
    for (Value.Item item : items) if (kept.size() < most(type)) kept.add(item(type, item));
    return new Value.Items(kept);
  }

  private static Value.Item item(FieldType type, Value.Item item) {
    return new Value.Item(
        item.id(), local(item.label(), type.longest()), fields(type.fields(), item.fields()));
  }

  private static LocalText local(LocalText text, int longest) {
    Map<Language, String> cut = new EnumMap<>(Language.class);
    text.byLanguage().forEach((language, words) -> cut.put(language, words(words, longest)));
    return new LocalText(cut);
  }

  /** Never between the two halves of a character. */
  private static String words(String text, int longest) {
    if (fits(text, longest)) return text;
    return text.substring(0, text.offsetByCodePoints(0, longest)).strip();
  }
}
