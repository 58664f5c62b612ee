package ma.jisr.gateway.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * The connections of a listener: how many there may be, and how long each may take to say what it
 * wants. Who sends a byte now and then holds a place no longer than who sends nothing. Confined to
 * the listener's loop.
 */
public final class Connections {
  /** Connections at once: each costs some 20 KB. */
  static final int MOST = 1_000;

  /** Of one address: six for each of some browsers behind it. */
  public static final int MOST_OF_ONE = 64;

  /** The slowest line on which a body is waited for: a good GPRS one. Bytes a millisecond. */
  static final long SLOWEST = 4;

  private final Vertx vertx;
  private final Proxies proxies;
  private final Patience patience;
  private final Map<HttpConnection, Long> timers = new HashMap<>();
  private final Map<String, Integer> addresses = new HashMap<>();

  /**
   * @param proxies behind each of which are many
   */
  public Connections(Vertx vertx, Proxies proxies, Patience patience) {
    this.vertx = vertx;
    this.proxies = proxies;
    this.patience = patience;
  }

  public void opened(HttpConnection connection) {
    String address = String.valueOf(connection.remoteAddress().hostAddress());
    int most = proxies.trusts(address) ? MOST : MOST_OF_ONE;
    if (timers.size() >= MOST || addresses.getOrDefault(address, 0) >= most) {
      var unused = connection.close();
      return;
    }
    addresses.merge(address, 1, Integer::sum);
    connection.closeHandler(nothing -> closed(connection, address));
    arm(connection, patience.head());
  }

  private void closed(HttpConnection connection, String address) {
    Long timer = timers.remove(connection);
    if (timer != null) vertx.cancelTimer(timer);
    addresses.computeIfPresent(address, (a, count) -> count > 1 ? count - 1 : null);
  }

  /** A request's head has come. */
  public void heard(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    arm(connection, patience.request());
    request.response().endHandler(nothing -> arm(connection, patience.head()));
  }

  /** A body of up to so many bytes may follow. */
  public void allow(HttpServerRequest request, int bytes) {
    arm(request.connection(), patience.request() + bytes / SLOWEST);
  }

  /** Its answer is a stream, which ends by itself: only its place is still counted. */
  public void streams(HttpServerRequest request) {
    Long timer = timers.get(request.connection());
    if (timer != null) vertx.cancelTimer(timer);
  }

  public int open() {
    return timers.size();
  }

  private void arm(HttpConnection connection, long millis) {
    Long next = vertx.setTimer(millis, id -> expired(connection));
    Long before = timers.put(connection, next);
    if (before != null) vertx.cancelTimer(before);
  }

  private static void expired(HttpConnection connection) {
    var unused = connection.close();
  }
}
