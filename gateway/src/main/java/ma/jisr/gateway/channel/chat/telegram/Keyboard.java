package ma.jisr.gateway.channel.chat.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.flow.Button;
import ma.jisr.gateway.channel.chat.ChatText;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * The buttons below a message ({@code InlineKeyboardMarkup}), in rows that a small screen shows
 * whole: all buttons of a row are as wide as each other, so short labels stand side by side and a
 * long one alone. The ways out, whose digits begin with 0, have a row of their own.
 */
final class Keyboard {
  /** Bytes of {@code callback_data}, of InlineKeyboardButton. */
  static final int DATA = 64;

  /** Buttons that Telegram takes below one message. */
  static final int MOST = 100;

  /** Characters of a label; a phone of 320 points shows about as many in a whole row. */
  static final int LABEL = 33;

  /** What is left and right of a label, in characters. */
  private static final int MARGIN = 3;

  private static final int ROW = LABEL + MARGIN;

  /** Buttons in a row that a thumb still tells apart. */
  private static final int ABREAST = 4;

  private Keyboard() {}

  /** The markup; at least one button. */
  static ObjectNode of(List<Button> buttons) {
    ObjectNode markup = Json.MAPPER.createObjectNode();
    ArrayNode rows = markup.putArray("inline_keyboard");
    for (List<Button> row : rows(buttons)) {
      ArrayNode written = rows.addArray();
      for (Button button : row)
        written.addObject().put("text", text(button)).put("callback_data", button.told(DATA));
    }
    return markup;
  }

  private static String text(Button button) {
    return ChatText.cut(button.digits() + ' ' + button.label(), LABEL);
  }

  private static List<List<Button>> rows(List<Button> buttons) {
    List<List<Button>> rows = new ArrayList<>();
    List<Button> row = new ArrayList<>();
    int widest = 0;
    boolean ways = false;
    for (Button button : buttons.subList(0, Math.min(MOST, buttons.size()))) {
      int width = text(button).length();
      boolean wayOut = button.digits().startsWith("0");
      if (!row.isEmpty() && (wayOut != ways || !fits(row.size() + 1, Math.max(widest, width)))) {
        rows.add(row);
        row = new ArrayList<>();
        widest = 0;
      }
      row.add(button);
      widest = Math.max(widest, width);
      ways = wayOut;
    }
    if (!row.isEmpty()) rows.add(row);
    return rows;
  }

  private static boolean fits(int count, int widest) {
    return count <= ABREAST && count * (widest + MARGIN) <= ROW;
  }
}
