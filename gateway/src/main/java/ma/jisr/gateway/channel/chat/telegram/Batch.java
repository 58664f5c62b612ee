package ma.jisr.gateway.channel.chat.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Fields;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * The updates of one answer: those of a chat are brought one after another, chats side by side. Of
 * a chat nothing is brought behind what could not be kept. On one loop.
 */
final class Batch {
  private final Loop loop;
  private final Door door;
  private final Consumer<JsonNode> answers;
  private final Ended ended;
  private final Map<String, Deque<JsonNode>> chats = new LinkedHashMap<>();
  private long confirmed = Long.MIN_VALUE;
  private long missed = Long.MAX_VALUE;
  private int open;

  /** Told when all is brought. */
  @FunctionalInterface
  interface Ended {
    /**
     * @param offset of the next question
     * @param all whether all of it was kept
     */
    void told(OptionalLong offset, boolean all);
  }

  /**
   * @param answers sends what an update is replied with
   */
  Batch(Loop loop, Door door, Consumer<JsonNode> answers, Ended ended) {
    this.loop = loop;
    this.door = door;
    this.answers = answers;
    this.ended = ended;
  }

  /**
   * @param updates at least one
   */
  void take(JsonNode updates) {
    for (JsonNode update : updates)
      chats.computeIfAbsent(chat(update), none -> new ArrayDeque<>()).add(update);
    // One more, so that nothing ends before all have begun.
    open = chats.size() + 1;
    chats.values().forEach(this::next);
    close();
  }

  private static String chat(JsonNode update) {
    JsonNode said = update.at("/message/chat/id");
    return said.isMissingNode()
        ? update.at("/callback_query/message/chat/id").asText("")
        : said.asText("");
  }

  private void next(Deque<JsonNode> chat) {
    JsonNode update = chat.poll();
    if (update == null) {
      close();
      return;
    }
    byte[] body = update.toString().getBytes(UTF_8);
    door.knocked(knock(body), new Bringing(update.path("update_id").asLong(), chat));
  }

  private static Knock knock(byte[] body) {
    MultiMap none = MultiMap.caseInsensitiveMultiMap();
    return new Knock("POST", "", "", Fields.NONE, Fields.NONE, none, body, "");
  }

  private void close() {
    if (--open > 0) return;
    boolean all = missed == Long.MAX_VALUE;
    ended.told(OptionalLong.of(all ? confirmed + 1 : missed), all);
  }

  /** One update that has been brought. From any thread. */
  private final class Bringing implements Door.Answer {
    private final long id;
    private final Deque<JsonNode> chat;

    Bringing(long id, Deque<JsonNode> chat) {
      this.id = id;
      this.chat = chat;
    }

    @Override
    public void give(Reply reply, Consumer<Boolean> written) {
      loop.execute(
          () -> {
            written.accept(true);
            given(reply);
          });
    }

    private void given(Reply reply) {
      if (reply.status() == Reply.BUSY.status()) {
        missed = Math.min(missed, id);
        chat.clear();
        close();
        return;
      }
      confirmed = Math.max(confirmed, id);
      if (!reply.body().isEmpty()) answers.accept(Json.read(reply.body()));
      next(chat);
    }

    /** Nobody goes: what was asked for is there. */
    @Override
    public void whenGone(Runnable gone) {}
  }
}
