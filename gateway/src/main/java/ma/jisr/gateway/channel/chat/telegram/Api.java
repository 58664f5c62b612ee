package ma.jisr.gateway.channel.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.message.provider.Json;

/** What a bot asks of Telegram besides sending. Futures never fail. */
final class Api {
  /** Characters of a reason that are told to operators. */
  private static final int REASON = 120;

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 .,:;'-]");

  private final Telegram bot;
  private final Caller caller;

  Api(Telegram bot, Caller caller) {
    this.bot = bot;
    this.caller = caller;
  }

  /** What became of it. */
  sealed interface Told {
    /** It is done. */
    record Done(JsonNode result) implements Told {
      @Override
      public String toString() {
        return "Done[hidden]";
      }
    }

    /**
     * It is not.
     *
     * @param status of HTTP, or why there is none
     * @param reason in Telegram's words
     * @param pause that it asks for
     */
    record Failed(String status, String reason, Optional<Duration> pause) implements Told {}
  }

  Future<Told> ask(String method, JsonNode parameters) {
    return caller.ask(bot.ask(method, parameters)).map(Api::told);
  }

  private static Told told(Caller.Heard heard) {
    return switch (heard) {
      case Caller.Heard.NotSent none -> new Told.Failed(none.why(), "", Optional.empty());
      case Caller.Heard.Unsure none -> new Told.Failed(none.why(), "", Optional.empty());
      case Caller.Heard.Answer answer -> told(answer);
    };
  }

  private static Told told(Caller.Heard.Answer answer) {
    JsonNode body = Json.read(answer.body());
    if (answer.status() == 200 && body.path("ok").asBoolean())
      return new Told.Done(body.path("result"));
    String reason = UNSAFE.matcher(body.path("description").asText("")).replaceAll("");
    return new Told.Failed(
        "HTTP " + answer.status(),
        reason.substring(0, Math.min(REASON, reason.length())),
        Telegram.pause(body));
  }

  Future<Void> close() {
    return caller.close();
  }
}
