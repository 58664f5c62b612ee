package ma.jisr.gateway.channel.chat.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import ma.jisr.flow.Button;
import ma.jisr.gateway.channel.chat.ChatText;

/** What a person has said with one message. */
sealed interface Spoken {
  /** What Meta has no form for, and nobody has said: an answer to it would be out of the blue. */
  Set<String> UNSAID =
      Set.of(
          "edit",
          "errors",
          "hsm",
          "keep_in_chat",
          "media_placeholder",
          "pin",
          "poll_update",
          "reaction",
          "revoke");

  /** A text, as {@link ma.jisr.gateway.channel.http.message.Called.Words} has it. */
  record Words(String text) implements Spoken {
    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }

  /**
   * Nothing that is answered.
   *
   * @param why in a word
   */
  record Nothing(String why) implements Spoken {}

  static Spoken of(JsonNode message) {
    String type = message.path("type").asText("");
    JsonNode content = message.path(type);
    return switch (type) {
      case "text" -> words(content.path("body"));
      case "interactive" -> pressed(content.path(content.path("type").asText("")));
      case "button" -> words(content.path("text"));
      case "location" -> position(content);
      case "image", "video", "document" ->
          content.path("caption").isTextual()
              ? words(content.path("caption"))
              : new Words(ChatText.NO_WORDS);
      case "audio", "sticker", "contacts", "order", "unknown" -> new Words(ChatText.NO_WORDS);
      case "unsupported" ->
          UNSAID.contains(content.path("type").asText(""))
              ? new Nothing("unsupported")
              : new Words(ChatText.NO_WORDS);
      case "reaction", "system" -> new Nothing(type);
      case "" -> new Nothing("malformed");
      default -> new Nothing("type");
    };
  }

  private static Spoken words(JsonNode text) {
    return !text.isTextual() || text.asText().isBlank()
        ? new Nothing("malformed")
        : new Words(text.asText());
  }

  /** A button or a row: what we have written on its back, else what others have on its face. */
  private static Spoken pressed(JsonNode reply) {
    String id = reply.path("id").asText("");
    if (Button.pressed(id).isPresent()) return new Words(id);
    return reply.has("title") ? words(reply.path("title")) : new Words(ChatText.NO_WORDS);
  }

  private static Spoken position(JsonNode location) {
    JsonNode latitude = location.path("latitude");
    JsonNode longitude = location.path("longitude");
    return latitude.isNumber() && longitude.isNumber()
        ? new Words(ChatText.position(latitude.doubleValue(), longitude.doubleValue()))
        : new Nothing("malformed");
  }
}
