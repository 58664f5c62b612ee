package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Real answers over real HTTP against the served description: for each operation each status that
 * it names and that can be brought about.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final String PLACE = "al-haouz.amizmiz";
  private static final String SAMPLE = "sample-1042";

  /** Of the gate's own making, the same for all: see the gateway's tests. */
  private static final Set<String> GATE = Set.of("429", "503");

  private final MapServer server = new MapServer();
  private final String admin =
      server.token("amina", Role.ADMINISTRATOR, Territory.EVERYWHERE, Optional.of("person-admin"));
  private final String other =
      server.token("omar", Role.OPERATOR, Territory.EVERYWHERE, Optional.of("person-other"));
  private final String viewer = server.token("vera", Role.VIEWER, Territory.NOWHERE);
  private final String agent = server.token("said", Role.AGENT, Territory.NOWHERE);
  private final Contract contract =
      new Contract(MapServer.json(server.ask("", "GET", "/openapi.json", "")));

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers) {
    HttpResponse<String> response = server.ask(admin, method, path, body, headers);
    contract.check(method, path, response);
    return response;
  }

  private HttpResponse<String> askAsOther(
      String method, String path, String body, String... headers) {
    HttpResponse<String> response = server.ask(other, method, path, body, headers);
    contract.check(method, path, response);
    return response;
  }

  private int status(String method, String path, String body, String... headers) {
    return ask(method, path, body, headers).statusCode();
  }

  private String made(String name) {
    return MapServer.json(ask("POST", "/hotspots", MapServer.facts(name, PLACE)))
        .path("id")
        .asText();
  }

  @Test
  void everyAnswerIsAsDescribed() {
    reading();
    changing();
    importing();
    places();
    exporting();
    new ShopCalls(this::ask, contract).all();
    new WalletCalls(this::ask, this::askAsOther, contract, server.wallet).all();
    new AlertCalls(this::ask, server.alerts).all();
    new NoticeCalls(this::ask, this::askAsOther, contract, server.notices).all();
    new AudienceCalls(this::ask, server.audience).all();
    new QueueCalls(this::ask, server.tickets).all();
    copies();
    challenges();
    new ChallengeCalls(this::ask).all();
    field();
    proposals();
    administration();
    refusals();
    assertEquals(Set.of(), missing(), "described, and never seen");
  }

  private void reading() {
    assertEquals(200, status("GET", "/places?q=shishawa&limit=5", ""));
    assertEquals(200, status("GET", "/places/" + PLACE, ""));
    assertEquals(200, status("GET", "/places/al-haouz", ""));
    assertEquals(
        200, status("GET", "/places/marrakech-safi", "", "accept", "application/geo+json"));
    assertEquals(404, status("GET", "/places/atlantis", ""));
    made("Un");
    made("Deux");
    assertEquals(200, status("GET", "/hotspots?limit=1", ""));
    HttpResponse<String> page = ask("GET", "/hotspots", "", "accept", "application/geo+json");
    assertEquals(200, page.statusCode());
    String tag = MapServer.header(page, "etag");
    assertEquals(
        304,
        status("GET", "/hotspots", "", "accept", "application/geo+json", "if-none-match", tag));
    assertEquals(200, status("GET", "/hotspots/near?place=" + PLACE + "&limit=20", ""));
    assertEquals(200, status("GET", "/hotspots/near?lat=31.2&lon=-8.2&free=true&open=true", ""));
    assertEquals(
        200, status("GET", "/hotspots/near?place=" + PLACE, "", "accept", "application/geo+json"));
    assertEquals(404, status("GET", "/hotspots/near?place=atlantis", ""));
    assertEquals(400, status("GET", "/hotspots/near?lat=31.2", ""));
    assertEquals(200, status("GET", "/hotspots/" + SAMPLE, ""));
    assertEquals(200, status("GET", "/hotspots/" + SAMPLE, "", "accept", "application/geo+json"));
    assertEquals(304, status("GET", "/hotspots/" + SAMPLE, "", "if-none-match", "\"v0\""));
    assertEquals(404, status("GET", "/hotspots/none", ""));
    assertEquals(200, status("GET", "/hotspots/" + SAMPLE + "/history", ""));
    assertEquals(404, status("GET", "/hotspots/none/history", ""));
  }

  private void changing() {
    String path = "/hotspots/" + made("Trois");
    String facts = MapServer.facts("Trois bis", PLACE);
    assertEquals(200, status("PUT", path, facts, "if-match", "\"v0\""));
    assertEquals(412, status("PUT", path, facts, "if-match", "\"v0\""));
    assertEquals(412, status("DELETE", path, "", "if-match", "\"v0\""));
    assertEquals(412, status("POST", path + "/undo", "", "if-match", "\"v0\""));
    assertEquals(200, status("POST", path + "/state", "{\"state\":\"broken\"}"));
    assertEquals(200, status("DELETE", path, "", "if-match", "\"v2\""));
    assertEquals(422, status("DELETE", path, "", "if-match", "\"v3\""));
    assertEquals(422, status("POST", path + "/state", "{\"state\":\"works\"}"));
    assertEquals(200, status("POST", path + "/undo", "", "if-match", "\"v3\""));
    assertEquals(200, status("GET", path + "/history", ""));
    assertEquals(422, status("POST", "/hotspots/" + SAMPLE + "/undo", "", "if-match", "\"v0\""));
    for (String[] one :
        new String[][] {
          {"PUT", "/hotspots/none", facts},
          {"DELETE", "/hotspots/none", ""},
          {"POST", "/hotspots/none/undo", ""}
        }) {
      assertEquals(404, status(one[0], one[1], one[2], "if-match", "\"v0\""));
      assertEquals(428, status(one[0], one[1], one[2]));
    }
    assertEquals(404, status("POST", "/hotspots/none/state", "{\"state\":\"works\"}"));
    String nowhere = MapServer.facts("Quatre", "atlantis");
    assertEquals(422, status("POST", "/hotspots", nowhere));
    assertEquals(422, status("PUT", path, nowhere, "if-match", "\"v4\""));
    String large = "{\"facts\":{\"name\":{\"fr\":\"" + "x".repeat(70_000) + "\"}}}";
    for (String[] one :
        new String[][] {{"POST", "/hotspots"}, {"PUT", path}, {"POST", path + "/state"}}) {
      assertEquals(413, status(one[0], one[1], large, "if-match", "\"v4\""));
      HttpResponse<String> other =
          server.ask(admin, one[0], one[1], "", "content-type", "text/plain", "if-match", "\"v4\"");
      assertEquals(400, other.statusCode(), "without a body");
    }
    contract.seen("createHotspot 415", "changeHotspot 415", "confirmHotspot 415");
  }

  private static final String CSV =
      """
      name_fr,kind,access,place,lat,lon
      Cybercafé Atlas,cybercafe,paid,al-haouz.amizmiz,31.2160,-8.2340
      """;

  private HttpResponse<String> file(String query, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of("content-type", "text/csv"));
    all.addAll(List.of(headers));
    return ask("POST", "/imports" + query, body, all.toArray(String[]::new));
  }

  private void importing() {
    HttpResponse<String> dry = file("?dry-run=true", CSV);
    assertEquals(200, dry.statusCode());
    assertEquals(1, MapServer.json(dry).path("rows").path("added").asInt(), dry.body());
    HttpResponse<String> report = file("?dry-run=true", CSV, "accept", "text/csv");
    assertTrue(report.body().contains("ajouté"), report.body());
    HttpResponse<String> kept = file("?source=essai", CSV);
    assertEquals(201, kept.statusCode());
    String path = MapServer.header(kept, "location");
    assertEquals(409, status("POST", path + "/undo", ""));
    assertEquals(200, status("GET", path, ""));
    String near = "/hotspots/near?place=" + PLACE + "&limit=20";
    assertFalse(ask("GET", near, "").body().contains("Cybercafé Atlas"), "before it is published");
    assertEquals(200, status("POST", path + "/publish", ""));
    assertTrue(ask("GET", near, "").body().contains("Cybercafé Atlas"));
    HttpResponse<String> again = file("", CSV);
    assertEquals(200, again.statusCode(), "the same file changes nothing");
    assertEquals(1, MapServer.json(again).path("rows").path("same").asInt());
    assertEquals(200, status("POST", path + "/undo", ""));
    assertFalse(ask("GET", near, "").body().contains("Cybercafé Atlas"));
    assertEquals(200, status("GET", "/imports", ""));
    for (String unknown : List.of("/imports/none/publish", "/imports/none/undo"))
      assertEquals(404, status("POST", unknown, ""));
    assertEquals(404, status("GET", "/imports/none", ""));
    assertEquals(422, file("", "a,b\n1,2\n").statusCode());
    assertEquals(415, status("POST", "/imports", "x", "content-type", "text/html"));
    assertEquals(413, file("", "x".repeat(8_000_001)).statusCode());
    contract.seen("createImport 409", "publishImport 409");
  }

  private static final String PLACES =
      """
      gn_id,name,name_ar,lat,lon,province
      2556999,Tizgui Nouamane,تيزكي نعمان,31.22,-8.20,07.041
      ,Nowhere,,10.0,-8.0,
      """;

  /** The way of hotspots, but for what only they have. */
  private void places() {
    HttpResponse<String> dry = file("?of=places&dry-run=true", PLACES);
    assertEquals(200, dry.statusCode());
    assertEquals(1, MapServer.json(dry).path("rows").path("refused").asInt(), dry.body());
    assertTrue(
        file("?of=places&dry-run=true", PLACES, "accept", "text/csv")
            .body()
            .contains("lies in no province"));
    HttpResponse<String> kept = file("?of=places&source=liste", PLACES);
    assertEquals(201, kept.statusCode());
    assertEquals("places", MapServer.json(kept).path("import").path("of").asText());
    String path = MapServer.header(kept, "location");
    String found = "/places?q=tizgui+nouamane";
    assertFalse(ask("GET", found, "").body().contains("Tizgui"), "before it is published");
    assertEquals(200, status("POST", path + "/publish", ""));
    assertTrue(ask("GET", found, "").body().contains("Tizgui Nouamane"));
    assertEquals(200, file("?of=places", PLACES).statusCode(), "the same file changes nothing");
    assertTrue(ask("GET", "/imports?of=places", "").body().contains("liste"));
    assertFalse(ask("GET", "/imports?of=hotspots", "").body().contains("liste"));
    assertTrue(ask("GET", "/imports", "").body().contains("liste"));
    assertEquals(200, status("POST", path + "/undo", ""));
    assertFalse(ask("GET", found, "").body().contains("Tizgui"));
    assertEquals(422, file("?of=places&anywhere=true", PLACES).statusCode());
    assertEquals(422, file("?of=places", "name,name\nx,y\n").statusCode());
    assertEquals(400, file("?of=rivers", PLACES).statusCode());
    assertEquals(
        415, status("POST", "/imports?of=places", "<osm/>", "content-type", "application/xml"));
  }

  private void exporting() {
    made("Cinq");
    HttpResponse<String> csv = ask("GET", "/hotspots/export", "");
    assertTrue(csv.body().startsWith("\uFEFFid;code;"), csv.body());
    assertTrue(csv.body().contains("Cinq"));
    HttpResponse<String> again = file("?dry-run=true", csv.body());
    JsonNode rows = MapServer.json(again).path("rows");
    assertTrue(rows.path("same").asInt() > 3, again.body());
    assertEquals(0, rows.path("changed").asInt() + rows.path("added").asInt(), again.body());
    String tag = MapServer.header(csv, "etag");
    assertEquals(304, status("GET", "/hotspots/export", "", "if-none-match", tag));
    HttpResponse<String> features =
        ask("GET", "/hotspots/export?place=zagora", "", "accept", "application/geo+json");
    assertFalse(features.body().contains("Cinq"), "it lies elsewhere");
    contract.seen("exportHotspots 422");
  }

  private void challenges() {
    assertEquals(200, status("GET", "/challenges", ""));
    assertEquals(400, status("GET", "/challenges?lang=klingon", ""));
    HttpResponse<String> all = ask("GET", "/challenges", "", "accept", "application/json");
    assertEquals("1.1", MapServer.json(all).at("/challenges/0/code").asText());
    String tag = MapServer.header(all, "etag");
    assertEquals(
        304, status("GET", "/challenges", "", "accept", "application/json", "if-none-match", tag));
  }

  private void copies() {
    String[] form = {"content-type", "application/x-www-form-urlencoded"};
    assertEquals(200, status("GET", "/me", ""));
    assertEquals(200, status("POST", "/me", "code=" + server.account.code("c"), form));
    assertEquals(200, status("POST", "/me", "as=json&code=" + server.account.code("c"), form));
    assertEquals(403, status("POST", "/me", "code=none", form));
    assertEquals(413, status("POST", "/me", "code=" + "x".repeat(300), form));
    assertEquals(415, status("POST", "/me", "{}"));
  }

  private void field() {
    assertEquals(200, status("GET", "/reports", ""));
    assertEquals(200, status("GET", "/demand", ""));
    assertEquals(200, status("GET", "/demand?from=2026-02-01&to=2026-03-01", ""));
    assertEquals(200, status("GET", "/demand", "", "accept", "application/geo+json"));
    assertTrue(ask("GET", "/demand", "", "accept", "text/csv").body().startsWith("place,"));
    for (String period :
        List.of("from=2026-03-02&to=2026-03-01", "from=2025-01-01", "to=2026-02-30"))
      assertEquals(400, status("GET", "/demand?" + period, ""));
  }

  private void proposals() {
    String first = "/proposals/" + server.named("0661987655", PLACE, "devant le souk");
    String second = "/proposals/" + server.named("0661987656", PLACE, "derriere la poste");
    assertTrue(ask("GET", "/reports", "").body().contains("devant le souk"));
    assertEquals(422, status("POST", first + "/accept", "{\"hotspot\":\"x\",\"name\":\"y\"}"));
    assertEquals(422, status("POST", first + "/accept", "{\"kind\":\"palace\"}"));
    String wish =
        """
        {"name":"Café du souk","kind":"cafe","point":{"lat":31.2187,"lon":-8.2343}}\
        """;
    JsonNode made = MapServer.json(ask("POST", first + "/accept", wish));
    assertEquals("Café du souk", made.path("facts").path("name").path("fr").asText());
    assertEquals("devant le souk", made.path("facts").path("way").path("fr").asText());
    assertEquals(made, MapServer.json(ask("POST", first + "/accept", "{}")), "again");
    assertEquals(422, status("POST", first + "/reject", ""));
    assertEquals(204, status("POST", second + "/reject", ""));
    assertEquals(422, status("POST", second + "/accept", "{\"hotspot\":\"" + SAMPLE + "\"}"));
    assertEquals(404, status("POST", "/proposals/none/accept", "{}"));
    assertEquals(404, status("POST", "/proposals/none/reject", ""));
    assertEquals(415, status("POST", first + "/accept", "{}", "content-type", "text/plain"));
    String large = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
    assertEquals(413, status("POST", first + "/accept", large));
    assertFalse(ask("GET", "/reports", "").body().contains("devant le souk"));
  }

  private void administration() {
    assertEquals(200, status("GET", "/accounts", ""));
    assertEquals(200, status("GET", "/audit?limit=2", ""));
    JsonNode page = MapServer.json(ask("GET", "/audit?day=2026-03-02", ""));
    assertTrue(page.path("lines").size() > 10, page.toString());
    assertEquals(400, status("GET", "/audit?day=2026-02-30", ""));
  }

  /** What every operation may answer, asked of each. */
  private void refusals() {
    for (Contract.Described one : contract.operations()) {
      String sample =
          one.path().startsWith("/shops")
              ? ShopCalls.SHOP
              : one.path().startsWith("/payees")
                  ? WalletCalls.PAYEE
                  : one.path().startsWith("/challenges") ? ChallengeCalls.CHALLENGE : SAMPLE;
      String path = one.path().replace("{id}", sample);
      for (String token : List.of("", viewer, agent)) {
        HttpResponse<String> response =
            server.ask(token, one.method(), path + one.query(), one.body(), one.headers());
        contract.check(one.method(), path, response);
        if (token.isEmpty() && !one.scope().isEmpty())
          assertEquals(401, response.statusCode(), path);
      }
      assertEquals(400, status(one.method(), path + "?no-such=1", one.body(), one.headers()));
      HttpResponse<String> form =
          server.ask(
              admin,
              one.method(),
              path + one.query(),
              one.body(),
              one.with("accept", "application/pdf"));
      contract.check(one.method(), path, form);
      assertEquals(406, form.statusCode(), path);
    }
    // A viewer may read places whatever the territory, and what is near is on everybody's map.
    contract.seen("searchPlaces 403", "getPlace 403", "listHotspots 403", "nearHotspots 403");
    contract.seen("listShops 403", "searchShops 403", "listPayees 403", "searchPayees 403");
  }

  private Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    for (Contract.Described one : contract.operations())
      for (String status : one.statuses())
        if (!GATE.contains(status) && !contract.hasSeen(one.operation() + " " + status))
          missing.add(one.operation() + " " + status);
    assertFalse(contract.operations().isEmpty());
    return missing;
  }
}
