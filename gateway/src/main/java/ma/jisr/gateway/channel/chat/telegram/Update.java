package ma.jisr.gateway.channel.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.chat.ChatText;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * Reads an {@code Update}. Only what a person says to the bot alone is answered: in a group others
 * would read it. What nobody answers is taken all the same, since an update that is refused holds
 * up the chat's next ones for a day.
 */
final class Update {
  /** What is asked for; Telegram keeps the rest to itself. */
  static final List<String> ALLOWED = List.of("message", "callback_query");

  /** A command: {@code /start}, {@code /wifi@jisr_bot amizmiz}. */
  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z][A-Za-z0-9_]{0,31})(?:@[A-Za-z0-9_]{1,32})?(?:\\s+(.*))?");

  /** The word that shows the menu. */
  private static final String HOME = "menu";

  /** What a person can send that is no words. */
  private static final List<String> WORDLESS =
      List.of(
          "photo",
          "voice",
          "sticker",
          "video",
          "video_note",
          "audio",
          "document",
          "animation",
          "contact",
          "poll",
          "dice",
          "story",
          "paid_media");

  private Update() {}

  /** Empty for what is no update. */
  static Optional<Called> read(JsonNode update) {
    JsonNode id = update.path("update_id");
    if (!id.isIntegralNumber()) return Optional.empty();
    if (update.has("message")) return Optional.of(said(id.asText(), update.path("message")));
    if (update.has("callback_query"))
      return Optional.of(pressed(id.asText(), update.path("callback_query")));
    boolean edited = update.has("edited_message");
    return Optional.of(Called.ignored(edited ? "edited" : "other", Reply.TAKEN));
  }

  private static Called said(String id, JsonNode message) {
    Optional<String> stranger = stranger(message.path("chat"), message.path("from"));
    if (stranger.isPresent()) return Called.ignored(stranger.get(), Reply.TAKEN);
    return text(message)
        .map(text -> Called.of(words(id, message, text), Reply.TAKEN))
        .orElseGet(() -> Called.ignored("service", Reply.TAKEN));
  }

  private static Called pressed(String id, JsonNode query) {
    // Until it is answered, the button shows that something is under way.
    Reply reply = answer(query.path("id").asText(""));
    JsonNode message = query.path("message");
    Optional<String> stranger = stranger(message.path("chat"), query.path("from"));
    if (stranger.isPresent()) return Called.ignored(stranger.get(), reply);
    String data = query.path("data").asText("");
    if (data.isEmpty()) return Called.ignored("other", reply);
    return Called.of(words(id, message, data), reply);
  }

  /** Why somebody is not talked with; empty for a person who talks with the bot alone. */
  private static Optional<String> stranger(JsonNode chat, JsonNode from) {
    JsonNode id = chat.path("id");
    if (!id.isIntegralNumber()) return Optional.of("other");
    if (!chat.path("type").asText().equals("private") || id.asLong() <= 0)
      return Optional.of("group");
    return from.path("is_bot").asBoolean() ? Optional.of("bot") : Optional.empty();
  }

  private static Called.Words words(String id, JsonNode message, String text) {
    return new Called.Words(id, message.at("/chat/id").asText(), "", text);
  }

  /** What is heard; empty for what the platform tells about the chat itself. */
  private static Optional<String> text(JsonNode message) {
    if (message.path("text").isTextual())
      return Optional.of(uncommanded(message.path("text").asText()));
    if (message.path("caption").isTextual() && !message.path("caption").asText().isBlank())
      return Optional.of(message.path("caption").asText());
    JsonNode place = message.path("location");
    if (place.isObject())
      return Optional.of(
          ChatText.position(
              place.path("latitude").asDouble(Double.NaN),
              place.path("longitude").asDouble(Double.NaN)));
    for (String kind : WORDLESS) if (message.has(kind)) return Optional.of(ChatText.NO_WORDS);
    return Optional.empty();
  }

  /** Commands are words with a stroke; a link to the bot brings its own behind {@code /start}. */
  private static String uncommanded(String text) {
    if (!text.startsWith("/")) return text;
    Matcher matcher = COMMAND.matcher(text);
    if (!matcher.matches()) return text;
    String rest = matcher.group(2) == null ? "" : matcher.group(2).strip();
    String command = matcher.group(1).replace('_', ' ');
    if (command.equals("start")) return rest.isEmpty() ? HOME : rest.replace('_', ' ');
    return rest.isEmpty() ? command : command + ' ' + rest;
  }

  /** A reply that is itself a request ("Making requests when getting updates"). */
  private static Reply answer(String query) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("method", Telegram.ANSWER).put("callback_query_id", query);
    return new Reply(200, Json.TYPE, body.toString());
  }
}
