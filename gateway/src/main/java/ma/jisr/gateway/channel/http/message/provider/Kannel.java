package ma.jisr.gateway.channel.http.message.provider;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.text.Gsm7;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.Verdict;

/**
 * An existing Kannel as the way to the SMSC: its {@code sendsms} is called, its {@code get-url} and
 * {@code dlr-url} call us (Kannel user guide, "Setting up SMS Gateway": sendsms-user, sms-service,
 * delivery reports). What it calls us with is written in its configuration and ours as {@code
 * from=%p&to=%P&text=%b&id=%I}; {@code dlr-url} is ours.
 *
 * @param user of sendsms
 * @param password of its user
 * @param report where reports are called, with a secret; "" for none
 */
public record Kannel(String user, String password, String report) implements Provider {
  /** Delivered, not delivered, buffered, rejected: all but "given to the SMSC". */
  private static final String MASK = "23";

  @Override
  public Optional<Called> read(Knock knock) {
    Optional<String> state = knock.field("dlr");
    if (state.isPresent())
      return knock
          .field("id")
          .filter(id -> !id.isBlank())
          .map(id -> Called.of(new Called.Fate(id, state(state.get()), ""), Reply.TAKEN));
    Optional<String> from = knock.field("from");
    Optional<String> text = knock.field("text");
    if (from.isEmpty() || text.isEmpty()) return Optional.empty();
    return Optional.of(
        Called.of(
            new Called.Words(
                knock.field("id").orElse(""), from.get(), knock.field("to").orElse(""), text.get()),
            Reply.TAKEN));
  }

  private static Receipt.State state(String type) {
    return switch (type) {
      case "1" -> Receipt.State.DELIVERED;
      case "2" -> Receipt.State.UNDELIVERABLE;
      case "4", "8" -> Receipt.State.ENROUTE;
      case "16" -> Receipt.State.REJECTED;
      default -> Receipt.State.UNKNOWN;
    };
  }

  @Override
  public Caller.Ask write(Outbound message) {
    Form query =
        new Form()
            .put("username", user)
            .put("password", password)
            .maybe("from", message.code())
            .put("to", "+" + message.to().value())
            .put("charset", "UTF-8")
            .put("coding", Gsm7.fits(message.text()) ? "0" : "2")
            .put("text", message.text());
    // Kannel has no id of its own for a message: ours is given along, and comes back.
    if (!report.isEmpty())
      query
          .put("dlr-mask", MASK)
          .put("dlr-url", report + (report.contains("?") ? "&" : "?") + called(message));
    return new Caller.Ask(HttpMethod.GET, "/cgi-bin/sendsms?" + query, Map.of(), Buffer.buffer());
  }

  private static String called(Outbound message) {
    return "dlr=%d&" + new Form().put("id", message.id());
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    return answer.status() == 202 || answer.status() == 200
        ? new Verdict.Taken(report.isEmpty() ? "" : message.id())
        : Verdict.of(answer.status(), Optional.ofNullable(answer.headers().get("retry-after")));
  }

  @Override
  public String toString() {
    return "Kannel[hidden]";
  }
}
