package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.Verdict;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.jspecify.annotations.Nullable;

/**
 * How posts, buttons and the slash command of Mattermost are written and read (REST API version 4;
 * developers.mattermost.com, "Interactive messages" and "Slash commands"). Safe on any thread.
 */
public final class Mattermost implements Provider {
  /** From here on a number of seconds is an instant, as older servers wrote it. */
  private static final long EPOCH = 1_000_000_000L;

  private final Account account;
  private final Presses presses;
  private final Clock clock;
  private final Direct direct = new Direct();
  private volatile @Nullable Me me;

  /**
   * What the server and we have agreed on.
   *
   * @param token of the bot account; what buttons are sealed with, too
   * @param command the token of the slash command; "" where there is none
   * @param door where the server reaches the link's door; "" where it does not: no buttons then
   */
  public record Account(String token, String command, String door) {
    @Override
    public String toString() {
      return "Account[hidden]";
    }
  }

  public Mattermost(Account account, Clock clock) {
    this.account = account;
    this.presses = new Presses(account);
    this.clock = clock;
  }

  /** Who we are, as soon as it is known; nothing is written before. */
  void become(Me known) {
    me = known;
  }

  @Nullable Me me() {
    return me;
  }

  /**
   * Whether a call at the door is the server's: by the token of the command, or a button's seal.
   */
  public boolean proves(Knock knock) {
    return presses.proves(knock);
  }

  @Override
  public boolean calls() {
    return !account.door().isEmpty() || !account.command().isEmpty();
  }

  @Override
  public Optional<Called> read(Knock knock) {
    Me known = me;
    return presses.read(knock, known == null ? "" : known.name());
  }

  @Override
  public Optional<Caller.Ask> first(Outbound message) {
    Me known = me;
    if (known == null || direct.of(message.to().value()) != null) return Optional.empty();
    ArrayNode both = Json.MAPPER.createArrayNode().add(known.id()).add(message.to().value());
    return Optional.of(post("/api/v4/channels/direct", both));
  }

  @Override
  public Optional<Verdict> learned(Outbound message, Caller.Heard.Answer answer) {
    String channel = Json.read(answer.body()).path("id").asText("");
    if (answer.status() / 100 != 2 || !Ids.is(channel))
      return Optional.of(not(answer.status() / 100 == 2 ? 502 : answer.status(), answer));
    direct.learn(message.to().value(), channel);
    return Optional.empty();
  }

  @Override
  public Caller.Ask write(Outbound message) {
    Me known = me;
    String channel = direct.of(message.to().value());
    ObjectNode post = Json.MAPPER.createObjectNode();
    String text = Markdown.plain(message.text());
    post.put("channel_id", channel == null ? "" : channel);
    post.put("message", text);
    // The server answers the second of two with one such name with the first: nothing goes twice.
    if (known != null) post.put("pending_post_id", known.id() + ':' + message.id());
    presses.offer(message, text).ifPresent(actions -> post.set("props", actions));
    return post("/api/v4/posts", post);
  }

  private Caller.Ask post(String path, JsonNode body) {
    return new Caller.Ask(HttpMethod.POST, path, headers(), Buffer.buffer(body.toString()));
  }

  /** A question to its API. */
  Caller.Ask get(String path) {
    return new Caller.Ask(HttpMethod.GET, path, headers(), Buffer.buffer());
  }

  private Map<String, String> headers() {
    return Map.of("authorization", authorization(), "accept", Json.TYPE, "content-type", Json.TYPE);
  }

  String authorization() {
    return "Bearer " + account.token();
  }

  String token() {
    return account.token();
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    String id = Json.read(answer.body()).path("id").asText("");
    if (answer.status() / 100 == 2 && Ids.is(id)) return new Verdict.Taken(id);
    // The channel may be gone: it is asked for anew the next time.
    if (answer.status() / 100 == 4) direct.forget(message.to().value());
    return not(answer.status() / 100 == 2 ? 502 : answer.status(), answer);
  }

  private Verdict not(int status, Caller.Heard.Answer answer) {
    if (status == 401) return new Verdict.LockedOut("HTTP 401");
    if (status == 429) return new Verdict.Throttled(pause(answer.headers()));
    // What was not made may be made again: it has a name by which the server knows it.
    if (status == 500) return new Verdict.Later("HTTP 500");
    Verdict verdict = Verdict.of(status, Optional.empty());
    String why = Json.read(answer.body()).path("id").asText("");
    return verdict instanceof Verdict.Refused && why.matches("[a-z0-9._]{1,80}")
        ? new Verdict.Refused(why)
        : verdict;
  }

  /** How long the server wants to be left alone. */
  Optional<Duration> pause(MultiMap headers) {
    for (String name : List.of("retry-after", "x-ratelimit-reset")) {
      String text = headers.get(name);
      if (text == null || !text.strip().matches("\\d{1,10}")) continue;
      long seconds = Long.parseLong(text.strip());
      if (seconds >= EPOCH) seconds -= clock.instant().getEpochSecond();
      return Optional.of(Duration.ofSeconds(Math.max(0, seconds)));
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Mattermost[hidden]";
  }
}
