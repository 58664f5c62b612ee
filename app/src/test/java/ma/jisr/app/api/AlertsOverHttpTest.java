package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Our alerts without a token, and those of others only with one that is good for notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlertsOverHttpTest {
  private final MapServer server = new MapServer();

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everybodyMayRead() {
    String id = server.alerts.sent("al-haouz.asni");
    HttpResponse<String> index = server.ask("", "GET", "/alerts", "");
    assertEquals(200, index.statusCode());
    assertTrue(MapServer.header(index, "content-type").startsWith("application/atom+xml"));
    HttpResponse<String> alert = server.ask("", "GET", "/alerts/" + id, "");
    assertEquals(200, alert.statusCode());
    assertTrue(MapServer.header(alert, "content-type").startsWith("application/cap+xml"));
    assertEquals(404, server.ask("", "GET", "/alerts/..%2F" + id, "").statusCode());
  }

  @Test
  void notEverybodyMayWrite() {
    String viewer = server.token("vera", Role.VIEWER, Territory.EVERYWHERE);
    for (String token : new String[] {"", viewer}) {
      int status =
          server
              .ask(token, "POST", "/notices/cap", "<a/>", "content-type", "application/cap+xml")
              .statusCode();
      assertEquals(token.isEmpty() ? 401 : 403, status);
    }
    String official = server.token("caid", Role.OFFICIAL, Territory.EVERYWHERE);
    int status =
        server
            .ask(official, "POST", "/notices/cap", "<a/>", "content-type", "application/cap+xml")
            .statusCode();
    assertEquals(422, status);
  }
}
