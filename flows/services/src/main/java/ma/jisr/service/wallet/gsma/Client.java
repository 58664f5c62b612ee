package ma.jisr.service.wallet.gsma;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks one provider, with the headers that its API wants. Futures never fail. */
final class Client {
  /** A token that is not there by then is not waited for; the next request finds it. */
  private static final Duration TOKEN = Duration.ofMillis(1_500);

  private static final int UNAUTHORISED = 401;

  private final Vertx vertx;
  private final Context context;
  private final GsmaSettings settings;
  private final CallbackTokens callbacks;
  private final Clock clock;
  private final Wire wire;
  private final Tokens tokens;

  Client(Vertx vertx, GsmaSettings settings, CallbackTokens callbacks, Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.settings = settings;
    this.callbacks = callbacks;
    this.clock = clock;
    this.wire = new Wire(vertx, context, Endpoint.of(settings.base()), settings.encryption());
    this.tokens = new Tokens(vertx, context, settings.credentials(), settings.encryption(), clock);
  }

  Future<Reply> get(String path, Duration answer) {
    return ask(HttpMethod.GET, path, Map.of(), null, answer);
  }

  /** A POST whose result is told to nobody else: asked for and forgotten. */
  Future<Reply> post(String path, UUID correlation, byte[] body, Duration answer) {
    return ask(HttpMethod.POST, path, posted(correlation, body), Buffer.buffer(body), answer);
  }

  /** A POST that is called back about. */
  Future<Reply> order(String path, UUID correlation, byte[] body, Duration answer) {
    Map<String, String> headers = posted(correlation, body);
    if (settings.callback() != null) {
      String base = settings.callback().toString();
      while (base.endsWith("/")) base = base.substring(0, base.length() - 1);
      headers.put("x-callback-url", base + callbacks.path(settings.id(), correlation));
    }
    return ask(HttpMethod.POST, path, headers, Buffer.buffer(body), answer);
  }

  private Map<String, String> posted(UUID correlation, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-correlationid", correlation.toString());
    headers.put("x-content-hash", sha256(body));
    Signing signing = settings.signing();
    if (signing != null) headers.put(signing.header(), signing.sign(body));
    return headers;
  }

  private Future<Reply> ask(
      HttpMethod method,
      String path,
      Map<String, String> own,
      @Nullable Buffer body,
      Duration answer) {
    Promise<Reply> reply = Promise.promise();
    Map<String, String> headers = new HashMap<>(own);
    headers.put("accept", "application/json");
    headers.put("x-date", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    if (settings.apiKey() != null) headers.put("x-api-key", settings.apiKey());
    if (settings.clientId() != null) headers.put("x-client-id", settings.clientId());
    context.runOnContext(
        nothing ->
            token(
                shown -> {
                  if (shown.isEmpty()) {
                    reply.complete(new Reply.Never("no token"));
                    return;
                  }
                  headers.put("authorization", shown.get());
                  wire.ask(new Ask(method, path, headers, body, answer))
                      .onComplete(
                          told -> {
                            watch(shown.get(), told.result());
                            reply.complete(told.result());
                          });
                }));
    return reply.future();
  }

  /** Tells the header once: as soon as it is there, or that it is not there in time. */
  private void token(java.util.function.Consumer<Optional<String>> then) {
    Promise<Optional<String>> first = Promise.promise();
    var unused = first.future().onSuccess(then::accept);
    long timer = vertx.setTimer(TOKEN.toMillis(), id -> first.tryComplete(Optional.empty()));
    tokens
        .header()
        .onComplete(
            header -> {
              vertx.cancelTimer(timer);
              first.tryComplete(header.succeeded() ? header.result() : Optional.empty());
            });
  }

  private void watch(String header, Reply reply) {
    if (!(reply instanceof Reply.Said said)) return;
    boolean stranger =
        said.status() == UNAUTHORISED
            || (said.shape() instanceof Shape.Failure error && error.trouble().stranger());
    if (stranger) tokens.refused(header);
  }

  static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Future<Void> close() {
    return wire.close().eventually(tokens::close);
  }
}
