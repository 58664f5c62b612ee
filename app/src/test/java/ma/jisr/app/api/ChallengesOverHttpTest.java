package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.challenges.offer.Made;
import ma.jisr.service.challenges.offer.OfferDesk;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeDraft;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Keeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The open list of challenges, over real HTTP and without a token. */
class ChallengesOverHttpTest {
  private static final Actor ROOT = new Actor("root", Role.ADMINISTRATOR, Territory.EVERYWHERE);

  private final MapServer server = new MapServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String query, String... headers) {
    return server.ask("", "GET", "/challenges" + query, "", headers);
  }

  private void made(String code, String title, boolean publish) {
    Keeper owner =
        Keeper.of("Commune cachée", new Msisdn("212661234567"), server.challenges.vault());
    ChallengeFacts facts =
        new ChallengeFacts(
            LocalText.same(title),
            LocalText.of(Language.FR, "Un but", Language.AR, "هدف"),
            List.of(),
            "al-haouz.amizmiz",
            owner,
            null,
            null);
    Ruling<Challenge> ruling =
        server
            .challenges
            .desk()
            .create(ROOT, new ChallengeDraft(code, facts, publish), "k" + code)
            .join();
    assertTrue(ruling instanceof Ruling.Done<Challenge>, ruling::toString);
  }

  @Test
  void everybodyReadsWhatIsOpen() {
    made("2.90", "<script>x</script> & \"y\"", true);
    made("2.91", "Encore un brouillon", false);
    HttpResponse<String> page = get("", "accept", "text/html,*/*;q=0.8");
    assertEquals(200, page.statusCode(), page.body());
    String body = page.body();
    assertTrue(body.contains("<html lang=\"fr\" dir=\"ltr\">"), body);
    assertTrue(body.contains("&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;"), body);
    assertTrue(body.contains("<bdi>2.4</bdi>") && body.contains("Amizmiz"), body);
    for (String hidden : new String[] {"brouillon", "cachée", "661234567"})
      assertFalse(body.contains(hidden), hidden);
    String lower = body.toLowerCase(Locale.ROOT);
    for (String active : new String[] {"<script", "javascript:", " onload", "<img", "<iframe"})
      assertFalse(lower.contains(active), active);
    String policy = MapServer.header(page, "content-security-policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    String tag = MapServer.header(page, "etag");
    assertEquals(304, get("", "if-none-match", tag).statusCode());
    Ruling<Challenge> unused = server.challenges.desk().close(ROOT, "2.90", null, "over").join();
    HttpResponse<String> later = get("", "if-none-match", tag);
    assertEquals(200, later.statusCode());
    assertFalse(later.body().contains("2.90"), later.body());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', fr, ltr",
    "'', 'ar-MA,fr;q=0.5', ar, rtl",
    "'', 'de,en-GB;q=0.7', en, ltr",
    "'', 'ary-Latn', ary-Latn, ltr",
    "'', 'zgh', shi-Latn, ltr",
    "'', 'ar;q=0,fr', fr, ltr",
    "'', 'de', fr, ltr",
    "'', ';;;q=what', fr, ltr",
    "'?lang=ary-Arab', 'fr', ary-Arab, rtl"
  })
  void itIsReadInTheLanguageOfWhoReads(String query, String header, String tag, String direction) {
    HttpResponse<String> page =
        header.isEmpty() ? get(query) : get(query, "accept-language", header);
    assertEquals(200, page.statusCode(), page.body());
    String opening = "<html lang=\"" + tag + "\" dir=\"" + direction + "\">";
    assertTrue(page.body().contains(opening), page.body());
    assertEquals("Accept, Accept-Language", MapServer.header(page, "vary"));
  }

  @Test
  void wordsThatAreMissingInALanguageAreMarkedAsWhatTheyAre() {
    made("2.90", "Relier les souks", true);
    String body = get("?lang=ar").body();
    assertTrue(body.contains("<h3 lang=\"fr\" dir=\"ltr\"><bdi>2.90</bdi>"), body);
    assertTrue(body.contains("<p lang=\"ar\" dir=\"rtl\">هدف</p>"), body);
  }

  @Test
  void programsReadTheSame() {
    made("2.90", "Relier les souks", true);
    made("2.91", "Encore un brouillon", false);
    HttpResponse<String> file = get("", "accept", "application/json");
    JsonNode json = MapServer.json(file);
    assertEquals(6, json.path("themes").size());
    boolean seen = false;
    for (JsonNode one : json.path("challenges")) {
      assertEquals("published", one.path("state").asText());
      seen |= one.path("code").asText().equals("2.90");
    }
    assertTrue(seen, file.body());
    assertFalse(file.body().contains("cachée") || file.body().contains("661234567"), file.body());
  }

  /** Each of their own territory, as far as their role goes; what is of no place is everybody's. */
  @Test
  void eachKeepsWhatLiesInTheirTerritory() {
    made("2.90", "Relier les souks", true);
    Territory there = Territory.of(List.of("al-haouz"));
    String omar = server.token("omar", Role.OPERATOR, there);
    String vera = server.token("vera", Role.VIEWER, there);
    String[] first = {"if-match", "\"v0\""};
    assertEquals(200, server.ask(vera, "GET", "/challenges/2.90", "").statusCode());
    assertEquals(403, server.ask(vera, "POST", "/challenges/2.90/close", "", first).statusCode());
    String[][] deeds = {
      {"PUT", "", ChallengeCalls.DRAFT},
      {"POST", "/keepers", ChallengeCalls.KEEPER},
      {"POST", "/publish", ""},
      {"POST", "/close", ""}
    };
    for (String[] one : deeds)
      assertEquals(
          403,
          server.ask(omar, one[0], "/challenges/2.4" + one[1], one[2], first).statusCode(),
          one[1]);
    assertEquals(200, server.ask(omar, "POST", "/challenges/2.90/close", "", first).statusCode());
    assertEquals(201, server.ask(omar, "POST", "/challenges", ChallengeCalls.DRAFT).statusCode());
  }

  @Test
  void offersAreReadPageByPageAndNumbersOnlyOnceBothHaveAgreed() {
    made("2.90", "Relier les souks", true);
    Territory there = Territory.of(List.of("al-haouz"));
    String omar = server.token("omar", Role.OPERATOR, there);
    String vera = server.token("vera", Role.VIEWER, there);
    for (int i = 1; i <= 3; i++)
      assertTrue(
          server.offers.make("k" + i, "p21266100000" + i, "2.90", "Hassan", "", "Un toit").join()
              instanceof Made.Done);
    JsonNode first = offers(omar, "?limit=2");
    assertEquals("2.90/1", first.at("/offers/0/ref").asText());
    assertEquals("Hassan: Un toit", words(first.at("/offers/0")));
    JsonNode second = offers(omar, "?limit=2&cursor=" + first.path("next").asText());
    assertEquals(1, second.path("offers").size());
    assertFalse(second.has("next"));
    String owner = "p212661234567";
    OfferDesk desk =
        new OfferDesk(
            server.offers,
            server.challenges.book(),
            NumberedPeople.of(),
            server.challenges.vault());
    assertEquals("accepted", desk.hear("a", owner, "ACCEPTER 2.90/2").join().outcome());
    JsonNode now = offers(omar, "");
    assertFalse(now.at("/offers/0").has("phone"));
    assertEquals("+212661000002", now.at("/offers/1/phone").asText());
    Territory zagora = Territory.of(List.of("zagora"));
    String ines = server.token("ines", Role.OFFICIAL, zagora, Optional.of(owner));
    assertEquals(now, offers(ines, ""), "whoever answers for it, by their phone");
    JsonNode seen = offers(vera, "");
    assertEquals("accepted", seen.at("/offers/1/state").asText());
    for (String hidden : new String[] {"Hassan", "Un toit", "66100000"})
      assertFalse(seen.toString().contains(hidden), hidden);
    for (String path : new String[] {"offers", "history"}) {
      String elsewhere = "/challenges/2.4/" + path;
      assertEquals(403, server.ask(omar, "GET", elsewhere, "").statusCode());
    }
  }

  private JsonNode offers(String token, String query) {
    return MapServer.json(server.ask(token, "GET", "/challenges/2.90/offers" + query, ""));
  }

  private static String words(JsonNode offer) {
    return offer.path("who").asText() + ": " + offer.path("line").asText();
  }

  @Test
  void whatIsNoLanguageOrNotAskedForIsRefused() {
    assertEquals(400, get("?lang=%3Cscript%3E").statusCode());
    assertEquals(400, get("?lang=fr&lang=ar").statusCode());
    assertEquals(400, get("?theme=2").statusCode());
    assertEquals(406, get("", "accept", "application/pdf").statusCode());
    assertEquals(400, get("", "accept-language", "fr,".repeat(200)).statusCode());
  }
}
