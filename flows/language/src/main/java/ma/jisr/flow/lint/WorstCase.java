package ma.jisr.flow.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.value.Value;

/** The longest value of each type: what a text must still fit with. */
final class WorstCase {
  /** 99,999.99 DH: above every limit of the national wallet. */
  private static final long CENTIMES = 9_999_999;

  /** Shown as "~999 km": the country is longer, but no answer lies as far. */
  private static final long METRES = 999_000;

  private static final int DIGITS = 6;

  /** Words of ten letters, so that pages are cut where real ones would be. */
  private static final int WORD = 10;

  /** Two digits each for hours and minutes in every zone. */
  private static final Instant NOON = Instant.parse("2026-01-01T12:34:00Z");

  private WorstCase() {}

  static Value of(FieldType type) {
    return switch (type.kind()) {
      case TEXT -> new Value.Text(filler(type.longest(), 'm'));
      case LOCAL -> new Value.Local(local(type.longest()));
      case WHOLE -> new Value.Whole(whole(type.longest() == 0 ? DIGITS : type.longest()));
      case AMOUNT -> new Value.Amount(CENTIMES);
      case FLAG -> new Value.Flag(true);
      case PHONE -> new Value.Phone("212661000000");
      case MOMENT -> new Value.Moment(NOON, "UTC");
      case DISTANCE -> new Value.Distance(METRES, false);
      case ITEM -> item(type, 0);
      case ITEMS -> items(type);
    };
  }

  static Value.Items items(FieldType type) {
    List<Value.Item> items = new ArrayList<>();
    for (int i = 0; i < Math.max(1, type.most()); i++) items.add(item(type, i));
    return new Value.Items(items);
  }

  private static Value.Item item(FieldType type, int number) {
    Map<String, Value> fields = new HashMap<>();
    type.fields().forEach((name, field) -> fields.put(name, of(field)));
    return new Value.Item("item" + number, local(type.longest()), fields);
  }

  private static LocalText local(int longest) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values())
      texts.put(language, filler(longest, letter(language)));
    return new LocalText(texts);
  }

  private static char letter(Language language) {
    return switch (language.script()) {
      case LATIN -> 'm';
      case ARABIC -> 'م';
      case TIFINAGH -> 'ⵎ';
    };
  }

  private static String filler(int length, char letter) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(1, length); i++)
      text.append(i % WORD == WORD - 1 && i < length - 1 ? ' ' : letter);
    return text.toString();
  }

  private static long whole(int digits) {
    long number = 0;
    for (int i = 0; i < Math.min(digits, 18); i++) number = number * 10 + 9;
    return number;
  }
}
