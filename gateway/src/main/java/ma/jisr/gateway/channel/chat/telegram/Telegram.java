package ma.jisr.gateway.channel.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.Verdict;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * Telegram: updates in, {@code sendMessage} out, plain text both ways: nothing of a text is markup.
 *
 * @param token of the bot; it stands in the path of all that is asked, and nowhere else
 */
public record Telegram(String token) implements Provider {
  /** Answers a press, so that the button shows no longer that something is under way. */
  static final String ANSWER = "answerCallbackQuery";

  private static final String BLOCKED = "bot was blocked by the user";

  @Override
  public Optional<Called> read(Knock knock) {
    return Update.read(Json.read(knock.body()));
  }

  @Override
  public Caller.Ask write(Outbound message) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("chat_id", message.to().value());
    body.put("text", message.text());
    // Telegram would look at what the text links to: some links are for the person's eyes alone.
    body.putObject("link_preview_options").put("is_disabled", true);
    if (!message.buttons().isEmpty()) body.set("reply_markup", Keyboard.of(message.buttons()));
    return ask("sendMessage", body);
  }

  /** A request of the API. */
  Caller.Ask ask(String method, JsonNode body) {
    return new Caller.Ask(
        HttpMethod.POST,
        "/bot" + token + '/' + method,
        Map.of("content-type", Json.TYPE),
        Buffer.buffer(body.toString()));
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    JsonNode body = Json.read(answer.body());
    return switch (answer.status()) {
      case 200 ->
          // A message's number counts within its chat, and nothing more is ever told about it.
          body.path("ok").asBoolean() ? new Verdict.Taken("") : new Verdict.Unsure("HTTP 200");
      case 403 -> new Verdict.Refused(said(body).contains(BLOCKED) ? "blocked" : "HTTP 403");
      // The token is wrong, not the message: somebody will mend that.
      case 401, 404 -> new Verdict.LockedOut("HTTP " + answer.status());
      case 429 -> new Verdict.Throttled(pause(body));
      default -> Verdict.of(answer.status(), Optional.empty());
    };
  }

  private static String said(JsonNode body) {
    return body.path("description").asText("");
  }

  /** ResponseParameters, {@code retry_after}: seconds. */
  static Optional<Duration> pause(JsonNode body) {
    JsonNode after = body.at("/parameters/retry_after");
    return after.isIntegralNumber() && after.asLong() >= 0
        ? Optional.of(Duration.ofSeconds(Math.min(after.asLong(), Integer.MAX_VALUE)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Telegram[hidden]";
  }
}
