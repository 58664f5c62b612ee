package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.app.rights.Stand;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Scope;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopRights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory against everything that the API does with shops: 403 just where
 * {@link ShopRights}, the one table, says no.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopRightsOverHttpTest {
  private final MapServer server = new MapServer();
  private final String keeper = server.token("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private int made;

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> all() {
    return Stand.accounts()
        .flatMap(stand -> Stream.of(ShopDeed.values()).map(deed -> Arguments.of(stand, deed)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("all")
  void whoMayIsAnsweredAndWhoMayNotIsTold(Stand stand, ShopDeed deed) {
    made++;
    String id = MapServer.json(create(keeper)).path("id").asText();
    if (deed == ShopDeed.UNDO) retire(keeper, id);
    String token = server.token("a" + made, stand.role(), stand.territory());
    String path = "/shops/" + id;
    HttpResponse<String> response =
        switch (deed) {
          case READ -> server.ask(token, "GET", path, "");
          case HISTORY -> server.ask(token, "GET", path + "/history", "");
          case CREATE -> create(token);
          case CHANGE ->
              server.ask(
                  token, "PUT", path, MapServer.shop("Autre", Stand.PLACE), "if-match", "\"v0\"");
          case RETIRE -> retire(token, id);
          case UNDO -> server.ask(token, "POST", path + "/undo", "", "if-match", "\"v1\"");
          case STAFF -> server.ask(token, "POST", path + "/staff", "{\"phone\":\"+212661000001\"}");
          case IMPORT -> bring(token);
          case WATCH -> server.ask(token, "GET", path + "/serving", "");
          case SERVE -> serve(token, path, stand.may(deed));
          case EXPORT -> server.ask(token, "GET", "/shops/export", "");
        };
    boolean may = stand.may(deed);
    if (deed == ShopDeed.IMPORT) imported(response, stand.role(), may);
    else if (deed == ShopDeed.EXPORT) exported(response, stand.role(), may, id);
    else
      assertEquals(
          may ? deed == ShopDeed.CREATE ? 201 : 200 : 403, response.statusCode(), response::body);
    boolean listed =
        server.ask(token, "GET", "/shops?retired=true&limit=500", "").body().contains(id);
    assertEquals(stand.may(ShopDeed.READ), listed, "in the list");
  }

  private HttpResponse<String> create(String token) {
    return server.ask(token, "POST", "/shops", MapServer.shop("Boutique " + made, Stand.PLACE));
  }

  private HttpResponse<String> retire(String token, String id) {
    return server.ask(token, "DELETE", "/shops/" + id, "", "if-match", "\"v0\"");
  }

  /** All that can be done with a queue, and reading it as those do who serve. */
  private HttpResponse<String> serve(String token, String path, boolean may) {
    String[] once = {"idempotency-key", "once"};
    for (String act : List.of("next", "recall", "arrived", "absent", "served", "undo")) {
      String queue = path + "/queue/" + act;
      int status = server.ask(token, "POST", queue, "{\"counter\":\"1\"}", once).statusCode();
      assertEquals(may ? act.equals("next") ? 200 : 409 : 403, status, act);
    }
    int pause =
        server.ask(token, "POST", path + "/queue/pause", "{\"minutes\":5}", once).statusCode();
    assertEquals(may ? 200 : 403, pause);
    for (String act : List.of("close", "open"))
      assertEquals(
          may ? 200 : 403,
          server.ask(token, "POST", path + "/queue/" + act, "", once).statusCode());
    return server.ask(token, "GET", path + "/queue", "");
  }

  private HttpResponse<String> bring(String token) {
    return server.ask(
        token,
        "POST",
        "/imports?of=shops",
        "nom;type;commune\nFichier " + made + ";hammam;Amizmiz\n",
        "content-type",
        "text/csv");
  }

  /** Outside the territory the row is refused, not the file. */
  private static void imported(HttpResponse<String> response, Role role, boolean may) {
    boolean scope = Scope.within(role).contains(Scope.IMPORTS_WRITE);
    assertEquals(may ? 201 : scope ? 200 : 403, response.statusCode(), response::body);
    if (!may && scope)
      assertEquals(1, MapServer.json(response).path("rows").path("refused").asInt());
  }

  /** Outside the territory nothing is in the file. */
  private static void exported(HttpResponse<String> response, Role role, boolean may, String id) {
    boolean taken = ShopRights.of(role).contains(ShopDeed.EXPORT);
    assertEquals(taken ? 200 : 403, response.statusCode(), response::body);
    assertEquals(may, response.body().contains(id));
  }
}
