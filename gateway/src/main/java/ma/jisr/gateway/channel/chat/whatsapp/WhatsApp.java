package ma.jisr.gateway.channel.chat.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.Verdict;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * WhatsApp's Cloud API (developers.facebook.com, "WhatsApp Business Platform"): people are known by
 * their wa_id, the digits of a phone number, or by the id that Meta gives them for us where they
 * hide it. Decisions 0339 to 0341.
 *
 * @param account which number we are
 * @param template what is sent where somebody has not written for a day; empty: nothing is
 * @param clock tells when that is
 */
public record WhatsApp(Account account, Optional<Template> template, InstantSource clock)
    implements Provider {
  /** Meta, "Webhooks": payloads have up to 3 MB, up to 1,000 updates in one. */
  public static final int MOST_BODY = 3 * 1024 * 1024;

  /** "Customer service window": 24 hours from a person's last message. */
  static final Duration WINDOW = Duration.ofHours(24);

  /** How much sooner it is taken for closed: clocks differ, and messages wait. */
  static final Duration MARGIN = Duration.ofMinutes(2);

  /** What a message that may not go any more is refused with. */
  static final String CLOSED = "24-hour window closed";

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /**
   * A phone number of a business.
   *
   * @param number the id that Meta gives it (phone_number_id), digits
   * @param version of the Graph API: {@code v25.0}
   * @param token that shows who we are
   */
  public record Account(String number, String version, String token) {
    @Override
    public String toString() {
      return "Account[hidden]";
    }
  }

  @Override
  public int mostBody() {
    return MOST_BODY;
  }

  @Override
  public Optional<Called> read(Knock knock) {
    return knock.method().equals("GET")
        ? handshake(knock)
        : new Webhook(account.number(), clock.instant()).read(Json.read(knock.body()));
  }

  /**
   * Meta asks an address whether it is ours before it calls it; the verifier has seen its token.
   */
  private static Optional<Called> handshake(Knock knock) {
    boolean subscribes = knock.query().first("hub.mode").filter("subscribe"::equals).isPresent();
    return knock
        .query()
        .first("hub.challenge")
        .filter(challenge -> subscribes && CHALLENGE.matcher(challenge).matches())
        .map(challenge -> new Reply(200, "text/plain; charset=utf-8", challenge))
        .map(reply -> new Called(List.of(), List.of(), reply));
  }

  /** Whether we may say anything to somebody. */
  private boolean open(Outbound message) {
    Instant heard = message.heard();
    return heard != null && clock.instant().isBefore(heard.plus(WINDOW).minus(MARGIN));
  }

  @Override
  public Optional<String> barred(Outbound message) {
    return template.isPresent() || open(message) ? Optional.empty() : Optional.of(CLOSED);
  }

  @Override
  public Caller.Ask write(Outbound message) {
    boolean free = template.isEmpty() || open(message);
    JsonNode body = free ? Letter.free(message) : Letter.by(template.get(), message);
    return new Caller.Ask(
        HttpMethod.POST,
        "/" + account.version() + "/" + account.number() + "/messages",
        Map.of("authorization", "Bearer " + account.token(), "content-type", Json.TYPE),
        Buffer.buffer(body.toString()));
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    JsonNode body = Json.read(answer.body());
    if (answer.status() / 100 == 2) {
      String id = body.at("/messages/0/id").asText("");
      // Taken or not: what comes back has another form than it ever had.
      return id.isEmpty() ? new Verdict.Unsure("no id") : new Verdict.Taken(id);
    }
    Optional<String> pause = Optional.ofNullable(answer.headers().get("retry-after"));
    JsonNode code = body.at("/error/code");
    return code.isInt()
        ? Fault.verdict(code.intValue(), answer.status(), pause)
        : Fault.verdict(answer.status(), pause);
  }

  @Override
  public String toString() {
    return "WhatsApp[hidden]";
  }
}
