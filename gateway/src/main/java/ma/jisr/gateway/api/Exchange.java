package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import ma.jisr.base.Ulid;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Caller;
import ma.jisr.gateway.account.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way through the gate to its answer: how often its address asks, whose its
 * token is, how often that asks, whether the token is good for this, then what it says; then it is
 * written into the audit trail, done, and written again with what came of it. What anybody may ask
 * needs no token and leaves no line. Confined to the loop of its connection.
 */
final class Exchange {
  /** How long an operation may take before its client is told to come again; without a body. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How much of a body it may work through in a millisecond at least: 10,000 rows in 10 s. */
  private static final int LEAST_PACE = 100;

  /** What an open operation answers to a secret that is none: counted as a token that is none. */
  private static final int FORBIDDEN = 403;

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final String BEARER = "bearer ";
  private static final int MAX_ADDRESS = 64;
  private static final int IPV6_NETWORK_GROUPS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final RoutingContext http;
  private final Endpoint endpoint;
  private final Operation operation;
  private final Api api;
  private final Reply reply;
  private final Streams streams;
  private final Context loop;
  private final Reading reading;

  /** Where it comes from. */
  private final String from;

  /** What of that is counted together. */
  private final String address;

  private @Nullable Caller caller;

  /** What it has shown. */
  private String token = "";

  /** Its place among the streams, when it has one. */
  private @Nullable EventStream stream;

  private Map<String, JsonNode> parameters = Map.of();
  private String bodyType = "";
  private String accepted = "";
  private long version;

  Exchange(
      RoutingContext http, Endpoint endpoint, Api api, Reply reply, Streams streams, Context loop) {
    this.http = http;
    this.endpoint = endpoint;
    this.operation = api.operation(endpoint.operation());
    this.api = api;
    this.reply = reply;
    this.streams = streams;
    this.loop = loop;
    this.reading = new Reading(endpoint, api.description().schemas(), http);
    this.from =
        api.proxies()
            .client(
                String.valueOf(http.request().remoteAddress().hostAddress()),
                http.request().headers().getAll("x-forwarded-for"));
    this.address = network(from);
  }

  /** Before anything of a body is read. */
  void enter() {
    long wait = Math.max(api.limits().address(address), api.limits().guesses(address));
    if (wait > 0) {
      tooOften(wait);
      return;
    }
    if (endpoint.open()) {
      caller = Caller.ANYBODY;
      read();
      return;
    }
    String header = http.request().getHeader("authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      stranger("");
      return;
    }
    token = header.substring(BEARER.length()).strip();
    http.request().pause();
    when(
        api.callers().of(token),
        (found, failure) -> known(found == null ? Optional.empty() : found, failure));
  }

  private void known(Optional<Caller> found, @Nullable Throwable failure) {
    if (failure != null) {
      failed(failure);
      return;
    }
    if (found.isEmpty()) {
      api.limits().guessed(address);
      stranger(", error=\"invalid_token\"");
      return;
    }
    Caller known = found.get();
    caller = known;
    long wait = api.limits().token(known.token());
    if (wait > 0) {
      tooOften(wait);
      return;
    }
    String needed = endpoint.scope().orElse("");
    if (Scope.of(needed).filter(known.scopes()::contains).isEmpty()) {
      forbidden(needed);
      return;
    }
    read();
  }

  /** What it says beside a body, which is read next. */
  private void read() {
    try {
      parameters = reading.parameters();
      accepted = reading.accepted();
      version = reading.version();
      bodyType = reading.bodyType();
    } catch (ProblemException e) {
      answer(Answer.problem(e.problem()));
      return;
    }
    http.request().resume();
    http.next();
  }

  /** When the body has been read. */
  void ask() {
    Buffer sent = http.body().buffer();
    Buffer body = sent == null ? Buffer.buffer() : sent;
    Call call;
    try {
      call = call(body);
    } catch (ProblemException e) {
      answer(Answer.problem(e.problem()));
      return;
    }
    if (!endpoint.changes()) {
      run(call);
      return;
    }
    when(
        written(subject(""), Audit.Line.ASKED),
        (done, failure) -> {
          if (failure == null) run(call);
          else failed(failure);
        });
  }

  private Call call(Buffer body) {
    JsonNode json = reading.json(bodyType, body.getBytes());
    String filters = reading.filters(parameters);
    Optional<String> page = Optional.empty();
    JsonNode cursor = parameters.get(Reading.CURSOR);
    if (cursor != null) {
      page = api.cursors().read(filters, cursor.asText());
      if (page.isEmpty())
        throw new ProblemException(
            Problem.malformed("The cursor is none of this list: begin without one"));
    }
    return new Call(
        caller(),
        parameters,
        json,
        body,
        bodyType,
        accepted,
        version,
        writeId(),
        page,
        filters,
        api.cursors());
  }

  /** The client's own name for the change, which is nobody else's; else one of ours. */
  private String writeId() {
    JsonNode key = parameters.get(IDEMPOTENCY_KEY);
    if (key != null && !endpoint.open()) return caller().actor().id() + ':' + key.asText();
    byte[] octets = new byte[Ulid.RANDOM_LENGTH];
    api.random().nextBytes(octets);
    return Ulid.of(api.clock().instant(), octets).text();
  }

  private void run(Call call) {
    CompletableFuture<Answer> answered;
    try {
      answered = operation.answer(call);
    } catch (RuntimeException e) {
      answered = CompletableFuture.failedFuture(e);
    }
    when(
        answered.copy().orTimeout(patience(), TimeUnit.MILLISECONDS),
        (answer, failure) -> {
          if (answer != null) trail(placed(answer));
          else if (cause(failure) instanceof ProblemException known)
            trail(Answer.problem(known.problem()));
          else failed(failure);
        });
  }

  private long patience() {
    return PATIENCE.toMillis() + endpoint.maxBody() / LEAST_PACE;
  }

  /** A stream needs a place before it is told that it may begin; the head of one needs none. */
  private Answer placed(Answer answer) {
    Events events = answer.events().orElse(null);
    if (events == null || http.request().method().equals(HttpMethod.HEAD)) return answer;
    try {
      stream = streams.admit(http.request(), events, caller().actor().id(), this::welcome);
      return answer;
    } catch (ProblemException e) {
      return Streams.refusal(e.problem());
    }
  }

  /** Whether the bearer is still exactly who was let in. */
  private CompletableFuture<Boolean> welcome() {
    if (endpoint.open()) return CompletableFuture.completedFuture(true);
    Optional<Caller> then = Optional.of(caller());
    return api.callers().of(token).thenApply(then::equals);
  }

  /** What cannot be written into the trail is not shown; what was changed was written before. */
  private void trail(Answer answer) {
    if (endpoint.open() && answer.status() == FORBIDDEN) api.limits().guessed(address);
    when(
        written(subject(answer.of()), answer.status()),
        (done, failure) -> {
          if (failure == null || endpoint.changes()) answer(answer);
          else failed(failure);
        });
  }

  /** What anybody may ask is nobody's doing. */
  private CompletableFuture<Void> written(String of, int status) {
    if (endpoint.open()) return CompletableFuture.completedFuture(null);
    Audit.Who who = new Audit.Who(caller().actor().id(), caller().token(), from);
    return api.audit().write(api.clock().instant(), who, endpoint.operation(), of, status);
  }

  private String subject(String of) {
    JsonNode id = parameters.get("id");
    return of.isEmpty() && id != null ? id.asText() : of;
  }

  private void forbidden(String scope) {
    Answer refused =
        Answer.problem(Problem.forbidden("The token is not good for " + scope))
            .header(
                "www-authenticate",
                "Bearer realm=\"jisr\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    trail(refused);
  }

  private void stranger(String why) {
    answer(
        Answer.problem(Problem.unknownCaller())
            .header("www-authenticate", "Bearer realm=\"jisr\"" + why));
  }

  private void tooOften(long seconds) {
    count(429);
    reply.write(http.request(), Problem.tooOften(), seconds);
  }

  private void failed(@Nullable Throwable failure) {
    EventStream place = stream;
    if (place != null) place.end();
    LOG.warn("{} failed: {}", endpoint.operation(), cause(failure).getClass().getSimpleName());
    LOG.debug("{} failed", endpoint.operation(), failure);
    count(503);
    reply.write(http.request(), Problem.unavailable("Try again in a moment"), 1);
  }

  private void answer(Answer answer) {
    count(answer.status());
    EventStream place = stream;
    if (place == null) reply.write(http.request(), answer);
    else streams.begin(place, http.request());
  }

  private void count(int status) {
    api.counters()
        .count(
            "api.answered",
            Map.of("operation", endpoint.operation(), "status", Integer.toString(status)));
  }

  private Caller caller() {
    Caller known = caller;
    if (known == null) throw new IllegalStateException("nobody has come through the gate");
    return known;
  }

  private <T extends @Nullable Object> void when(
      CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> told) {
    var unused =
        future.whenComplete(
            (value, failure) -> loop.runOnContext(nothing -> tell(told, value, failure)));
  }

  /** A fault of ours is an answer, too: nobody is left waiting. */
  private <T extends @Nullable Object> void tell(
      BiConsumer<@Nullable T, @Nullable Throwable> told,
      @Nullable T value,
      @Nullable Throwable failure) {
    try {
      told.accept(value, failure);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private static Throwable cause(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
    return cause == null ? new IllegalStateException("no answer") : cause;
  }

  /** Whoever has one IPv6 address has 2^64 of them: the network counts (RFC 6177). */
  static String network(String host) {
    String whole = host.length() > MAX_ADDRESS ? host.substring(0, MAX_ADDRESS) : host;
    if (whole.indexOf(':') < 0) return whole;
    String[] groups = whole.split(":", -1);
    return String.join(":", Arrays.copyOf(groups, Math.min(IPV6_NETWORK_GROUPS, groups.length)));
  }
}
