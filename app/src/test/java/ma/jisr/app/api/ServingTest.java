package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Audit;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.tickets.Act;
import ma.jisr.service.tickets.Staff;
import ma.jisr.service.tickets.Tickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The screens of a shop over real sockets, while its counters work over HTTP, and elsewhere. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServingTest {
  private static final String PATH = "/shops/" + ShopCalls.SHOP;
  private static final String ONE = "{\"counter\":\"1\"}";

  private final MapServer server = new MapServer();
  private final String viewer = server.token("vera", Role.VIEWER, Territory.of(Set.of("al-haouz")));
  private final String operator =
      server.token("omar", Role.OPERATOR, Territory.of(Set.of("al-haouz")));

  @AfterEach
  void stop() {
    server.close();
  }

  private void take(String person) {
    server
        .tickets
        .take("take-" + person, person, ShopCalls.SHOP, "caisse", Priority.USUAL, null, null)
        .join();
  }

  private Screen screen(String path) {
    Screen screen = new Screen(server.watch(viewer, path));
    assertEquals(200, screen.response.statusCode());
    return screen;
  }

  private void act(String act, String body, String key) {
    assertEquals(
        200,
        server
            .ask(operator, "POST", PATH + "/queue/" + act, body, "idempotency-key", key)
            .statusCode());
  }

  @Test
  void allScreensOfAShopShowWhatChanges() {
    take("zahra");
    take("salma");
    try (Screen one = screen(PATH + "/serving");
        Screen other = screen(PATH + "/serving")) {
      for (Screen screen : List.of(one, other)) assertEquals("open, 2 wait", screen.counters());
      act("next", ONE, "a");
      for (Screen screen : List.of(one, other)) assertEquals("open 1:1, 1 wait", screen.counters());
      act("next", ONE, "a");
      act("pause", "{\"minutes\":20}", "a");
      for (Screen screen : List.of(one, other))
        assertEquals("paused 1:1, 1 wait", screen.counters(), "a repetition is nothing to tell");
    }
  }

  @Test
  void whatAnotherNodeDoesIsShown() {
    take("zahra");
    Tickets elsewhere = server.node("b");
    try (Screen screen = screen(PATH + "/serving")) {
      assertEquals("open, 1 wait", screen.counters());
      elsewhere.act("k", new Staff("yto", ShopCalls.SHOP), Act.NEXT, "1", null).join();
      assertEquals("open 1:1, 0 wait", screen.counters());
    }
  }

  @Test
  void numbersAndCountersAndNothingElse() {
    take("zahra");
    act("next", ONE, "a");
    try (Screen screen = screen(PATH + "/serving")) {
      JsonNode state = screen.next();
      assertNotNull(state);
      assertEquals(MapServer.json(server.ask(viewer, "GET", PATH + "/serving", "")), state);
      Set<String> names = new TreeSet<>();
      state.fieldNames().forEachRemaining(names::add);
      state.path("counters").path(0).fieldNames().forEachRemaining(names::add);
      assertEquals(
          Set.of(
              "shop",
              "state",
              "counters",
              "waiting",
              "later",
              "counter",
              "number",
              "service",
              "since"),
          names);
      assertFalse(state.toString().contains("zahra"));
    }
  }

  @Test
  void aScreenThatComesBackIsToldWhatItHasMissedOnly() {
    String id;
    try (Screen screen = screen(PATH + "/serving")) {
      assertEquals("open, 0 wait", screen.counters());
      id = screen.lastId;
    }
    try (Screen again = new Screen(server.watch(viewer, PATH + "/serving", "last-event-id", id))) {
      take("zahra");
      assertEquals("open, 1 wait", again.counters());
    }
  }

  @Test
  void whoMayNotSeeTheShopIsToldNothing() {
    String stranger = server.token("said", Role.OPERATOR, Territory.of(Set.of("zagora")));
    try (Screen screen = new Screen(server.watch(stranger, PATH + "/serving"))) {
      assertEquals(403, screen.response.statusCode());
    }
    try (Screen screen = new Screen(server.watch(operator, "/shops/none/serving"))) {
      assertEquals(404, screen.response.statusCode());
    }
  }

  @Test
  void aShopThatIsRetiredShowsNothingMore() {
    String path =
        MapServer.header(
            server.ask(operator, "POST", "/shops", MapServer.shop("Un", "al-haouz.amizmiz")),
            "location");
    try (Screen screen = screen(path + "/serving")) {
      assertEquals("open, 0 wait", screen.counters());
      server.ask(operator, "DELETE", path, "", "if-match", "\"v0\"");
      assertNull(screen.next());
    }
  }

  @Test
  void aServerThatStopsEndsThem() {
    try (Screen one = screen(PATH + "/serving");
        Screen other = screen(PATH + "/serving")) {
      for (Screen screen : List.of(one, other)) assertEquals("open, 0 wait", screen.counters());
      server.stop();
      for (Screen screen : List.of(one, other)) assertNull(screen.next());
    }
  }

  @Test
  void whatCountersDoStandsInTheTrail() {
    take("zahra");
    act("next", ONE, "a");
    server.ask(
        operator, "POST", PATH + "/queue/undo", "{\"counter\":\"2\"}", "idempotency-key", "b");
    assertEquals(
        List.of(
            "callNext " + ShopCalls.SHOP + " 0",
            "callNext " + ShopCalls.SHOP + " 200",
            "undoAtCounter " + ShopCalls.SHOP + " 0",
            "undoAtCounter " + ShopCalls.SHOP + " 422"),
        server.audit.read(Audit.day(MapServer.NOW), "", 100).join().stream()
            .map(line -> line.did() + " " + line.of() + " " + line.status())
            .toList());
  }
}
