package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which people read what is kept of them, over real HTTP. */
class CopyOverHttpTest {
  private static final String[] FORM = {"content-type", "application/x-www-form-urlencoded"};

  private final MapServer server = new MapServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> post(String body) {
    return server.ask("", "POST", "/me", body, FORM);
  }

  private static void isSafe(HttpResponse<String> page) {
    String policy = MapServer.header(page, "content-security-policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertTrue(policy.contains("form-action 'self'"), policy);
    assertEquals("no-store", MapServer.header(page, "cache-control"));
    assertEquals("no-referrer", MapServer.header(page, "referrer-policy"));
    String body = page.body().toLowerCase(Locale.ROOT);
    for (String active : new String[] {"<script", "javascript:", " onload", "<img", "<iframe"})
      assertFalse(body.contains(active), active);
  }

  @Test
  void theFormAsksForACodeByPost() {
    HttpResponse<String> page = server.ask("", "GET", "/me", "", "accept", "text/html,*/*;q=0.8");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<form method=\"post\" action=\"/me\">"), page.body());
    assertTrue(page.body().contains("lang=\"ar\" dir=\"rtl\""), page.body());
    isSafe(page);
    assertEquals(400, server.ask("", "GET", "/me?code=4F7K-9QXM-2TRB", "").statusCode());
  }

  @Test
  void whoHasTheCodeReadsTheCopyInTheirLanguage() {
    HttpResponse<String> page = post("code=" + server.account.code("k1") + "&as=html");
    assertEquals(200, page.statusCode(), page.body());
    assertTrue(page.body().contains("<html lang=\"ary-Arab\" dir=\"rtl\">"), page.body());
    for (String said : new String[] {"+212661000001", "أمزميز", "نوبات", "7 يوم", "A17", "وقف"})
      assertTrue(page.body().contains(said), said);
    assertTrue(page.body().contains("&lt;script&gt;alert(&#39;1&#39;)"), "it does not run");
    isSafe(page);
    assertEquals("", MapServer.header(page, "etag"));
  }

  @Test
  void aCodeIsReadAsPeopleTypeIt() {
    String code = server.account.code("k2").toLowerCase(Locale.ROOT).replace('-', '+');
    assertEquals(200, post("code=" + code).statusCode());
  }

  @Test
  void theFileHasTheSame() {
    HttpResponse<String> file = post("as=json&code=" + server.account.code("k3"));
    assertEquals(
        "attachment; filename=\"jisr.json\"", MapServer.header(file, "content-disposition"));
    JsonNode json = MapServer.json(file);
    assertEquals("212661000001", json.at("/person/numbers/0").asText());
    assertEquals("ary-Arab", json.at("/person/language").asText());
    assertEquals(2, json.at("/kept/1/kinds/0/count").asInt(), json.toString());
    assertEquals(AccountRooms.SHOP, json.at("/kept/1/rows/0/shop").asText());
  }

  @Test
  void readingsAreCountedAndEnd() {
    String first = server.account.code("k4");
    for (int n = 1; n <= 10; n++)
      assertEquals(n, MapServer.json(post("as=json&code=" + first)).get("reading").asInt());
    assertEquals(403, post("code=" + first).statusCode(), "ten are enough");
    assertEquals(first, server.account.code("k4"), "the same call has the same code");
    assertEquals(403, post("code=" + first).statusCode());
    assertEquals(10, server.account.before("k5"));
    String second = server.account.code("k5");
    HttpResponse<String> page = post("code=" + second);
    assertTrue(page.body().contains("القراية 1 من 10"), page.body());
    assertEquals(1, server.account.before("k6"));
    assertEquals(403, post("code=" + second).statusCode(), "a new one closes it");
    assertEquals(200, post("code=" + server.account.code("k6")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"code=4F7K-9QXM-2TRB", "code=", "as=json", "code=p1", "code=<script>x</script>"})
  void anythingElseOpensNothing(String body) {
    HttpResponse<String> page = post(body);
    assertEquals(403, page.statusCode());
    assertTrue(page.body().contains("class=\"wrong\""), page.body());
    isSafe(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=%", "code=%ZZ", "=&=&="})
  void whatIsNoFormIsRefused(String body) {
    assertEquals(400, post(body).statusCode());
  }

  @Test
  void aBodyIsShort() {
    assertEquals(413, post("code=" + "A".repeat(300)).statusCode());
    assertEquals(415, server.ask("", "POST", "/me", "{}").statusCode());
  }
}
