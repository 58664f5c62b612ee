package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.base.KeyedHash;
import ma.jisr.base.Role;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Staff;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Patience;
import ma.jisr.gateway.web.Proxies;

/** An API of things, over real HTTP: everything but a domain. */
final class ThingsApi implements AutoCloseable {
  final Staff staff;
  final MemoryCounters counters = new MemoryCounters();

  /** What operations were asked, by their names and what reached them. */
  final List<String> asked = new ArrayList<>();

  /** What is told at /rumour. */
  final Rumour rumour = new Rumour();

  /** The nanoseconds of the limits' clock. */
  final AtomicLong nanos = new AtomicLong();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  final ApiServer server;
  final int port;
  final int adminPort;
  final String token;

  ThingsApi() {
    this(new Staff(), Patience.USUAL);
  }

  ThingsApi(Staff staff, Patience patience) {
    this(staff, patience, Proxies.NONE, Optional.empty());
  }

  /**
   * @param proxies in front of it
   * @param tls of its public listener
   */
  ThingsApi(Staff staff, Patience patience, Proxies proxies, Optional<Listener.Tls> tls) {
    this.staff = staff;
    staff.make("amina", Role.ADMINISTRATOR);
    this.token = staff.token("amina");
    CallLimits limits =
        new CallLimits(
            CallLimits.Rate.TOKEN,
            CallLimits.Rate.ADDRESS,
            CallLimits.Rate.GUESS,
            new TimeMeter() {
              @Override
              public long currentTimeNanos() {
                return nanos.get();
              }

              @Override
              public boolean isWallClockBased() {
                return false;
              }
            });
    KeyedHash key = new KeyedHash(new byte[32]);
    Api api =
        new Api(
            description(),
            operations(),
            staff.callers,
            staff.audit,
            limits,
            proxies,
            new Cursors(text -> Arrays.copyOf(key.hash("cursor", text), 16)),
            counters,
            () -> staff.now,
            new Random(1));
    Listener listener = new Listener("127.0.0.1", 0, Optional.empty());
    this.server = start(new Listener("127.0.0.1", 0, tls), api, false, patience);
    this.port = server.port();
    this.adminPort = start(listener, api, true, patience).port();
  }

  private ApiServer start(Listener listener, Api api, boolean admin, Patience patience) {
    return ApiServer.start(vertx, listener, api, admin, patience)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  static Description description() {
    try (InputStream in =
        Objects.requireNonNull(ThingsApi.class.getResourceAsStream("things.json"))) {
      return new Description(new JsonMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Operation> operations() {
    return Map.of(
        "listThings",
        this::list,
        "makeThing",
        this::make,
        "oddThing",
        call -> done(Answer.json(thing("odd"))),
        "getThing",
        call -> done(Answer.json(thing(call.text("id"))).version(3)),
        "putThing",
        this::put,
        "secrets",
        call -> done(Answer.json(thing("secret"))),
        "openThing",
        call -> done(Answer.text("text/html", "<p>" + call.caller().actor().role())),
        "guessThing",
        call -> done(guessed(call)),
        "hearRumour",
        this::hear,
        "broken",
        call -> CompletableFuture.failedFuture(new IllegalStateException("0661987655")));
  }

  private CompletableFuture<Answer> list(Call call) {
    asked.add(
        "list "
            + call.maybe("colour")
            + call.number("least")
            + call.flag("big")
            + call.whole("limit", 2));
    int from = call.page().map(Integer::parseInt).orElse(0);
    ObjectNode body = thing("page " + from);
    int next = from + call.whole("limit", 2);
    if (next < 5) body.put("next", call.next(Integer.toString(next)));
    return done(Answer.text(call.accepted(), body.toString()));
  }

  private CompletableFuture<Answer> hear(Call call) {
    return done(
        call.accepted().equals(Answer.EVENTS)
            ? Answer.stream(rumour)
            : Answer.json(thing("rumour")));
  }

  private CompletableFuture<Answer> make(Call call) {
    asked.add("make " + call.writeId() + " " + call.bodyType() + " " + call.body().length());
    return done(Answer.json(call.json()).status(201).header("location", "/things/x").of("x"));
  }

  private CompletableFuture<Answer> put(Call call) {
    asked.add("put " + call.version());
    if (call.version() != 3)
      throw new ProblemException(Problem.overtaken(thing("theirs"), call.json()));
    return done(Answer.json(call.json()).version(4));
  }

  private static Answer guessed(Call call) {
    boolean right = call.body().toString().equals("code=right");
    return Answer.text("text/html", right ? "<p>yes" : "<p>no").status(right ? 200 : 403);
  }

  private static ObjectNode thing(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }

  private static CompletableFuture<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  /** Asks with amina's token; headers in pairs. */
  HttpResponse<String> ask(String method, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("authorization", "Bearer " + token));
    return bare(port, method, path, body, all.toArray(String[]::new));
  }

  HttpResponse<String> bare(int port, String method, String path, String body, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (headers.length > 0) request.headers(headers);
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Status and the problem's word, or the name in the body. */
  static String told(HttpResponse<String> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    if (response.body().isEmpty()) return Integer.toString(response.statusCode());
    try {
      JsonNode json = new JsonMapper().readTree(response.body());
      String word =
          type.equals(Problem.TYPE)
              ? json.path("type").asText().replace("urn:jisr:problem:", "")
              : json.path("name").asText();
      return response.statusCode() + " " + word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The trail so far: operation, what, status. */
  List<String> trail() {
    return staff.audit.read(Audit.day(staff.now), "", 100).join().stream()
        .map(line -> line.did() + " " + line.of() + " " + line.status())
        .toList();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
