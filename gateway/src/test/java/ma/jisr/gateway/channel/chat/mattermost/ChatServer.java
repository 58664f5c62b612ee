package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.message.provider.Json;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import org.jspecify.annotations.Nullable;

/**
 * As much of a Mattermost server as a bot sees: its stream of events, which goes on where a client
 * says as long as it is kept, and the API for channels and posts. Safe on any thread.
 */
final class ChatServer implements AutoCloseable {
  static final String BOT = "bot0";
  static final String TOKEN = "bot-token";

  private final Vertx vertx;
  private final HttpServer server;
  private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
  private final List<String> stream = new ArrayList<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private final Map<String, Integer> asked = new LinkedHashMap<>();
  private @Nullable ServerWebSocket socket;
  private @Nullable Doorway doorway;
  private String connection = "";
  private int connections;
  private long clock = 1_790_000_000_000L;
  private boolean deaf;
  private volatile String token = TOKEN;

  /** What we have posted. */
  final BlockingQueue<JsonNode> posted = new LinkedBlockingQueue<>();

  ChatServer(Vertx vertx) {
    this.vertx = vertx;
    this.server =
        vertx
            .createHttpServer()
            .webSocketHandler(this::connected)
            .webSocketHandshakeHandler(
                handshake -> {
                  count("websocket");
                  var unused =
                      authorized(handshake.headers()) ? handshake.accept() : handshake.reject(401);
                })
            .requestHandler(this::asked)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  /** Only this token is let in from now on. */
  void letIn(String newest) {
    token = newest;
  }

  /** How often something was asked for: the last word of its path. */
  synchronized int asked(String what) {
    return asked.getOrDefault(what, 0);
  }

  private synchronized void count(String what) {
    asked.merge(what, 1, Integer::sum);
  }

  /** The next calls of the API but who we are are refused so. */
  synchronized void refuse(int... statuses) {
    for (int status : statuses) refusals.add(status);
  }

  private boolean authorized(MultiMap headers) {
    return ("Bearer " + token).equals(headers.get("authorization"));
  }

  private synchronized void connected(ServerWebSocket opened) {
    MultiMap query = MultiMap.caseInsensitiveMultiMap();
    if (opened.query() != null)
      for (String pair : opened.query().split("&", -1))
        query.add(pair.split("=", -1)[0], pair.split("=", -1)[1]);
    socket = opened;
    opened.textMessageHandler(frame -> answer(opened, Json.read(frame)));
    if (!connection.isEmpty() && connection.equals(query.get("connection_id"))) {
      long from = Long.parseLong(query.get("sequence_number"));
      for (int i = (int) from; i < stream.size(); i++) write(opened, stream.get(i));
    } else {
      connection = "conn" + ++connections;
      stream.clear();
      ObjectNode data = Json.MAPPER.createObjectNode().put("connection_id", connection);
      tell("hello", data);
    }
  }

  private synchronized void answer(ServerWebSocket from, JsonNode asking) {
    if (deaf) return;
    ObjectNode reply = Json.MAPPER.createObjectNode();
    reply.put("status", "OK").put("seq_reply", asking.path("seq").asLong());
    write(from, reply.toString());
  }

  private static void write(ServerWebSocket to, String frame) {
    var unused = to.writeTextMessage(frame);
  }

  /** An event of any kind. */
  synchronized void tell(String event, ObjectNode data) {
    ObjectNode frame = Json.MAPPER.createObjectNode().put("event", event);
    frame.set("data", data);
    frame.putObject("broadcast");
    stream.add(frame.put("seq", stream.size()).toString());
    if (socket != null) write(socket, stream.getLast());
  }

  /** Somebody writes to the bot; told to whoever is connected, and kept. */
  synchronized String says(String user, String text) {
    return post(user, text, "D", Json.MAPPER.createObjectNode());
  }

  /** A post of whatever kind. */
  synchronized String post(String user, String text, String channel, ObjectNode more) {
    String id = "p" + posts.size();
    ObjectNode post = Json.MAPPER.createObjectNode();
    post.put("id", id)
        .put("user_id", user)
        .put("channel_id", channel.equals("D") ? "d" + user : "town")
        .put("create_at", ++clock);
    post.put("message", text).put("type", "").setAll(more);
    posts.put(id, post);
    news(id, channel);
    return id;
  }

  /** Tells of a post, as if for the first time. */
  synchronized void news(String id, String channel) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("channel_type", channel).put("post", String.valueOf(posts.get(id)));
    tell("posted", data);
  }

  /** The connection is cut; the stream is kept and grows. */
  synchronized void cut() {
    ServerWebSocket open = socket;
    socket = null;
    if (open != null) {
      var unused = open.close();
    }
  }

  /** The stream is not kept any more. */
  synchronized void forget() {
    connection = "";
  }

  /** An event is lost on its way. */
  synchronized void lose() {
    ServerWebSocket open = socket;
    socket = null;
    says("somebody", "lost");
    socket = open;
  }

  /** Answers nothing on the socket, and says nothing. */
  synchronized void silent(boolean now) {
    deaf = now;
  }

  /** Opens a door that it calls from now on. */
  void reaches(Door door) {
    doorway =
        Doorway.start(
                vertx,
                new Listener("127.0.0.1", 0, Optional.empty()),
                Proxies.NONE,
                List.of(door),
                (what, tags) -> {})
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** Calls the door as for the slash command; what it is answered, behind its status. */
  String commands(String form) throws IOException, InterruptedException {
    int port = Objects.requireNonNull(doorway, "no door").port();
    URI uri = URI.create("http://127.0.0.1:" + port + "/links/mm/command");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  private void asked(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    String last = path.substring(path.lastIndexOf('/') + 1);
    count(last);
    if (!authorized(request.headers())) {
      reply(request, 401, "{\"id\":\"api.context.session_expired.app_error\"}");
      return;
    }
    Integer refusal = null;
    if (!last.equals("me"))
      synchronized (this) {
        refusal = refusals.poll();
      }
    if (refusal != null) {
      request.response().putHeader("X-Ratelimit-Reset", "0");
      reply(request, refusal, "{}");
    } else if (last.equals("me")) {
      reply(request, 200, "{\"id\":\"" + BOT + "\",\"username\":\"jisr\",\"is_bot\":true}");
    } else if (last.equals("channels")) {
      reply(request, 200, channels());
    } else if (last.equals("direct")) {
      request.bodyHandler(
          body ->
              reply(
                  request,
                  201,
                  "{\"id\":\"d" + Json.read(body.toString()).path(1).asText() + "\"}"));
    } else if (request.method().name().equals("GET")) {
      String channel = path.split("/", -1)[4];
      reply(request, 200, since(channel, Long.parseLong(request.getParam("since"))));
    } else {
      request.bodyHandler(
          body -> {
            JsonNode post = Json.read(body.toString());
            String id;
            synchronized (this) {
              id = says(BOT, post.path("message").asText());
            }
            posted.add(post);
            reply(request, 201, "{\"id\":\"" + id + "\"}");
          });
    }
  }

  private synchronized String channels() {
    Map<String, Long> last = new LinkedHashMap<>();
    for (ObjectNode post : posts.values())
      last.put(post.path("channel_id").asText(), post.path("create_at").asLong());
    ArrayNode channels = Json.MAPPER.createArrayNode();
    last.forEach(
        (id, at) ->
            channels
                .addObject()
                .put("id", id)
                .put("type", id.equals("town") ? "O" : "D")
                .put("last_post_at", at));
    return channels.toString();
  }

  /** Newest first, as the server does. */
  private synchronized String since(String channel, long since) {
    ObjectNode list = Json.MAPPER.createObjectNode();
    ObjectNode all = list.putObject("posts");
    for (ObjectNode post : List.copyOf(posts.values()).reversed())
      if (post.path("channel_id").asText().equals(channel)
          && post.path("create_at").asLong() > since) all.set(post.path("id").asText(), post);
    return list.toString();
  }

  private static void reply(HttpServerRequest request, int status, String body) {
    var unused = request.response().setStatusCode(status).end(body);
  }

  @Override
  public void close() {
    if (doorway != null) doorway.close().toCompletionStage().toCompletableFuture().join();
    server.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
