package ma.jisr.gateway.channel.chat.telegram;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Bot API as far as it is asked: updates are kept until a question confirms them, a second
 * question ends the first with 409, and what is scripted to fail fails once.
 */
final class BotServer implements AutoCloseable {
  static final String TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

  private final HttpServer server;
  private final Map<String, Deque<JsonObject>> failures = new ConcurrentHashMap<>();
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final SortedMap<Long, JsonObject> pending = new TreeMap<>();
  private @Nullable HttpServerRequest open;

  /** A request. */
  record Asked(String method, JsonObject body) {}

  BotServer(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.body().onSuccess(body -> hear(request, body.toString())))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** The next request for this fails so. */
  void fail(String method, int status, String body) {
    JsonObject failure = new JsonObject(body).put("error_code", status).put("ok", false);
    failures.computeIfAbsent(method, none -> new ArrayDeque<>()).add(failure);
  }

  /** Something happens; whoever asks is told. */
  synchronized void happens(long id, String update) {
    pending.put(id, new JsonObject(update.replace('\'', '"')).put("update_id", id));
    tell();
  }

  /** The next request for this. */
  JsonObject next(String method) throws InterruptedException {
    for (Asked one = poll(); ; one = poll()) if (one.method().equals(method)) return one.body();
  }

  private Asked poll() throws InterruptedException {
    Asked one = asked.poll(10, TimeUnit.SECONDS);
    if (one == null) throw new AssertionError("nothing is asked");
    return one;
  }

  private void hear(HttpServerRequest request, String body) {
    String bot = "/bot" + TOKEN + '/';
    String path = String.valueOf(request.path());
    if (!path.startsWith(bot)) {
      answer(request, new JsonObject().put("ok", false).put("error_code", 404));
      return;
    }
    String method = path.substring(bot.length());
    JsonObject parameters = new JsonObject(body);
    asked.add(new Asked(method, parameters));
    Deque<JsonObject> failing = failures.getOrDefault(method, new ArrayDeque<>());
    if (!failing.isEmpty()) answer(request, failing.remove());
    else if (method.equals("getUpdates")) question(request, parameters);
    else if (method.equals("sendMessage"))
      answer(request, done(new JsonObject().put("message_id", 1)));
    else answer(request, done(true));
  }

  private synchronized void question(HttpServerRequest request, JsonObject parameters) {
    if (open != null) answer(open, new JsonObject().put("ok", false).put("error_code", 409));
    pending.headMap(parameters.getLong("offset", 0L)).clear();
    open = request;
    tell();
  }

  private synchronized void tell() {
    HttpServerRequest waiting = open;
    if (waiting == null || pending.isEmpty()) return;
    open = null;
    JsonArray all = new JsonArray();
    pending.values().forEach(all::add);
    answer(waiting, done(all));
  }

  private static JsonObject done(Object result) {
    return new JsonObject().put("ok", true).put("result", result);
  }

  private static void answer(HttpServerRequest request, JsonObject body) {
    if (request.response().closed()) return;
    request
        .response()
        .setStatusCode(body.getInteger("error_code", 200))
        .putHeader("content-type", "application/json")
        .end(body.encode());
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
