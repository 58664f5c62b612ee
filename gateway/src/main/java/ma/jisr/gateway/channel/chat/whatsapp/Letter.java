package ma.jisr.gateway.channel.chat.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import ma.jisr.base.Script;
import ma.jisr.flow.Button;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * A message as WhatsApp takes it: up to three choices are buttons, up to ten a list, and where
 * there are more, or the text is too long for either, it is plain. The text names the digits of all
 * choices in any case.
 */
final class Letter {
  /** "Interactive reply buttons messages": characters of a body. Lists are held to it as well. */
  static final int MOST_BODY = 1_024;

  /** Buttons of a message, and characters of the title of one. */
  static final int MOST_BUTTONS = 3;

  static final int MOST_TITLE = 20;

  /** "Interactive list messages": rows, characters of a title and of a description. */
  static final int MOST_ROWS = 10;

  static final int MOST_ROW = 24;
  static final int MOST_DESCRIPTION = 72;

  /** Bytes of what a row gives back: 200 characters are allowed, a button has 256. */
  static final int MOST_ID = 200;

  /** Characters of a template's place: with what stands around it the body has 1,024. */
  static final int MOST_PLACE = 900;

  private Letter() {}

  /** What may be said to somebody who has written within a day. */
  static ObjectNode free(Outbound message) {
    List<Button> buttons = message.buttons();
    ObjectNode root = to(message);
    if (buttons.isEmpty() || buttons.size() > MOST_ROWS || message.text().length() > MOST_BODY)
      return plain(root, message.text());
    root.put("type", "interactive");
    ObjectNode interactive = root.putObject("interactive");
    boolean few = buttons.size() <= MOST_BUTTONS;
    interactive.put("type", few ? "button" : "list");
    interactive.putObject("body").put("text", message.text());
    ObjectNode action = interactive.putObject("action");
    if (few) buttons(action.putArray("buttons"), buttons);
    else {
      action.put("button", open(Letters.script(message.text())));
      rows(action.putArray("sections").addObject().putArray("rows"), buttons);
    }
    return root;
  }

  private static ObjectNode plain(ObjectNode root, String text) {
    root.put("type", "text");
    root.putObject("text").put("preview_url", false).put("body", text);
    return root;
  }

  private static void buttons(ArrayNode into, List<Button> buttons) {
    for (Button button : buttons)
      into.addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", button.told(MOST_ID))
          .put("title", Letters.cut(title(button), MOST_TITLE));
  }

  private static void rows(ArrayNode into, List<Button> buttons) {
    for (Button button : buttons) {
      String title = title(button);
      ObjectNode row =
          into.addObject()
              .put("id", button.told(MOST_ID))
              .put("title", Letters.cut(title, MOST_ROW));
      String rest = Letters.rest(title, MOST_ROW, MOST_DESCRIPTION);
      if (!rest.isEmpty()) row.put("description", rest);
    }
  }

  /** The digit stands before it as in the text; two of one message never have the same. */
  private static String title(Button button) {
    return Letters.onOneLine(button.digits() + " " + button.label(), " ");
  }

  /** What opens a list: a word that is the same in all languages of a script. */
  private static String open(Script script) {
    return switch (script) {
      case LATIN -> "Menu";
      case ARABIC -> "القائمة";
      case TIFINAGH -> "ⵓⵎⵓⵖ";
    };
  }

  /** What may be said to anybody. */
  static ObjectNode by(Template template, Outbound message) {
    ObjectNode root = to(message);
    root.put("type", "template");
    ObjectNode written = root.putObject("template").put("name", template.name());
    written.putObject("language").put("code", template.language(message.text()));
    ObjectNode place =
        written
            .putArray("components")
            .addObject()
            .put("type", "body")
            .putArray("parameters")
            .addObject()
            .put("type", "text");
    if (!template.parameter().isEmpty()) place.put("parameter_name", template.parameter());
    // Error 132018: no line breaks, tabs, or more than four spaces in a row.
    place.put("text", Letters.lines(message.text(), " · ", MOST_PLACE));
    return root;
  }

  private static ObjectNode to(Outbound message) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("messaging_product", "whatsapp").put("recipient_type", "individual");
    String person = message.to().value();
    return Sender.isNumber(person)
        ? root.put("to", person)
        : root.put("recipient", Sender.hidden(person));
  }
}
