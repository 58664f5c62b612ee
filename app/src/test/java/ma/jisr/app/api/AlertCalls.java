package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

/** The part of the contract that is about alerts. */
final class AlertCalls {
  private static final String CAP = "application/cap+xml";

  private final ShopCalls.Asking asking;
  private final AlertRooms alerts;

  AlertCalls(ShopCalls.Asking asking, AlertRooms alerts) {
    this.asking = asking;
    this.alerts = alerts;
  }

  private int status(String method, String path, String body, String... headers) {
    return asking.ask(method, path, body, headers).statusCode();
  }

  void all() {
    published();
    taken();
  }

  private void published() {
    String id = alerts.sent("al-haouz");
    HttpResponse<String> index = asking.ask("GET", "/alerts", "");
    assertEquals(200, index.statusCode());
    assertTrue(index.body().contains("href=\"/alerts/" + id + "\""), index.body());
    String tag = MapServer.header(index, "etag");
    assertEquals(304, status("GET", "/alerts", "", "if-none-match", tag));
    HttpResponse<String> alert = asking.ask("GET", "/alerts/" + id, "");
    assertEquals(200, alert.statusCode());
    assertTrue(alert.body().contains("<headline>Eau coupée mardi</headline>"), alert.body());
    assertEquals(
        304, status("GET", "/alerts/" + id, "", "if-none-match", MapServer.header(alert, "etag")));
    assertEquals(404, status("GET", "/alerts/none", ""));
  }

  private void taken() {
    String file = file("a1", "31.6,-8 5");
    HttpResponse<String> made = asking.ask("POST", "/notices/cap", file, "content-type", CAP);
    assertEquals(201, made.statusCode(), made.body());
    assertEquals("draft", MapServer.json(made).path("state").asText());
    HttpResponse<String> again = asking.ask("POST", "/notices/cap", file, "content-type", CAP);
    assertEquals(MapServer.json(made).path("notice"), MapServer.json(again).path("notice"));
    HttpResponse<String> other =
        asking.ask("POST", "/notices/cap", file("a1", "31.6,-8 6"), "content-type", CAP);
    assertEquals(409, other.statusCode());
    HttpResponse<String> wrong =
        asking.ask("POST", "/notices/cap", file("a2", "-8,31.6 5"), "content-type", CAP);
    assertEquals(422, wrong.statusCode());
    assertEquals("shape", MapServer.json(wrong).path("problems").path(0).path("fault").asText());
    String evil = "<!DOCTYPE alert SYSTEM \"file:///etc/passwd\">" + file;
    assertEquals(422, status("POST", "/notices/cap", evil, "content-type", CAP));
    assertEquals(413, status("POST", "/notices/cap", "x".repeat(600_000), "content-type", CAP));
    assertEquals(415, status("POST", "/notices/cap", file, "content-type", "text/plain"));
  }

  private static String file(String identifier, String circle) {
    return """
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier>
    <sender>%s</sender><sent>%s</sent><status>Actual</status><msgType>Alert</msgType>
    <scope>Public</scope><info><language>fr</language><category>Met</category><event>Crue</event>
    <urgency>Expected</urgency><severity>Minor</severity><certainty>Likely</certainty>
    <area><areaDesc>Marrakech</areaDesc><circle>%s</circle></area></info></alert>\
    """
        .formatted(identifier, AlertRooms.SENDER, sent(), circle);
  }

  private static String sent() {
    return MapServer.NOW.toString().replace("Z", "+00:00");
  }
}
