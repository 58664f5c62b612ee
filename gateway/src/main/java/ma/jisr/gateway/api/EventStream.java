package ma.jisr.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream of server-sent events (WHATWG HTML, 9.2), from its head to its end. An event is a
 * whole state, named by its own bytes, so that any node knows after a break whether the client has
 * it already; who reads slowly is told the last one only. Its bearer is looked up again with each
 * beat, so that a token which is taken back tells nothing more. Confined to its listener's loop.
 */
final class EventStream implements Events.Watcher {
  /** The media type. */
  static final String TYPE = "text/event-stream";

  /** When a client comes again after its stream has ended. Milliseconds. */
  static final int RETRY_MILLIS = 3_000;

  /** Then it ends, and whoever comes again is judged anew: an hour. */
  static final int MOST_BEATS = 240;

  private final HttpServerRequest request;
  private final Events events;
  private final Supplier<CompletableFuture<Boolean>> welcome;
  private final Consumer<EventStream> left;
  private final Vertx vertx;
  private final Context loop;
  private String known;
  private @Nullable String waiting;
  private @Nullable Runnable unwatch;
  private long timer = -1;
  private int beats;
  private boolean over;

  /**
   * @param welcome whether its bearer may still be told
   * @param left is told when it is over, once
   */
  EventStream(
      HttpServerRequest request,
      Events events,
      Supplier<CompletableFuture<Boolean>> welcome,
      Consumer<EventStream> left,
      Vertx vertx,
      Context loop) {
    this.request = request;
    this.events = events;
    this.welcome = welcome;
    this.left = left;
    this.vertx = vertx;
    this.loop = loop;
    String last = request.getHeader("last-event-id");
    this.known = last == null ? "" : last;
  }

  /** Writes the head, and from then on what there is to tell. */
  void begin(Map<String, String> headers, long beatMillis) {
    HttpServerResponse response = request.response();
    if (over) return;
    if (response.closed() || response.ended()) {
      end();
      return;
    }
    headers.forEach(response::putHeader);
    // A state of a minute ago is of no use to anybody, and proxies that gather would keep it back.
    response.putHeader("cache-control", "no-store").putHeader("x-accel-buffering", "no");
    response.putHeader("content-type", TYPE).setChunked(true);
    response.closeHandler(nothing -> end()).exceptionHandler(failure -> end());
    write("retry: " + RETRY_MILLIS + "\n\n");
    timer = vertx.setPeriodic(beatMillis, id -> beat());
    unwatch = events.watch(this);
  }

  @Override
  public void told(String state) {
    loop.runOnContext(nothing -> tell(state));
  }

  @Override
  public void ended() {
    loop.runOnContext(nothing -> end());
  }

  private void tell(String state) {
    if (over) return;
    HttpServerResponse response = request.response();
    if (waiting != null || response.writeQueueFull()) {
      if (waiting == null) response.drainHandler(nothing -> drained());
      waiting = state;
      return;
    }
    String id = ETag.of(state.getBytes(UTF_8)).replace("\"", "");
    if (id.equals(known)) return;
    known = id;
    write("id: " + id + "\ndata: " + state.replace("\n", "\ndata: ") + "\n\n");
  }

  private void drained() {
    String last = waiting;
    waiting = null;
    if (last != null) tell(last);
  }

  /** A comment that keeps the line open; whoever has read nothing since the last is gone. */
  private void beat() {
    beats++;
    if (beats == MOST_BEATS) {
      end();
      return;
    }
    if (request.response().writeQueueFull()) {
      end();
      var unused = request.connection().close();
      return;
    }
    write(":\n\n");
    // A store that does not answer tells nothing new either: the next beat asks again.
    var unused =
        welcome
            .get()
            .thenAccept(
                still -> {
                  if (!still) ended();
                });
  }

  private void write(String text) {
    var unused = request.response().write(text);
  }

  /** Ends it; the client may come again. */
  void end() {
    if (over) return;
    over = true;
    if (timer >= 0) vertx.cancelTimer(timer);
    Runnable unwatching = unwatch;
    if (unwatching != null) unwatching.run();
    left.accept(this);
    HttpServerResponse response = request.response();
    boolean begun = response.headWritten() && !response.ended() && !response.closed();
    if (begun) {
      var unused = response.end();
    }
  }
}
