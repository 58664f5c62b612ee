package ma.jisr.gateway.channel.http.message.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
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
 * Africa's Talking and those who copy it: forms in, a form out, JSON back
 * (developers.africastalking.com, "SMS").
 *
 * @param username of the account
 * @param key of its API
 */
public record AfricasTalking(String username, String key) implements Provider {
  private static final int THROTTLED = 429;

  @Override
  public Optional<Called> read(Knock knock) {
    Optional<String> id = knock.field("id").filter(text -> !text.isBlank());
    Optional<String> status = knock.field("status");
    if (id.isEmpty()) return Optional.empty();
    if (status.isPresent())
      return Optional.of(
          Called.of(
              new Called.Fate(
                  id.get(), state(status.get()), knock.field("failureReason").orElse("")),
              Reply.TAKEN));
    Optional<String> from = knock.field("from");
    Optional<String> text = knock.field("text");
    if (from.isEmpty() || text.isEmpty()) return Optional.empty();
    return Optional.of(
        Called.of(
            new Called.Words(id.get(), from.get(), knock.field("to").orElse(""), text.get()),
            Reply.TAKEN));
  }

  private static Receipt.State state(String status) {
    return switch (status) {
      case "Success" -> Receipt.State.DELIVERED;
      case "Sent", "Submitted", "Buffered" -> Receipt.State.ENROUTE;
      case "Rejected" -> Receipt.State.REJECTED;
      case "Failed", "AbsentSubscriber" -> Receipt.State.UNDELIVERABLE;
      case "Expired" -> Receipt.State.EXPIRED;
      default -> Receipt.State.UNKNOWN;
    };
  }

  @Override
  public Caller.Ask write(Outbound message) {
    Form form =
        new Form()
            .put("username", username)
            .put("to", "+" + message.to().value())
            .put("message", message.text())
            .maybe("from", message.code())
            .put("enqueue", "1");
    return new Caller.Ask(
        HttpMethod.POST,
        "/version1/messaging",
        Map.of("apiKey", key, "accept", Json.TYPE, "content-type", Form.TYPE),
        form.body());
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    JsonNode one = Json.read(answer.body()).at("/SMSMessageData/Recipients/0");
    int code = one.path("statusCode").asInt(0);
    if (answer.status() / 100 != 2 || code == 0)
      return Verdict.of(
          answer.status() / 100 == 2 ? 502 : answer.status(),
          Optional.ofNullable(answer.headers().get("retry-after")));
    if (code < 200) return new Verdict.Taken(one.path("messageId").asText(""));
    if (code == THROTTLED) return new Verdict.Throttled(Optional.empty());
    String status = "status " + code;
    // 405 is an empty account, 5xx the gateway: somebody can mend it.
    return code == 405 || code >= 500 ? new Verdict.Later(status) : new Verdict.Refused(status);
  }

  @Override
  public String toString() {
    return "AfricasTalking[hidden]";
  }
}
