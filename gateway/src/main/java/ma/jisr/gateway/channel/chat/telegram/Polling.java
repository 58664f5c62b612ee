package ma.jisr.gateway.channel.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.message.provider.Json;

/**
 * A bot that asks ({@code getUpdates}): what came is confirmed by the next question, and only when
 * all of it is durable, so that a process that dies is told it again.
 */
final class Polling implements Hearing {
  /** Updates of one answer; Telegram gives no more. */
  private static final int MOST = 100;

  /**
   * Bytes of such an answer: an update holds a text of 4,096 characters, the one that it answers,
   * and the buttons below that. A longer answer would be asked for again for ever.
   */
  static final int MOST_ANSWER = MOST * 80 * 1024;

  /**
   * After a week of silence Telegram numbers updates anew, and perhaps lower: by then what was
   * confirmed need not be said any more.
   */
  private static final Duration FORGET = Duration.ofDays(1);

  private final Loop loop;
  private final Api api;
  private final Door door;
  private final TelegramLink.Times times;
  private final Trouble trouble;
  private OptionalLong offset = OptionalLong.empty();
  private Instant heard;
  private boolean stopped;

  /**
   * @param door to which each update is brought as if Telegram had called
   */
  Polling(Loop loop, Api api, Door door, TelegramLink.Times times, Trouble trouble) {
    this.loop = loop;
    this.api = api;
    this.door = door;
    this.times = times;
    this.trouble = trouble;
    this.heard = loop.now();
  }

  @Override
  public Trouble trouble() {
    return trouble;
  }

  /** As long as it is called, it cannot ask. */
  @Override
  public void start() {
    if (stopped) return;
    ask("deleteWebhook", Json.MAPPER.createObjectNode(), this::start, result -> poll());
  }

  private void ask(String method, ObjectNode body, Runnable again, Then then) {
    var unused =
        api.ask(method, body)
            .onComplete(told -> loop.execute(() -> told(method, told.result(), again, then)));
  }

  /** What is done with a result. */
  @FunctionalInterface
  private interface Then {
    void result(JsonNode result);
  }

  private void told(String method, Api.Told told, Runnable again, Then then) {
    if (stopped) return;
    switch (told) {
      case Api.Told.Done(JsonNode result) -> then.result(result);
      case Api.Told.Failed failed -> loop.after(trouble.with(method, failed), again);
    }
  }

  private void poll() {
    if (stopped) return;
    if (heard.plus(FORGET).isBefore(loop.now())) offset = OptionalLong.empty();
    ObjectNode body = Json.MAPPER.createObjectNode();
    offset.ifPresent(next -> body.put("offset", next));
    body.put("limit", MOST);
    body.put("timeout", times.poll().toSeconds());
    body.set("allowed_updates", Json.MAPPER.valueToTree(Update.ALLOWED));
    ask("getUpdates", body, this::poll, this::take);
  }

  private void take(JsonNode updates) {
    trouble.over();
    if (updates.isEmpty()) {
      poll();
      return;
    }
    heard = loop.now();
    new Batch(loop, door, this::answer, this::taken).take(updates);
  }

  private void taken(OptionalLong next, boolean all) {
    offset = next;
    if (all) poll();
    else loop.after(times.again(), this::poll);
  }

  /** What would have been the reply to a call is a request of its own; nobody waits for it. */
  private void answer(JsonNode reply) {
    if (!stopped) {
      var unused = api.ask(reply.path("method").asText(), reply);
    }
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    return api.close();
  }
}
