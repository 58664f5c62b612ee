package ma.jisr.gateway.channel.http.message.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.Verdict;

/**
 * Twilio: forms in, which want TwiML back; a form out (twilio.com/docs/messaging).
 *
 * @param account its SID
 * @param token that signs what it calls, and shows who we are
 * @param reports where states are to be told; "" where its console says
 */
public record Twilio(String account, String token, String reports) implements Provider {
  private static final Reply NOTHING_TO_SAY =
      new Reply(200, "text/xml; charset=utf-8", "<Response/>");

  @Override
  public Optional<Called> read(Knock knock) {
    Optional<String> id = knock.field("MessageSid").filter(text -> !text.isBlank());
    if (id.isEmpty()) return Optional.empty();
    Optional<String> status = knock.field("MessageStatus");
    if (status.isPresent())
      return Optional.of(
          Called.of(
              new Called.Fate(id.get(), state(status.get()), knock.field("ErrorCode").orElse("")),
              Reply.TAKEN));
    Optional<String> from = knock.field("From");
    Optional<String> body = knock.field("Body");
    if (from.isEmpty() || body.isEmpty()) return Optional.empty();
    return Optional.of(
        Called.of(
            new Called.Words(id.get(), from.get(), knock.field("To").orElse(""), body.get()),
            NOTHING_TO_SAY));
  }

  private static Receipt.State state(String status) {
    return switch (status) {
      case "delivered", "read" -> Receipt.State.DELIVERED;
      case "accepted", "scheduled", "queued", "sending", "sent" -> Receipt.State.ENROUTE;
      case "undelivered" -> Receipt.State.UNDELIVERABLE;
      case "failed", "canceled" -> Receipt.State.REJECTED;
      default -> Receipt.State.UNKNOWN;
    };
  }

  @Override
  public Caller.Ask write(Outbound message) {
    Form form =
        new Form()
            .put("To", "+" + message.to().value())
            .put("From", message.code())
            .put("Body", message.text())
            .maybe("StatusCallback", reports);
    String basic = Base64.getEncoder().encodeToString((account + ':' + token).getBytes(UTF_8));
    return new Caller.Ask(
        HttpMethod.POST,
        "/2010-04-01/Accounts/" + account + "/Messages.json",
        Map.of("authorization", "Basic " + basic, "content-type", Form.TYPE),
        form.body());
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    JsonNode body = Json.read(answer.body());
    if (answer.status() / 100 == 2) return new Verdict.Taken(body.path("sid").asText(""));
    Verdict verdict =
        Verdict.of(answer.status(), Optional.ofNullable(answer.headers().get("retry-after")));
    return verdict instanceof Verdict.Refused && body.has("code")
        ? new Verdict.Refused("code " + body.path("code").asInt())
        : verdict;
  }

  @Override
  public String toString() {
    return "Twilio[hidden]";
  }
}
