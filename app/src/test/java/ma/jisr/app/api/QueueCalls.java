package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.tickets.Tickets;

/** The part of the contract that is about queues: a day at one counter, and what is refused. */
final class QueueCalls {
  private static final String PATH = "/shops/" + ShopCalls.SHOP;
  private static final String ONE = "{\"counter\":\"1\"}";

  private final ShopCalls.Asking asking;
  private final Tickets tickets;
  private int keys;

  QueueCalls(ShopCalls.Asking asking, Tickets tickets) {
    this.asking = asking;
    this.tickets = tickets;
  }

  void all() {
    for (String person : List.of("zahra", "omar", "salma"))
      tickets
          .take("take-" + person, person, ShopCalls.SHOP, "caisse", Priority.USUAL, null, null)
          .join();
    reading();
    serving();
    pausing();
    refusals();
  }

  private HttpResponse<String> act(String act, String body, String key) {
    return asking.ask("POST", PATH + "/queue/" + act, body, "idempotency-key", key);
  }

  private HttpResponse<String> act(String act, String body) {
    keys++;
    return act(act, body, "key-" + keys);
  }

  /** What it came to: the number that it was about, 0 for none; or the status when refused. */
  private int done(String act, String body) {
    HttpResponse<String> response = act(act, body);
    return response.statusCode() == 200
        ? MapServer.json(response).path("number").asInt()
        : response.statusCode();
  }

  private void reading() {
    for (String path : List.of(PATH + "/serving", PATH + "/queue")) {
      HttpResponse<String> seen = asking.ask("GET", path, "");
      assertEquals(200, seen.statusCode(), seen.body());
      for (String person : List.of("zahra", "omar", "salma", "Baraka"))
        assertFalse(seen.body().contains(person), seen.body());
      String tag = MapServer.header(seen, "etag");
      assertEquals(304, asking.ask("GET", path, "", "if-none-match", tag).statusCode());
    }
    JsonNode wall = MapServer.json(asking.ask("GET", PATH + "/serving", ""));
    assertEquals(3, wall.path("waiting").asInt(), wall.toString());
    assertEquals(1, wall.path("next").asInt());
    for (String path : List.of("/shops/none/serving", "/shops/none/queue"))
      assertEquals(404, asking.ask("GET", path, "").statusCode());
  }

  private void serving() {
    HttpResponse<String> called = act("next", ONE, "first");
    assertEquals(1, MapServer.json(called).path("number").asInt(), called.body());
    assertEquals(called.body(), act("next", ONE, "first").body(), "the same name calls nobody");
    assertEquals(1, done("recall", ONE));
    assertEquals(1, done("absent", ONE));
    assertEquals(409, done("absent", ONE), "nobody is there");
    assertEquals(409, done("recall", ONE));
    assertEquals(409, done("arrived", ONE));
    assertEquals(409, done("served", ONE));
    assertEquals(2, done("next", "{\"counter\":\"1\",\"service\":\"caisse\"}"));
    assertEquals(2, done("arrived", ONE));
    assertEquals(2, done("served", ONE));
    assertEquals(2, done("undo", ONE));
    assertEquals(409, done("undo", ONE), "once");
    assertEquals(3, done("next", ONE));
    assertEquals(1, done("next", ONE), "who was not there has kept the place");
    HttpResponse<String> last = act("next", ONE);
    JsonNode counter = MapServer.json(last).path("serving").path("counters").path(0);
    assertTrue(MapServer.json(last).path("number").isMissingNode(), last.body());
    assertEquals("{\"counter\":\"1\"}", counter.toString(), "it is free");
    assertEquals(0, done("next", "{\"counter\":\"1\",\"service\":\"gaz\"}"));
  }

  private void pausing() {
    JsonNode wall = MapServer.json(act("pause", "{\"minutes\":20}")).path("serving");
    assertEquals("paused", wall.path("state").asText());
    assertEquals(MapServer.NOW.plusSeconds(1_200).toString(), wall.path("until").asText());
    JsonNode closed = MapServer.json(act("close", ""));
    assertEquals(0, closed.path("told").asInt(-1));
    assertEquals("closed", closed.path("serving").path("state").asText());
    assertEquals(409, done("next", ONE));
    assertEquals("open", MapServer.json(act("open", "")).path("serving").path("state").asText());
  }

  private void refusals() {
    String large = "{\"counter\":\"" + "1".repeat(70_000) + "\"}";
    for (String act : List.of("next", "recall", "arrived", "absent", "served", "undo", "pause")) {
      String body = act.equals("pause") ? "{\"minutes\":5}" : ONE;
      String path = "/queue/" + act;
      assertEquals(404, asking.ask("POST", "/shops/none" + path, body, once()).statusCode());
      assertEquals(422, done(act, "{\"counter\":\"0\",\"minutes\":0}"));
      assertEquals(413, done(act, large));
      assertEquals(400, asking.ask("POST", PATH + path, body).statusCode(), "without a name");
      assertEquals(
          415,
          asking
              .ask("POST", PATH + path, "x", "idempotency-key", "x", "content-type", "text/plain")
              .statusCode());
    }
    for (String act : List.of("open", "close"))
      assertEquals(404, asking.ask("POST", "/shops/none/queue/" + act, "", once()).statusCode());
    assertEquals(422, done("next", "{\"counter\":\"2\"}"), "it has one");
    assertEquals(422, done("next", "{\"counter\":\"1\",\"service\":\"pain\"}"));
  }

  private static String[] once() {
    return new String[] {"idempotency-key", "once"};
  }
}
