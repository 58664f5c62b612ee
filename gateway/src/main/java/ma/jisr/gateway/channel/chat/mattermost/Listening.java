package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.message.provider.Json;
import ma.jisr.gateway.channel.pace.Backoff;
import ma.jisr.gateway.loop.VertxLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the server's events for as long as it is open: connects, goes on in its stream where that
 * was torn, looks up what the server has not kept, and comes again after a pause when it is gone.
 * Confined to its loop.
 */
final class Listening {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final String EVENTS = "/api/v4/websocket";

  /** Bytes of an event: a post of the longest kind, written as JSON in JSON, with what it shows. */
  private static final int MOST_EVENT = 1024 * 1024;

  private static final int UNAUTHORIZED = 401;

  private final String link;
  private final VertxLoop loop;
  private final Mattermost provider;
  private final Caller caller;
  private final URI base;
  private final Timers timers;
  private final Hearer hearer;
  private final WebSocketClient client;
  private final Sequence sequence = new Sequence();
  private final Backoff lost;
  private final Backoff barred;
  private @Nullable Socket socket;
  private boolean lookingUp;
  private boolean closed;
  private volatile String state = "has not connected yet";

  /**
   * How long things may take.
   *
   * @param again first pause after a connection was lost; doubles up to the longest
   * @param longest of those pauses
   * @param ping between two questions whether the server is there
   * @param lockedOut first pause when it does not let us in; doubles to its 64-fold
   * @param kept before a post is given again that was not kept
   */
  record Timers(
      Duration again, Duration longest, Duration ping, Duration lockedOut, Duration kept) {
    /** A quarter of a second to 1 min, 30 s, 15 s, half a second. */
    static final Timers USUAL =
        new Timers(
            Duration.ofMillis(250),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofMillis(500));
  }

  /** Who hears. */
  interface Hearer {
    /** Who we are is known, or known again. */
    void known();

    /** A stream begins: what was missed is to be looked up, and then told. */
    void begun(Consumer<Boolean> done);

    /** An event of a new post. */
    void posted(JsonNode data);

    /** The server does not let us in. */
    void barred();
  }

  /**
   * @param link its id, for the log
   */
  Listening(
      String link,
      VertxLoop loop,
      URI base,
      Mattermost provider,
      Caller caller,
      RandomGenerator random,
      Timers timers,
      Hearer hearer) {
    this.link = link;
    this.loop = loop;
    this.base = base;
    this.provider = provider;
    this.caller = caller;
    this.timers = timers;
    this.hearer = hearer;
    this.lost = new Backoff(timers.again(), timers.longest(), random);
    this.barred = new Backoff(timers.lockedOut(), timers.lockedOut().multipliedBy(64), random);
    this.client =
        loop.vertx()
            .createWebSocketClient(
                new WebSocketClientOptions()
                    .setMaxFrameSize(MOST_EVENT)
                    .setMaxMessageSize(MOST_EVENT)
                    .setVerifyHost(true)
                    .setTcpKeepAlive(true));
  }

  /** In words for an operator. From any thread. */
  String state() {
    return state;
  }

  /** Begins, or begins again: first of all whether we are who we say. */
  void open() {
    if (closed) return;
    caller
        .ask(provider.get("/api/v4/users/me"))
        .onComplete(heard -> loop.enter(() -> introduced(heard.result())));
  }

  private void introduced(Caller.Heard heard) {
    if (closed) return;
    if (!(heard instanceof Caller.Heard.Answer answer)) {
      again("nobody answers");
    } else if (answer.status() == UNAUTHORIZED) {
      lockedOut();
    } else {
      Optional<Me> me =
          answer.status() == 200 ? Me.read(Json.read(answer.body())) : Optional.empty();
      if (me.isEmpty()) again("HTTP " + answer.status());
      else {
        provider.become(me.get());
        hearer.known();
        connect();
      }
    }
  }

  private void connect() {
    boolean tls = "https".equals(base.getScheme());
    String path = base.getRawPath() == null ? "" : base.getRawPath();
    if (path.endsWith("/")) path = path.substring(0, path.length() - 1);
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost(base.getHost())
            .setPort(base.getPort() > 0 ? base.getPort() : tls ? 443 : 80)
            .setSsl(tls)
            .setURI(path + EVENTS + sequence.query())
            .setTimeout(timers.longest().toMillis())
            // Its server takes requests of pages of its own only, where they name one.
            .setAllowOriginHeader(false);
    // Only a connection that shows it at once can go on in an earlier one's stream.
    options.putHeader("authorization", provider.authorization());
    client
        .connect(options)
        .onComplete(
            opened ->
                loop.enter(
                    () -> {
                      if (closed && opened.succeeded()) {
                        var unused = opened.result().close();
                      } else if (opened.succeeded()) {
                        begin(opened.result());
                      } else if (rejected(opened.cause())) {
                        lockedOut();
                      } else {
                        again(opened.cause().getClass().getSimpleName());
                      }
                    }));
  }

  private static boolean rejected(Throwable failure) {
    return failure instanceof UpgradeRejectedException no && no.getStatus() == UNAUTHORIZED;
  }

  private void begin(io.vertx.core.http.WebSocket opened) {
    Socket newest = new Socket(loop, opened, timers.ping(), new Heard());
    socket = newest;
    newest.begin(provider.token());
  }

  /** What the open connection tells. */
  private final class Heard implements Socket.Told {
    @Override
    public void alive() {
      lost.reset();
      barred.reset();
      state = "up";
    }

    @Override
    public void event(JsonNode event) {
      String name = event.path("event").asText("");
      long number = event.path("seq").asLong(-1);
      JsonNode data = event.path("data");
      String connection = data.path("connection_id").asText("");
      Sequence.Step step =
          !name.equals("hello")
              ? sequence.event(number)
              : Ids.is(connection) ? sequence.hello(connection, number) : Sequence.Step.TORN;
      alive();
      switch (step) {
        case TORN -> end();
        case BEGUN -> lookUp();
        case NEXT -> {
          if (name.equals("posted")) hearer.posted(data);
        }
      }
    }

    @Override
    public void ended(boolean notLetIn) {
      socket = null;
      // What would have come next may be older than what the next connection tells.
      if (lookingUp) sequence.forget();
      lookingUp = false;
      if (closed) return;
      if (notLetIn) lockedOut();
      else again("the connection was lost");
    }
  }

  /** What comes meanwhile waits at the server: it comes behind what was missed. */
  private void lookUp() {
    Socket now = socket;
    if (now == null) return;
    Runnable release = now.hold();
    lookingUp = true;
    hearer.begun(
        done -> {
          if (socket != now) return;
          if (done) {
            lookingUp = false;
            release.run();
          } else {
            now.end();
          }
        });
  }

  /** Holds the stream back until what it gives is run. */
  Runnable hold() {
    Socket now = socket;
    return now == null ? () -> {} : now.hold();
  }

  private void end() {
    Socket now = socket;
    if (now != null) now.end();
  }

  private void again(String why) {
    state = "hears nothing: " + why;
    Duration pause = lost.next();
    LOG.info("link {} hears nothing: {}; again in {} ms", link, why, pause.toMillis());
    var unused = loop.after(pause, this::open);
  }

  private void lockedOut() {
    state = "is not let in by its server: HTTP 401";
    hearer.barred();
    var unused = loop.after(barred.next(), this::open);
  }

  /** Hears nothing more. */
  void close() {
    closed = true;
    end();
    var unused = client.close();
  }
}
