package ma.jisr.app.channels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What WhatsApp refuses of what it is sent: its documentation's limits, characters. */
final class WhatsAppRules {
  private WhatsAppRules() {}

  /** What is wrong with a message; "" for nothing. */
  static String fault(JsonNode message) {
    if (!message.path("messaging_product").asText().equals("whatsapp")) return "product";
    if (!message.path("to").asText().matches("[1-9]\\d{5,19}")) return "to";
    return switch (message.path("type").asText()) {
      case "text" -> length(message.at("/text/body"), 4_096) ? "" : "text";
      case "interactive" -> interactive(message.path("interactive"));
      case "template" -> length(message.at("/template/name"), 512) ? "" : "template";
      default -> "type";
    };
  }

  private static String interactive(JsonNode interactive) {
    if (!length(interactive.at("/body/text"), 1_024)) return "body";
    JsonNode action = interactive.path("action");
    if (interactive.path("type").asText().equals("button")) {
      JsonNode buttons = action.path("buttons");
      if (buttons.isEmpty() || buttons.size() > 3) return buttons.size() + " buttons";
      Set<String> seen = new HashSet<>();
      for (JsonNode button : buttons) {
        JsonNode reply = button.path("reply");
        if (!button.path("type").asText().equals("reply")) return "kind of button";
        if (!titled(reply, 20, 256, seen)) return "button " + reply;
      }
      return "";
    }
    JsonNode rows = action.at("/sections/0/rows");
    if (!length(action.path("button"), 20) || action.path("sections").size() != 1) return "list";
    if (rows.isEmpty() || rows.size() > 10) return rows.size() + " rows";
    Set<String> seen = new HashSet<>();
    for (JsonNode row : rows) {
      boolean described = row.path("description").asText("").length() <= 72;
      if (!titled(row, 24, 200, seen) || !described) return "row " + row;
    }
    return "";
  }

  /** A title and an id of these lengths, neither of which another one has. */
  private static boolean titled(JsonNode one, int title, int id, Set<String> seen) {
    return length(one.path("title"), title)
        && length(one.path("id"), id)
        && seen.add("title " + one.path("title").asText())
        && seen.add("id " + one.path("id").asText());
  }

  private static boolean length(JsonNode text, int most) {
    return text.isTextual() && !text.asText().isBlank() && text.asText().length() <= most;
  }
}
