package ma.jisr.service.wallet.gsma;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Authorization header. A token that passes is fetched when it is needed, once for all who wait
 * for it, and again shortly before its end or when the provider refuses it. Confined to the wire's
 * context.
 */
final class Tokens {
  private static final Duration FETCHING = Duration.ofSeconds(5);

  /** A token is not used in its last moments: the request travels, and clocks differ. */
  private static final Duration REST = Duration.ofSeconds(30);

  /** RFC 6749, 5.1 leaves expires_in out at will; and no token is believed longer than a day. */
  private static final long USUAL_SECONDS = 300;

  private static final long MOST_SECONDS = 86_400;
  private static final int MAX_TOKEN = 8_192;

  private final Credentials credentials;
  private final Clock clock;
  private final @Nullable Wire wire;
  private @Nullable String token;
  private Instant until = Instant.MIN;
  private @Nullable Future<Optional<String>> fetching;

  Tokens(
      Vertx vertx, Context context, Credentials credentials, Encryption encryption, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
    this.wire =
        credentials instanceof Credentials.OAuth oauth
            ? new Wire(vertx, context, Endpoint.of(oauth.tokens()), encryption)
            : null;
  }

  /** Whether a value may stand in a header: visible ASCII only. */
  static boolean sendable(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** The header's value; empty when no token is to be had. Never fails. */
  Future<Optional<String>> header() {
    return switch (credentials) {
      case Credentials.Basic basic ->
          Future.succeededFuture(Optional.of(basic(basic.user(), basic.secret())));
      case Credentials.Bearer bearer ->
          Future.succeededFuture(Optional.of("Bearer " + bearer.secret()));
      case Credentials.OAuth oauth -> passing(oauth);
    };
  }

  /** The provider has refused the header: a token of that value is not used again. */
  void refused(String header) {
    if (header.equals("Bearer " + token)) token = null;
  }

  private Future<Optional<String>> passing(Credentials.OAuth oauth) {
    if (token != null && clock.instant().isBefore(until))
      return Future.succeededFuture(Optional.of("Bearer " + token));
    Future<Optional<String>> running = fetching;
    if (running != null) return running;
    Future<Optional<String>> fetched = fetch(oauth).map(this::keep);
    if (!fetched.isComplete()) {
      fetching = fetched;
      var unused = fetched.onComplete(nothing -> fetching = null);
    }
    return fetched;
  }

  private Future<Reply> fetch(Credentials.OAuth oauth) {
    Wire to = wire;
    if (to == null) return Future.succeededFuture(new Reply.Never("no token is fetched"));
    String form = "grant_type=client_credentials";
    if (oauth.scope() != null)
      form += "&scope=" + URLEncoder.encode(oauth.scope(), StandardCharsets.UTF_8);
    return to.ask(
        new Ask(
            HttpMethod.POST,
            "",
            Map.of(
                "authorization", basic(oauth.client(), oauth.secret()),
                "content-type", "application/x-www-form-urlencoded",
                "accept", "application/json"),
            Buffer.buffer(form),
            FETCHING));
  }

  private Optional<String> keep(Reply reply) {
    if (!(reply instanceof Reply.Said said) || said.status() != 200) return Optional.empty();
    if (!(said.shape() instanceof Shape.Other other)) return Optional.empty();
    Fields fields = new Fields(other.node());
    String fresh = fields.text("access_token");
    if (fresh == null || fresh.length() > MAX_TOKEN || !sendable(fresh)) return Optional.empty();
    long seconds = fields.node("expires_in").asLong(USUAL_SECONDS);
    Duration life = Duration.ofSeconds(Math.clamp(seconds, 1, MOST_SECONDS));
    Duration rest = life.dividedBy(2).compareTo(REST) < 0 ? life.dividedBy(2) : REST;
    until = clock.instant().plus(life).minus(rest);
    token = fresh;
    return Optional.of("Bearer " + fresh);
  }

  private static String basic(String user, String secret) {
    byte[] pair = (user + ':' + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  Future<Void> close() {
    return wire == null ? Future.succeededFuture() : wire.close();
  }
}
