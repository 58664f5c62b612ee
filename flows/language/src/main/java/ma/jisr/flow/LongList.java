package ma.jisr.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;

/**
 * A list longer than a page as a conversation keeps it: ids and labels, a line each. 89 communes
 * take some 6 KB so, of the 16 KB that a person's document may have; as items they take three times
 * that. Fields of such items are not kept: a flow that needs them asks for the item again.
 */
final class LongList {
  /** Up to so many items are kept whole: what one page offers. */
  static final int PAGE = 8;

  private static final String FIELD = "\t";
  private static final String TAG = "=";

  private LongList() {}

  /** The list as it is kept. */
  static Value kept(List<Value.Item> items) {
    if (items.size() <= PAGE) return new Value.Items(items);
    StringBuilder lines = new StringBuilder();
    for (Value.Item item : items) {
      lines.append(line(item.id()));
      item.label()
          .byLanguage()
          .forEach((l, text) -> lines.append(FIELD).append(l.tag()).append(TAG).append(line(text)));
      lines.append('\n');
    }
    return new Value.Text(lines.toString());
  }

  private static String line(String text) {
    return text.replace('\t', ' ').replace('\n', ' ');
  }

  /** The items of a list that was kept. */
  static List<Value.Item> items(String kept) {
    List<Value.Item> items = new ArrayList<>();
    for (String line : kept.lines().toList()) {
      String[] parts = line.split(FIELD, -1);
      Map<Language, String> label = new HashMap<>();
      for (int i = 1; i < parts.length; i++) {
        int at = parts[i].indexOf(TAG);
        String text = parts[i].substring(at + 1);
        Language.of(parts[i].substring(0, at)).ifPresent(language -> label.put(language, text));
      }
      items.add(Value.Item.of(parts[0], new LocalText(label)));
    }
    return items;
  }
}
