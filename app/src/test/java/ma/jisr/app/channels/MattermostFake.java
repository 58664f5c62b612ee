package ma.jisr.app.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person on a Mattermost server, and the server: its stream of events goes on where it is told to
 * for a connection that was cut, and begins anew after a restart. What is pressed is called for at
 * the door with the context that the server alone has; so is the slash command, by which everybody
 * says the first thing.
 */
final class MattermostFake implements Handset {
  private static final String BOT = "bot0";
  private static final String TOKEN = "xr3j5x3p4pfk7kk6ck7b4e6ghh";
  private static final String COMMAND = "qw9d5h8kgtyn3rbz1mxc7fjsae";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  private final Vertx vertx = Vertx.vertx();
  private final Loopback product = new Loopback();
  private final Texts texts = new Texts();
  private final Troubles troubles = new Troubles();
  private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
  private final Map<String, String> byName = new LinkedHashMap<>();
  private final List<String> stream = new ArrayList<>();
  private final HttpServer server;
  private @Nullable ServerWebSocket socket;
  private String connection = "";
  private int connections;
  private final Set<String> met = new HashSet<>();

  MattermostFake() {
    server =
        vertx
            .createHttpServer()
            .webSocketHandler(this::connected)
            .requestHandler(this::asked)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private synchronized void connected(ServerWebSocket opened) {
    socket = opened;
    opened.textMessageHandler(frame -> answer(opened, json(frame)));
    String query = opened.query() == null ? "" : opened.query();
    Matcher on = Pattern.compile("connection_id=(\\w+)&sequence_number=(\\d+)").matcher(query);
    if (on.matches() && on.group(1).equals(connection)) {
      for (String frame : stream.subList(Integer.parseInt(on.group(2)), stream.size()))
        write(opened, frame);
    } else {
      connection = "conn" + ++connections;
      stream.clear();
      tell("hello", MAPPER.createObjectNode().put("connection_id", connection));
    }
  }

  private static void answer(ServerWebSocket from, JsonNode asking) {
    ObjectNode reply = MAPPER.createObjectNode().put("status", "OK");
    write(from, reply.put("seq_reply", asking.path("seq").asLong()).toString());
  }

  private static void write(ServerWebSocket to, String frame) {
    var unused = to.writeTextMessage(frame);
  }

  private synchronized void tell(String event, ObjectNode data) {
    ObjectNode frame = MAPPER.createObjectNode().put("event", event);
    frame.set("data", data);
    stream.add(frame.put("seq", stream.size()).toString());
    if (socket != null) write(socket, stream.getLast());
  }

  private void asked(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    request.bodyHandler(
        body -> {
          JsonNode said = json(body.toString());
          if (!("Bearer " + TOKEN).equals(request.getHeader("authorization"))) {
            reply(request, 401, "{}");
          } else if (path.endsWith("/users/me")) {
            reply(request, 200, "{\"id\":\"" + BOT + "\",\"username\":\"jisr\"}");
          } else if (path.endsWith("/channels/direct")) {
            reply(request, 201, "{\"id\":\"d" + said.path(1).asText() + "\"}");
          } else if (path.endsWith("/users/me/channels")) {
            reply(request, 200, channels());
          } else if (path.endsWith("/api/v4/posts")) {
            posted(request, said);
          } else {
            reply(request, 200, since(path, Long.parseLong(request.getParam("since"))));
          }
        });
  }

  private synchronized void posted(HttpServerRequest request, JsonNode said) {
    if (troubles.busy()) {
      request.response().putHeader("X-Ratelimit-Reset", "0");
      reply(request, 429, "{}");
      return;
    }
    // Two of one name are one post, as the server has it.
    String name = said.path("pending_post_id").asText();
    String id = byName.get(name);
    if (id == null) {
      id = post(BOT, said.path("channel_id").asText(), said.path("message").asText());
      posts.get(id).set("props", said.path("props"));
      byName.put(name, id);
      if (said.path("channel_id").asText().equals("d" + texts.reader())) texts.add(shown(id));
    }
    reply(request, 201, "{\"id\":\"" + id + "\"}");
  }

  /** What a person sees of a post: its Markdown is shown, not read. */
  private Shown shown(String id) {
    ObjectNode post = posts.get(id);
    String plain = post.path("message").asText().replace("\u2060", "").replace('\u00a0', ' ');
    List<Shown.Choice> choices = new ArrayList<>();
    for (JsonNode action : post.at("/props/attachments/0/actions"))
      choices.add(
          new Shown.Choice(action.path("name").asText(), id + "/" + action.path("id").asText()));
    return new Shown(ESCAPED.matcher(plain).replaceAll("$1"), choices, false);
  }

  private synchronized String post(String by, String channel, String text) {
    String id = "p" + posts.size();
    ObjectNode post = MAPPER.createObjectNode();
    post.put("id", id).put("user_id", by).put("channel_id", channel).put("message", text);
    post.put("create_at", System.currentTimeMillis()).put("type", "");
    posts.put(id, post);
    return id;
  }

  private synchronized String channels() {
    ArrayNode channels = MAPPER.createArrayNode();
    Map<String, Long> last = new LinkedHashMap<>();
    for (ObjectNode post : posts.values())
      last.put(post.path("channel_id").asText(), post.path("create_at").asLong());
    last.forEach(
        (id, at) -> channels.addObject().put("id", id).put("type", "D").put("last_post_at", at));
    return channels.toString();
  }

  private synchronized String since(String path, long since) {
    ObjectNode list = MAPPER.createObjectNode();
    ObjectNode all = list.putObject("posts");
    for (ObjectNode post : posts.values())
      if (path.contains("/" + post.path("channel_id").asText() + "/")
          && post.path("create_at").asLong() > since) all.set(post.path("id").asText(), post);
    return list.toString();
  }

  private static void reply(HttpServerRequest request, int status, String body) {
    var unused = request.response().setStatusCode(status).end(body);
  }

  private static JsonNode json(String text) {
    try {
      return text.isEmpty() ? MAPPER.missingNode() : MAPPER.readTree(text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "Mattermost";
  }

  @Override
  public Kind kind() {
    return Kind.CHAT;
  }

  @Override
  public List<String> links() {
    return List.of(
        ("{id: mm, type: mattermost, token: \"${MM_TOKEN}\","
                + " command-token: \"${MM_COMMAND}\", base: \"http://127.0.0.1:%d\","
                + " door: \"http://127.0.0.1/links/mm\", rate: 1000/s}")
            .formatted(server.actualPort()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("MM_TOKEN", TOKEN, "MM_COMMAND", COMMAND);
  }

  @Override
  public void meets(int port) {
    product.meets(port);
  }

  @Override
  public void heldBy(int person) {
    boolean unused = texts.readBy("user%04d".formatted(person));
  }

  @Override
  public void type(String text) throws Exception {
    if (met.add(texts.reader())) command(text);
    else write(text, false);
  }

  private void command(String text) throws Exception {
    String form =
        "token=%s&user_id=%s&command=%%2Fjisr&trigger_id=%s&text=%s"
            .formatted(COMMAND, texts.reader(), "t" + met.size(), URLEncoder.encode(text, UTF_8));
    troubles.deliver(call("mm/command", "application/x-www-form-urlencoded", form, "ephemeral"));
  }

  @Override
  public boolean sendPhoto() throws Exception {
    write("", true);
    return true;
  }

  private void write(String text, boolean photo) throws Exception {
    String user = texts.reader();
    String id = post(user, "d" + user, text);
    if (photo) posts.get(id).putArray("file_ids").add("f1");
    troubles.deliver(
        twice -> {
          tellOf(id);
          if (twice) tellOf(id);
        });
  }

  private void tellOf(String id) {
    ObjectNode data = MAPPER.createObjectNode().put("channel_type", "D");
    tell("posted", data.put("post", posts.get(id).toString()));
  }

  /** The server calls the door with what it alone knows of the button. */
  @Override
  public void press(Shown.Choice choice) throws Exception {
    String[] pressed = choice.pressed().split("/", -1);
    ObjectNode post = posts.get(pressed[0]);
    for (JsonNode action : post.at("/props/attachments/0/actions"))
      if (action.path("id").asText().equals(pressed[1])) {
        ObjectNode press = MAPPER.createObjectNode();
        press.put("user_id", texts.reader()).put("post_id", pressed[0]).put("type", "button");
        press.put("channel_id", "d" + texts.reader()).put("trigger_id", "t");
        press.set("context", action.at("/integration/context"));
        String path = URI.create(action.at("/integration/url").asText()).getPath();
        String at = path.substring("/links/".length());
        troubles.deliver(call(at, "application/json", press.toString(), "update"));
        return;
      }
    throw new AssertionError("nothing such to be pressed");
  }

  private Troubles.Delivery call(String path, String media, String body, String answered) {
    var call = product.post(path, media, body);
    return twice -> {
      for (int i = 0; i < (twice ? 2 : 1); i++) {
        String answer = product.accepted(call);
        if (!answer.contains(answered)) throw new AssertionError("answered " + answer);
      }
    };
  }

  @Override
  public Texts texts() {
    return texts;
  }

  @Override
  public Set<Fault> faults() {
    return Set.of(Fault.values());
  }

  @Override
  public synchronized void suffer(Fault fault) {
    if (fault != Fault.DROPPED) {
      troubles.suffer(fault);
      return;
    }
    ServerWebSocket open = socket;
    socket = null;
    if (open != null) {
      var unused = open.close();
    }
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    product.close();
  }
}
