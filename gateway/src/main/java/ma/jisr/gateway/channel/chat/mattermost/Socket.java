package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the server's stream of events: shows who we are, asks now and then whether
 * anybody is there, and ends once. Confined to its loop.
 */
final class Socket {
  private static final String CHALLENGE = "authentication_challenge";

  private final Loop loop;
  private final WebSocket socket;
  private final Told told;
  private final Duration ping;
  private Loop.@Nullable Cancel timer;
  private long asked;
  private boolean heard;
  private int held;
  private boolean over;

  /** Who is told what comes. */
  interface Told {
    /** An event; what answers us is not told. */
    void event(JsonNode event);

    /** The server is there and knows us. */
    void alive();

    /**
     * Told once, and nothing after it.
     *
     * @param barred whether the server does not let us in
     */
    void ended(boolean barred);
  }

  /**
   * @param ping between two questions whether anybody is there; who does not answer until the next
   *     is gone
   */
  Socket(Loop loop, WebSocket socket, Duration ping, Told told) {
    this.loop = loop;
    this.socket = socket;
    this.ping = ping;
    this.told = told;
  }

  void begin(String token) {
    socket.textMessageHandler(this::text);
    socket.exceptionHandler(failure -> end(false));
    socket.closeHandler(closed -> end(false));
    ObjectNode data = Json.MAPPER.createObjectNode().put("token", token);
    say(CHALLENGE, data);
    ask();
  }

  private void say(String action, ObjectNode data) {
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("seq", ++asked).put("action", action).set("data", data);
    var unused = socket.writeTextMessage(message.toString());
  }

  private void ask() {
    heard = false;
    say("ping", Json.MAPPER.createObjectNode());
    timer = loop.after(ping, this::look);
  }

  /** What is held back cannot answer. */
  private void look() {
    if (over) return;
    if (heard || held > 0) ask();
    else end(false);
  }

  private void text(String frame) {
    if (over) return;
    JsonNode message = Json.read(frame);
    heard = true;
    if (message.has("seq_reply")) {
      if (message.path("status").asText("").equals("FAIL")) end(true);
      else told.alive();
    } else if (message.has("event")) {
      told.event(message);
    }
  }

  /** Nothing more comes until what it gives is run, once; by as many as hold it back. */
  Runnable hold() {
    if (held++ == 0) socket.pause();
    return this::release;
  }

  private void release() {
    if (--held > 0 || over) return;
    heard = true;
    socket.resume();
  }

  /** Ends it from our side; told as any other end. */
  void end() {
    end(false);
  }

  private void end(boolean barred) {
    if (over) return;
    over = true;
    if (timer != null) timer.cancel();
    // Whoever is held back does not see the other side's farewell.
    socket.resume();
    var unused = socket.close();
    told.ended(barred);
  }
}
