package ma.jisr.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent is as described, or is told what is wrong; over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String JSON = "application/json";

  private final ThingsApi api = new ThingsApi();

  @BeforeEach
  void rest() {
    api.nanos.addAndGet(60_000_000_000L);
    api.asked.clear();
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private String post(String body, String... headers) {
    return ThingsApi.told(api.ask("POST", "/things", body, headers));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\"} | 201 x",
        " {\"name\":\"x\",\"size\":1000,\"type\":\"t\"} | 201 x",
        "{\"name\":\"x\" | 400 malformed",
        "{\"name\":\"x\"}} | 400 malformed",
        "{\"name\":\"x\",} | 400 malformed",
        "{'name':'x'} | 400 malformed",
        "{\"name\":\"x\"} // no | 400 malformed",
        "{\"name\":\"x\",\"name\":\"y\"} | 400 malformed",
        "\"name\" | 422 invalid",
        "[] | 422 invalid",
        "null | 422 invalid",
        "{} | 422 invalid",
        "{\"name\":7} | 422 invalid",
        "{\"name\":\"\"} | 422 invalid",
        "{\"name\":\"12345678901\"} | 422 invalid",
        "{\"name\":\"x\",\"more\":1} | 422 invalid",
        "{\"name\":\"x\",\"size\":1001} | 422 invalid",
        "{\"name\":\"x\",\"size\":1.5} | 422 invalid",
        "{\"name\":\"x\",\"size\":\"1\"} | 422 invalid",
        "{\"name\":\"x\",\"size\":1e999999999} | 422 invalid",
        "{\"name\":\"x\",\"size\":99999999999999999999999999999999999999999999} | 400 malformed",
        "{\"name\":\"x\",\"size\":NaN} | 400 malformed",
        "{\"name\":\"x\",\"parts\":[{\"name\":\"y\"}]} | 201 x",
        "{\"name\":\"x\",\"parts\":[{\"name\":8}]} | 422 invalid",
        "{\"name\":\"\\ud800\"} | 422 invalid"
      })
  void aBodyIsAsDescribed(String body, String expected) {
    String told = post(body, "content-type", JSON);
    if (body.contains("ud800")) assertTrue(told.startsWith("4") || told.startsWith("201"), told);
    else assertEquals(expected, told);
    assertEquals(told.startsWith("201") ? 1 : 0, api.asked.size());
  }

  @Test
  void depthHasABound() {
    String deep = "{\"name\":\"x\",\"parts\":".repeat(20) + "[]" + "}".repeat(20);
    assertEquals("422 invalid", post(deep, "content-type", JSON));
    assertEquals("400 malformed", post("[".repeat(900) + "]".repeat(900), "content-type", JSON));
    assertEquals("413 too-large", post("[".repeat(3_000), "content-type", JSON));
  }

  @Test
  void everyMistakeIsToldWithItsPlace() throws Exception {
    HttpResponse<String> response =
        api.ask(
            "POST", "/things", "{\"name\":\"x\",\"parts\":[{\"name\":8}]}", "content-type", JSON);
    JsonNode errors = new JsonMapper().readTree(response.body()).path("errors");
    assertTrue(errors.size() > 0 && errors.size() <= Schemas.MOST_ERRORS, errors.toString());
    List<String> places = errors.findValuesAsText("at");
    assertTrue(places.contains("/parts/0/name"), places.toString());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "application/json, 201 x",
        "application/json; charset=utf-8, 201 x",
        "APPLICATION/JSON, 201 x",
        "text/csv, 201",
        "text/plain, 415 unsupported",
        "application/x-www-form-urlencoded, 415 unsupported",
        "multipart/form-data; boundary=x, 415 unsupported",
        "json, 415 unsupported",
        "-, 415 unsupported"
      })
  void aBodyIsOfADescribedType(String type, String expected) {
    String body = "{\"name\":\"x\"}";
    String told = type == null ? post(body) : post(body, "content-type", type);
    assertEquals(expected, told.strip());
  }

  @Test
  void aBodyIsWhereOneIsDescribedAndNowhereElse() {
    assertEquals("400 malformed", post("", "content-type", JSON));
    assertEquals("400 malformed", ThingsApi.told(api.ask("GET", "/things", "{}")));
    assertEquals(
        "413 too-large", post("{\"name\":\"" + "x".repeat(2_000) + "\"}", "content-type", JSON));
    assertEquals(List.of(), api.asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour=red&least=-9.5&big=true&limit=5 | list Optional[red]Optional[-9.5]true5",
        "'' | list Optional.emptyOptional.emptyfalse2",
        "colour=green | -",
        "colour= | -",
        "colour=red&colour=red | -",
        "least=11 | -",
        "least=NaN | -",
        "least=1e3 | -",
        "least=1.0000000000000000000000 | -",
        "least=0x1 | -",
        "limit=0 | -",
        "limit=6 | -",
        "limit=1.0 | -",
        "limit=99999999999999999999 | -",
        "limit=%D9%A1 | -",
        "big=yes | -",
        "big=TRUE | -",
        "unknown=1 | -",
        "Limit=1 | -"
      })
  void aParameterIsAsDescribed(String query, String expected) {
    String told = ThingsApi.told(api.ask("GET", "/things?" + query, ""));
    assertEquals(expected.equals("-") ? "400 malformed" : "200 page 0", told);
    assertEquals(expected.equals("-") ? List.of() : List.of(expected), api.asked);
  }

  @ParameterizedTest
  @CsvSource({"abc, 201 x", "ABC, 400 malformed", "abcdefghi, 400 malformed"})
  void aChangeMayHaveAName(String key, String expected) {
    String told = post("{\"name\":\"x\"}", "content-type", JSON, "idempotency-key", key);
    assertEquals(expected, told);
    String account = api.staff.accounts.named("amina").join().id();
    if (told.startsWith("201"))
      assertEquals(List.of("make " + account + ":abc " + JSON + " 12"), api.asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | application/json",
        "application/geo+json | application/geo+json",
        "*/* | application/json",
        "application/* | application/json",
        "application/geo+json, application/json;q=0.5 | application/geo+json",
        "application/geo+json;q=0.1, application/json | application/json",
        "text/html, */*;q=0.1 | application/json",
        "text/html | -",
        "application/json;q=0 | -",
        "nonsense | -"
      })
  void theFormOfAnAnswerIsChosen(String accept, String expected) {
    HttpResponse<String> response = api.ask("GET", "/things", "", "accept", accept);
    if (expected.equals("-")) assertEquals("406 not-acceptable", ThingsApi.told(response));
    else assertEquals(expected, response.headers().firstValue("content-type").orElse(""));
  }

  private String next(HttpResponse<String> response) {
    try {
      return new JsonMapper().readTree(response.body()).path("next").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aListGoesOnWhereItsCursorSays() {
    String first = next(api.ask("GET", "/things", ""));
    HttpResponse<String> second = api.ask("GET", "/things?cursor=" + first, "");
    assertEquals("200 page 2", ThingsApi.told(second));
    HttpResponse<String> third = api.ask("GET", "/things?limit=5&cursor=" + next(second), "");
    assertEquals("200 page 4", ThingsApi.told(third));
    assertEquals("", next(third));
  }

  @Test
  void aCursorOfAnotherListOrAForgedOneIsNone() {
    String cursor = next(api.ask("GET", "/things", ""));
    String flipped = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
    String longer = cursor + "MA";
    for (String forged :
        List.of(flipped, longer, "MA", "", "%20", "Mw", cursor.substring(1), "x".repeat(600)))
      assertEquals(
          "400 malformed",
          ThingsApi.told(
              api.ask(
                  "GET",
                  "/things?cursor=" + URLEncoder.encode(forged, StandardCharsets.UTF_8),
                  "")),
          forged);
    assertEquals(
        "400 malformed", ThingsApi.told(api.ask("GET", "/things?colour=red&cursor=" + cursor, "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "\"v3\" | 200 x",
        "\"v2\" | 412 overtaken",
        "\"v4\" | 412 overtaken",
        "- | 428 if-match-needed",
        "* | 400 malformed",
        "W/\"v3\" | 400 malformed",
        "v3 | 400 malformed",
        "\"v3\", \"v4\" | 400 malformed",
        "\"v99999999999999999999\" | 400 malformed"
      })
  void aChangeSaysWhichVersionItMeans(String ifMatch, String expected) {
    String[] headers =
        ifMatch == null
            ? new String[] {"content-type", JSON}
            : new String[] {"content-type", JSON, "if-match", ifMatch};
    HttpResponse<String> response = api.ask("PUT", "/things/7", "{\"name\":\"x\"}", headers);
    assertEquals(expected, ThingsApi.told(response));
    if (expected.startsWith("412"))
      assertTrue(
          response.body().contains("\"theirs\":{\"name\":\"theirs\"},\"yours\":{\"name\":\"x\"}")
              || response
                  .body()
                  .contains("\"yours\":{\"name\":\"x\"},\"theirs\":{\"name\":\"theirs\"}"),
          response.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/things/7 | \"v3\" | 304",
        "/things/7 | W/\"v3\" | 304",
        "/things/7 | \"v2\", \"v3\" | 304",
        "/things/7 | * | 304",
        "/things/7 | \"v2\" | 200 7",
        "/things | \"v3\" | 200 page 0"
      })
  void whatIsKnownIsNotSentAgain(String path, String ifNoneMatch, String expected) {
    assertEquals(expected, ThingsApi.told(api.ask("GET", path, "", "if-none-match", ifNoneMatch)));
  }

  @Test
  void aListHasATagOfItsBytes() {
    String tag = api.ask("GET", "/things", "").headers().firstValue("etag").orElseThrow();
    assertEquals("304", ThingsApi.told(api.ask("GET", "/things", "", "if-none-match", tag)));
    assertEquals(
        "200 page 0",
        ThingsApi.told(api.ask("GET", "/things?limit=5", "", "if-none-match", tag)).strip());
  }
}
