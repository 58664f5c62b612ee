package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object by name, whichever way the name is spelt: the documents of the API write
 * "errordescription" and "errorDescription", "error" and "errorReference".
 */
final class Fields {
  private final Map<String, JsonNode> members = new HashMap<>();

  Fields(JsonNode object) {
    object
        .properties()
        .forEach(
            member -> {
              if (!member.getValue().isNull())
                members.putIfAbsent(Words.plain(member.getKey()), member.getValue());
            });
  }

  boolean has(String name) {
    return members.containsKey(Words.plain(name));
  }

  /** A member; missing when there is none. */
  JsonNode node(String name) {
    return members.getOrDefault(Words.plain(name), MissingNode.getInstance());
  }

  /** A text or a number, without blanks around it; null when there is none or it is empty. */
  @Nullable String text(String name) {
    JsonNode node = node(name);
    if (!node.isTextual() && !node.isNumber()) return null;
    String text = node.asText().strip();
    return text.isEmpty() ? null : text;
  }

  /** The same; "" for null. */
  String textOr(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "Fields[hidden]";
  }
}
