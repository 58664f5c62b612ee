package ma.jisr.app.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bot is told when it asks (getUpdates): a question stays open until there is something. */
final class TelegramUpdates {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> pending = new ArrayList<>();

  /** What is told again although it has been confirmed, once. */
  private final List<JsonNode> again = new ArrayList<>();

  private Optional<HttpExchange> open = Optional.empty();

  /** Something has happened; it may be told twice. */
  synchronized void add(JsonNode update, boolean twice) throws IOException {
    pending.add(update);
    if (twice) again.add(update);
    tell();
  }

  /** Somebody asks; whoever asked before is turned away. */
  synchronized void asked(HttpExchange exchange, JsonNode question) throws IOException {
    if (open.isPresent()) Loopback.answer(open.get(), 409, "{\"ok\":false,\"error_code\":409}");
    long offset = question.path("offset").asLong(0);
    if (pending.removeIf(update -> update.path("update_id").asLong() < offset)) {
      pending.addAll(again);
      again.clear();
    }
    open = Optional.of(exchange);
    tell();
  }

  private void tell() throws IOException {
    if (open.isEmpty() || pending.isEmpty()) return;
    ArrayNode all = JSON.createArrayNode();
    pending.forEach(all::add);
    HttpExchange waiting = open.get();
    open = Optional.empty();
    Loopback.answer(waiting, 200, "{\"ok\":true,\"result\":" + all + "}");
  }

  /** The connection of whoever waits is cut. */
  synchronized void drop() {
    open.ifPresent(HttpExchange::close);
    open = Optional.empty();
  }
}
