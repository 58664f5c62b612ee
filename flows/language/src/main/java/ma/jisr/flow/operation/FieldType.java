package ma.jisr.flow.operation;

import java.util.Map;

/**
 * The type of an argument or of a field of an answer.
 *
 * @param kind which {@link ma.jisr.flow.value.Value} it is
 * @param longest most characters it takes on a screen in any language; 0 where the kind says it
 *     (numbers, distances)
 * @param optional whether it may be absent
 * @param fields for {@link Kind#ITEM} and {@link Kind#ITEMS}: the fields of each item; {@code
 *     longest} is its label's
 * @param most for {@link Kind#ITEMS}: most items in one answer
 */
public record FieldType(
    Kind kind, int longest, boolean optional, Map<String, FieldType> fields, int most) {
  public FieldType {
    fields = Map.copyOf(fields);
  }

  public static FieldType of(Kind kind) {
    return new FieldType(kind, 0, false, Map.of(), 0);
  }

  public static FieldType words(Kind kind, int longest) {
    return new FieldType(kind, longest, false, Map.of(), 0);
  }

  public static FieldType item(int longest, Map<String, FieldType> fields) {
    return new FieldType(Kind.ITEM, longest, false, fields, 1);
  }

  public static FieldType items(int longest, int most, Map<String, FieldType> fields) {
    return new FieldType(Kind.ITEMS, longest, false, fields, most);
  }

  public FieldType orAbsent() {
    return new FieldType(kind, longest, true, fields, most);
  }

  /** One name for each kind of {@link ma.jisr.flow.value.Value}. */
  public enum Kind {
    TEXT,
    LOCAL,
    WHOLE,
    AMOUNT,
    FLAG,
    PHONE,
    MOMENT,
    DISTANCE,
    ITEM,
    ITEMS
  }
}
