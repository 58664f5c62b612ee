package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.message.provider.Json;
import ma.jisr.gateway.loop.VertxLoop;

/**
 * Looks up what people have written to the bot while its stream was torn: the direct channels whose
 * last post is newer than what has been heard, one after another, each one's posts in order.
 * Confined to its loop.
 */
final class CatchUp {
  /**
   * Longest answer, bytes: the list of a bot's channels comes whole, 800 bytes each; 40,000 people.
   */
  static final int MOST_ANSWER = 32 * 1024 * 1024;

  /** Posts that the server gives at once, the newest ones: nobody types so many in an outage. */
  static final int MOST_POSTS = 1_000;

  private final VertxLoop loop;
  private final Caller caller;
  private final Mattermost provider;
  private final Intake intake;
  private final Duration pause;
  private final Consumer<JsonNode> give;

  /** The failure of a look-up: the stream is to begin anew after a while. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String what) {
      super(what);
    }
  }

  /**
   * @param pause the shortest, when the server asks for one
   * @param give takes each post
   */
  CatchUp(
      VertxLoop loop,
      Caller caller,
      Mattermost provider,
      Intake intake,
      Duration pause,
      Consumer<JsonNode> give) {
    this.loop = loop;
    this.caller = caller;
    this.provider = provider;
    this.intake = intake;
    this.pause = pause;
    this.give = give;
  }

  /**
   * Completes on the loop when all of them have been given on; fails when the server does not say.
   *
   * @param since epoch milliseconds by the server's clock
   */
  Future<Void> run(long since) {
    return ask("/api/v4/users/me/channels", root -> channels(root, since))
        .compose(channels -> next(channels, 0, since));
  }

  private static List<String> channels(JsonNode root, long since) {
    if (!root.isArray()) throw new Failed("no list of channels");
    List<String> channels = new ArrayList<>();
    for (JsonNode channel : root) {
      String id = channel.path("id").asText("");
      boolean direct = channel.path("type").asText("").equals("D");
      if (direct && Ids.is(id) && channel.path("last_post_at").asLong(0) > since) channels.add(id);
    }
    return channels;
  }

  private Future<Void> next(List<String> channels, int at, long since) {
    if (at == channels.size()) return Future.succeededFuture();
    String path = "/api/v4/channels/" + channels.get(at) + "/posts?since=" + since;
    return ask(path, root -> posts(root, since))
        .compose(
            posts -> {
              posts.forEach(give);
              Promise<Void> room = Promise.promise();
              intake.whenRoom(room::complete);
              return room.future();
            })
        .compose(room -> next(channels, at + 1, since));
  }

  /** Oldest first. What was only edited since then is none of it. */
  private static List<JsonNode> posts(JsonNode root, long since) {
    if (!root.path("posts").isObject()) throw new Failed("no list of posts");
    List<JsonNode> posts = new ArrayList<>();
    for (JsonNode post : root.path("posts"))
      if (post.path("create_at").asLong(0) > since) posts.add(post);
    posts.sort(Comparator.comparingLong(post -> post.path("create_at").asLong()));
    return posts;
  }

  /** Reads a question to a function of its. */
  private interface Reader<T> {
    T read(JsonNode root);
  }

  /** Asks; an answer may be long, and is read elsewhere than on the loop. */
  private <T> Future<T> ask(String path, Reader<T> reader) {
    return caller
        .ask(provider.get(path))
        .compose(
            heard -> {
              if (heard instanceof Caller.Heard.Answer answer && answer.status() == 200) {
                Callable<T> reading = () -> reader.read(Json.read(answer.body()));
                return loop.vertx().executeBlocking(reading);
              }
              if (heard instanceof Caller.Heard.Answer answer && answer.status() == 429)
                return later(answer).compose(waited -> ask(path, reader));
              return Future.failedFuture(new Failed(heard.toString()));
            });
  }

  private Future<Void> later(Caller.Heard.Answer answer) {
    Promise<Void> waited = Promise.promise();
    Duration asked = provider.pause(answer.headers()).orElse(pause);
    var unused = loop.after(asked.compareTo(pause) < 0 ? pause : asked, waited::complete);
    return waited.future();
  }
}
