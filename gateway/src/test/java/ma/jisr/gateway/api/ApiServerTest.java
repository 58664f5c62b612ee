package ma.jisr.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import ma.jisr.base.Role;
import ma.jisr.gateway.account.AccountCollections;
import ma.jisr.gateway.account.Scope;
import ma.jisr.gateway.account.Staff;
import ma.jisr.gateway.web.Patience;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate over real HTTP: who comes in, how often, and what is written of it. */
class ApiServerTest {
  private final ThingsApi api = new ThingsApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private String told(String method, String path, String body, String... headers) {
    return ThingsApi.told(api.ask(method, path, body, headers));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /things, 200 page 0",
    "HEAD, /things, 200",
    "GET, /things/7, 200 7",
    "GET, /things/odd, 200 odd",
    "HEAD, /things/7, 200",
    "OPTIONS, /things, 204",
    "OPTIONS, /things/7, 204",
    "DELETE, /things, 405 method",
    "PATCH, /things/7, 405 method",
    "TRACE, /things, 405 method",
    "GET, /nothing, 404 unknown",
    "GET, /things/7/8, 404 unknown",
    "GET, /secrets, 404 unknown",
    "GET, /broken, 503 unavailable",
    "GET, /things/%37, 200 7",
    "GET, /things/123456789, 400 malformed"
  })
  void aPathIsAnswered(String method, String path, String expected) {
    assertEquals(expected, told(method, path, ""));
  }

  @Test
  void allowedMethodsAreNamed() {
    assertEquals("GET, HEAD, OPTIONS, POST", header(api.ask("DELETE", "/things", ""), "allow"));
    assertEquals("GET, HEAD, OPTIONS, PUT", header(api.ask("OPTIONS", "/things/7", ""), "allow"));
  }

  @Test
  void nobodyComesInWithoutAToken() {
    for (String[] headers :
        new String[][] {
          {},
          {"authorization", "Bearer"},
          {"authorization", "Bearer x"},
          {"authorization", "Basic YTpi"},
          {"authorization", api.token},
          {"cookie", "token=" + api.token}
        }) {
      HttpResponse<String> response = api.bare(api.port, "GET", "/things", "", headers);
      assertEquals("401 no-token", ThingsApi.told(response));
      assertTrue(header(response, "www-authenticate").startsWith("Bearer realm=\"jisr\""));
    }
    assertEquals(
        "401 no-token",
        ThingsApi.told(api.bare(api.port, "GET", "/things?token=" + api.token, "")));
    assertEquals(List.of(), api.trail());
    assertEquals(List.of(), api.asked);
  }

  @Test
  void whatIsOpenAsksForNoTokenAndLeavesNoLine() {
    HttpResponse<String> page = api.bare(api.port, "GET", "/open", "", "accept", "text/html,*/*");
    assertEquals("<p>PERSON", page.body());
    assertEquals("text/html", header(page, "content-type"));
    String[] form = {"content-type", "application/x-www-form-urlencoded", "accept", "text/html"};
    assertEquals("<p>yes", api.bare(api.port, "POST", "/open", "code=right", form).body());
    assertEquals(400, api.bare(api.port, "GET", "/open?code=right", "").statusCode());
    assertEquals(
        413, api.bare(api.port, "POST", "/open", "code=" + "x".repeat(99), form).statusCode());
    assertEquals(List.of(), api.trail());
  }

  @Test
  void aSecretThatIsGuessedAtAnOpenDoorCountsAsAToken() {
    String[] form = {"content-type", "application/x-www-form-urlencoded", "accept", "text/html"};
    for (int i = 0; i < 20; i++)
      assertEquals(403, api.bare(api.port, "POST", "/open", "code=" + i, form).statusCode());
    assertEquals(429, api.bare(api.port, "POST", "/open", "code=right", form).statusCode());
    api.nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertEquals(200, api.bare(api.port, "POST", "/open", "code=right", form).statusCode());
  }

  @Test
  void anyCaseOfBearerWillDo() {
    assertEquals(
        200,
        api.bare(api.port, "GET", "/things", "", "authorization", "bEARER  " + api.token)
            .statusCode());
  }

  @Test
  void aTokenIsGoodForItsScopesAndUntilItIsRevoked() {
    api.staff.make("said", Role.OPERATOR);
    var issued =
        api.staff
            .accounts
            .issue("said", Set.of(Scope.HOTSPOTS_READ), api.staff.now.plus(Duration.ofDays(1)))
            .join();
    String[] bearer = {
      "authorization", "Bearer " + issued.text(), "content-type", "application/json"
    };
    assertEquals(200, api.bare(api.port, "GET", "/things", "", bearer).statusCode());
    HttpResponse<String> refused =
        api.bare(api.port, "POST", "/things", "{\"name\":\"x\"}", bearer);
    assertEquals("403 forbidden", ThingsApi.told(refused));
    assertTrue(header(refused, "www-authenticate").contains("scope=\"hotspots:write\""));
    api.staff.accounts.revoke("said", issued.token().id()).join();
    assertEquals("401 no-token", ThingsApi.told(api.bare(api.port, "GET", "/things", "", bearer)));
    assertEquals(List.of("listThings  200", "makeThing  403"), api.trail());
  }

  @Test
  void theAdministrationHasItsOwnListener() {
    assertEquals(
        "200 secret",
        ThingsApi.told(
            api.bare(
                api.adminPort, "GET", "/secrets", "", "authorization", "Bearer " + api.token)));
    String open = api.bare(api.port, "GET", "/openapi.json", "").body();
    String admin = api.bare(api.adminPort, "GET", "/openapi.json", "").body();
    assertFalse(open.contains("/secrets"));
    assertTrue(admin.contains("/secrets"));
  }

  @Test
  void everyUseStandsInTheTrail() {
    told("GET", "/things", "");
    told("GET", "/things/7", "");
    told("POST", "/things", "{\"name\":\"x\"}", "content-type", "application/json");
    told(
        "PUT",
        "/things/7",
        "{\"name\":\"x\"}",
        "content-type",
        "application/json",
        "if-match",
        "\"v2\"");
    told("GET", "/broken", "");
    assertEquals(
        List.of(
            "listThings  200",
            "getThing 7 200",
            "makeThing  0",
            "makeThing x 201",
            "putThing 7 0",
            "putThing 7 412"),
        api.trail());
  }

  @Test
  void whatCannotStandInTheTrailIsNeitherShownNorDone() {
    FaultyStore.Plan[] plan = {(method, collection) -> new Fault.Pass()};
    var store =
        new FaultyStore(
            new MemoryStore(AccountCollections.specs()),
            (method, collection) -> plan[0].next(method, collection));
    try (ThingsApi other = new ThingsApi(new Staff(store), Patience.USUAL)) {
      plan[0] =
          (method, collection) ->
              method.equals("insert")
                  ? new Fault.Refuse(StoreException.Kind.FULL)
                  : new Fault.Pass();
      assertEquals("503 unavailable", ThingsApi.told(other.ask("GET", "/things", "")));
      var made =
          other.ask("POST", "/things", "{\"name\":\"x\"}", "content-type", "application/json");
      assertEquals("503 unavailable", ThingsApi.told(made));
      assertEquals("1", header(made, "retry-after"));
      assertEquals(List.of("list Optional.emptyOptional.emptyfalse2"), other.asked);
    }
  }

  @Test
  void whoAsksTooOftenWaits() {
    HttpResponse<String> last = api.ask("GET", "/things", "");
    for (int i = 1; i < 100; i++) last = api.ask("GET", "/things", "");
    assertEquals(200, last.statusCode());
    last = api.ask("GET", "/things", "");
    assertEquals("429 too-often", ThingsApi.told(last));
    assertEquals("1", header(last, "retry-after"));
    api.nanos.addAndGet(Duration.ofMillis(50).toNanos());
    assertEquals(200, api.ask("GET", "/things", "").statusCode());
    assertEquals(429, api.ask("GET", "/things", "").statusCode());
  }

  @Test
  void whoGuessesWaitsLonger() {
    String guess = "Bearer " + api.token.substring(0, api.token.length() - 4) + "AAAA";
    for (int i = 0; i < 20; i++)
      assertEquals(
          401, api.bare(api.port, "GET", "/things", "", "authorization", guess).statusCode());
    HttpResponse<String> last = api.bare(api.port, "GET", "/things", "", "authorization", guess);
    assertEquals(429, last.statusCode());
    assertEquals("3", header(last, "retry-after"));
    assertEquals(429, api.ask("GET", "/things", "").statusCode(), "whatever it then shows");
    api.nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertEquals(200, api.ask("GET", "/things", "").statusCode());
  }

  @Test
  void everyAnswerSaysHowItMayBeUsed() {
    for (String path : List.of("/things", "/nothing", "/broken", "/openapi.json")) {
      HttpResponse<String> response = api.ask("GET", path, "", "origin", "https://example.net");
      assertEquals("nosniff", header(response, "x-content-type-options"));
      assertEquals(
          "default-src 'none'; frame-ancestors 'none'",
          header(response, "content-security-policy"));
      assertEquals("private, no-cache", header(response, "cache-control"));
      for (String name : response.headers().map().keySet())
        assertFalse(name.startsWith("access-control"), name);
      assertEquals("", header(response, "server"));
    }
  }

  /** RFC 9457: a type, a title, the status again and what is the matter. */
  @Test
  void aProblemIsComplete() throws Exception {
    HttpResponse<String> response = api.ask("GET", "/broken", "");
    JsonNode problem = new JsonMapper().readTree(response.body());
    assertEquals("urn:jisr:problem:unavailable", problem.path("type").asText());
    assertEquals(503, problem.path("status").asInt());
    assertFalse(
        problem.path("title").asText().isEmpty() || problem.path("detail").asText().isEmpty());
    assertFalse(response.body().contains("987655"), "what failed is not told");
  }
}
