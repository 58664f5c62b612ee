package ma.jisr.gateway.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.gateway.web.Connections;

/**
 * The streams of a listener: how many there may be, and their end when it stops. Confined to the
 * listener's loop.
 */
final class Streams {
  /** Streams at once, of the listener's {@link Connections#MOST} connections. */
  static final int MOST = 400;

  /** Of one account: the screens of the offices of a province. */
  static final int MOST_OF_ONE = 40;

  /** When to try again for a place, seconds: streams end when screens are switched off. */
  private static final long LATER_SECONDS = 60;

  private final Vertx vertx;
  private final Context loop;
  private final Connections connections;
  private final Map<String, String> always;
  private final long beatMillis;
  private final Set<EventStream> open = new LinkedHashSet<>();
  private final Map<String, Integer> accounts = new HashMap<>();
  private boolean stopped;

  /**
   * @param always the headers that every answer has
   */
  Streams(
      Vertx vertx,
      Context loop,
      Connections connections,
      Map<String, String> always,
      long beatMillis) {
    this.vertx = vertx;
    this.loop = loop;
    this.connections = connections;
    this.always = always;
    this.beatMillis = beatMillis;
  }

  /**
   * A place for one stream, which it holds from now to its end.
   *
   * @param account whose it is
   * @param welcome whether that may still be told
   * @throws ProblemException when there is none left
   */
  EventStream admit(
      HttpServerRequest request,
      Events events,
      String account,
      Supplier<CompletableFuture<Boolean>> welcome) {
    if (stopped || open.size() >= MOST)
      throw new ProblemException(
          Problem.unavailable("There are as many streams as this server keeps open"));
    if (accounts.getOrDefault(account, 0) >= MOST_OF_ONE)
      throw new ProblemException(Problem.tooMany(MOST_OF_ONE + " streams are open"));
    accounts.merge(account, 1, Integer::sum);
    EventStream stream =
        new EventStream(request, events, welcome, gone -> left(gone, account), vertx, loop);
    open.add(stream);
    return stream;
  }

  /** The answer to who found no place, with when to try again. */
  static Answer refusal(Problem problem) {
    return Answer.problem(problem).header("retry-after", Long.toString(LATER_SECONDS));
  }

  /** Its head is written, and the connection's patience ends. */
  void begin(EventStream stream, HttpServerRequest request) {
    connections.streams(request);
    stream.begin(always, beatMillis);
  }

  private void left(EventStream stream, String account) {
    open.remove(stream);
    accounts.computeIfPresent(account, (a, count) -> count > 1 ? count - 1 : null);
  }

  int open() {
    return open.size();
  }

  /** Ends all of them; from now on there is no place. */
  void stop() {
    stopped = true;
    for (EventStream stream : List.copyOf(open)) stream.end();
  }
}
