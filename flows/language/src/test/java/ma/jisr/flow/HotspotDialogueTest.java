package ma.jisr.flow;

import static ma.jisr.flow.Flows.item;
import static ma.jisr.flow.Flows.items;
import static ma.jisr.flow.Flows.place;
import static ma.jisr.flow.Flows.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

class HotspotDialogueTest {
  private static Phone phone() {
    Phone phone = new Phone(Flows.real());
    return phone
        .given("places.search", Kind.QUERY, HotspotDialogueTest::search)
        .given("places.regions", Kind.QUERY, r -> items("ok", item("r7", "Marrakech-Safi")))
        .given("places.provinces", Kind.QUERY, r -> items("ok", item("p1", "Al Haouz")))
        .given(
            "places.towns",
            Kind.QUERY,
            r -> items("ok", place("t1", "Amizmiz", "town"), place("t2", "Asni", "town")))
        .given("hotspots.near", Kind.QUERY, r -> near("found"))
        .given("hotspots.unmet", Kind.COMMAND, r -> null)
        .given("hotspots.show", Kind.QUERY, r -> result("shown", shown()));
  }

  private static OperationResult search(OperationRequest request) {
    String text = request.arguments().get("text") instanceof Value.Text(String t) ? t : "";
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "amizmiz" -> items("sure", place("t1", "Amizmiz", "town"));
      case "1042" -> items("sure", place("h1", "Cafe Atlas", "hotspot"));
      case "agdal" ->
          items("several", place("a1", "Agdal, Rabat", "town"), place("a2", "Agdal, Fes", "town"));
      default -> items("none");
    };
  }

  private static OperationResult near(String outcome) {
    return result(
        outcome,
        Map.of(
            "hotspots",
            new Value.Items(List.of(item("h1", "Cafe Atlas"), item("h2", "Maison des jeunes")))));
  }

  private static Map<String, Value> shown() {
    return Map.of(
        "name", new Value.Text("Cafe Atlas"),
        "code", new Value.Text("1042"),
        "hours", new Value.Text("8h-22h"),
        "way", new Value.Text("Route d'Asni"));
  }

  @Test
  void findsByMenuAndSendsItBySms() {
    Phone phone = phone().speaking(Language.FR);
    assertEquals("Bienvenue. Votre choix ?\n1 Wifi proche", phone.dial("*585#"));
    assertEquals(
        "Votre lieu ? Nom, code, ou lettres (264 = AMI).\n1 Par liste\n00 menu", phone.press("1"));
    assertEquals("Région ?\n1 Marrakech-Safi\n0 retour  00 menu", phone.press("1"));
    assertEquals("Province ?\n1 Al Haouz\n0 retour  00 menu", phone.press("1"));
    phone.press("al haouz");
    assertEquals(
        "Wifi ouverts, Asni :\n1 Cafe Atlas\n2 Maison des jeunes\n0 retour  00 menu",
        phone.press("2"));
    assertEquals(
        """
        Cafe Atlas. Route d'Asni. 8h-22h.
        1 Recevoir par SMS
        2 Autre lieu
        3 En panne ? Le dire
        4 Alertes
        0 retour  00 menu\
        """,
        phone.press("1"));
    assertEquals(
        "sms: Cafe Atlas (1042). Route d'Asni. 8h-22h.\nEnvoyé par SMS. Au revoir.\n[end]",
        phone.press("1"));
    assertEquals(List.of(), phone.person().conversations());
    assertEquals(List.of(), phone.person().dialogues());
  }

  @Test
  void findsByNameInOneSms() {
    Phone phone = phone();
    String shown = phone.text("Wifi Amizmiz svp");
    assertTrue(shown.contains("Autre langue : envoyez LANGUE."), shown);
    assertTrue(shown.contains("Wifi ouverts, Amizmiz :\n1 Cafe Atlas"), shown);
    assertEquals("sms: Cafe Atlas (1042). Route d'Asni. 8h-22h.", phone.text("1"));
    assertEquals(Language.FR, phone.person().profile().language());
  }

  @Test
  void findsByCodeInOneDial() {
    Phone phone = phone().speaking(Language.ARY_LATN);
    String shown = phone.dial("*585*1*1042#");
    assertTrue(shown.startsWith("Cafe Atlas. Route d'Asni. 8h-22h."), shown);
    assertEquals("places.search", phone.called.getFirst().operation());
  }

  @Test
  void asksWhichOfSeveralAndOffersTheLastPlacesNextTime() {
    Phone phone = phone().speaking(Language.FR);
    phone.dial("*585*1#");
    assertEquals("Lequel ?\n1 Agdal, Rabat\n2 Agdal, Fes\n0 retour  00 menu", phone.press("agdal"));
    assertTrue(phone.press("0").startsWith("Votre lieu ?"));
    phone.press("agdal");
    assertTrue(phone.press("2").startsWith("Wifi ouverts, Agdal, Fes :"));
    phone.hangUp();
    phone.pass(Duration.ofHours(1));
    assertTrue(phone.dial("*585*1#").contains("1 Agdal, Fes\n2 Par liste"));
  }

  @Test
  void anUnknownPlaceIsSaidTwiceAndThenTheListHelps() {
    Phone phone = phone().speaking(Language.FR);
    phone.dial("*585*1#");
    assertTrue(
        phone.press("xyzzy").startsWith("Lieu ou code inconnu. Exemple : Amizmiz.\nVotre lieu ?"));
    assertTrue(phone.press("qwfp").startsWith("Lieu ou code inconnu."));
  }

  @Test
  void nothingNearIsCountedBehindThePersonsBack() {
    Phone phone =
        phone().speaking(Language.FR).given("hotspots.near", Kind.QUERY, r -> near("none"));
    phone.dial("*585*1#");
    assertEquals(
        "Aucun wifi connu vers Amizmiz. C'est noté : votre demande compte.\n[end]",
        phone.press("amizmiz"));
    assertEquals(1, phone.person().calls().size());
    assertEquals("", phone.answer(0, result("ok", Map.of())));
    assertEquals(0, phone.person().calls().size());
  }

  @Test
  void aDroppedDialogueIsOfferedAgainWithoutNamingItsContent() {
    Phone phone = phone().speaking(Language.ARY_LATN);
    phone.dial("*585*1#");
    phone.press("1");
    phone.hangUp();
    phone.pass(Duration.ofMinutes(12));
    assertEquals("Nkemlo fin 7besti?\n1 Kemmel\n2 Mn lwel", phone.dial("*585#"));
    assertEquals("Ina jiha?\n1 Marrakech-Safi\n0 rje3  00 menu", phone.press("1"));
    phone.hangUp();
    phone.dial("*585#");
    assertTrue(phone.press("2").startsWith("Mer7ba. Chno bghiti?"));
    phone.pass(Duration.ofMinutes(31));
    assertTrue(phone.dial("*585#").startsWith("Mer7ba"));
  }

  @Test
  void aDroppedDialogueGoesOnBySms() {
    Phone phone = phone().speaking(Language.FR);
    phone.dial("*585*1#");
    phone.press("1");
    phone.hangUp();
    assertTrue(phone.text("kemmel").startsWith("sms: Région ?\n1 Marrakech-Safi"));
    assertTrue(phone.text("1").startsWith("sms: Province ?"));
    assertTrue(phone.text("rje3").startsWith("sms: Région ?"));
  }

  @Test
  void aSlowQueryEndsTheDialogueAndIsAskedAgainOnRedial() {
    Phone phone = phone().speaking(Language.FR).given("places.regions", Kind.QUERY, r -> null);
    phone.dial("*585*1#");
    assertEquals("", phone.press("1"));
    assertEquals(
        "Service lent. Réessayez dans un moment.\n[end]", phone.pass(Duration.ofSeconds(8)));
    phone.given("places.regions", Kind.QUERY, r -> items("ok", item("r7", "Marrakech-Safi")));
    phone.dial("*585#");
    assertTrue(phone.press("1").startsWith("Région ?"));
  }

  /** Whoever keeps what they were asked under its key must not be asked something else under it. */
  @Test
  void anotherTextWhileTheFirstIsLookedUpIsAnotherQuestion() {
    Phone phone = phone().speaking(Language.FR).given("places.search", Kind.QUERY, r -> null);
    phone.text("wifi");
    phone.text("agdal");
    phone.pass(Duration.ofSeconds(9));
    phone.text("wifi");
    phone.text("asni");
    List<OperationRequest> asked =
        phone.called.stream().filter(r -> r.operation().equals("places.search")).toList();
    assertEquals(
        List.of("agdal", "asni"),
        asked.stream()
            .map(r -> r.arguments().get("text"))
            .map(Value.Text.class::cast)
            .map(Value.Text::text)
            .toList());
    assertEquals(2, asked.stream().map(OperationRequest::key).distinct().count());
  }

  @Test
  void aNewPersonChoosesALanguageFirstAndThenGetsWhatWasDialled() {
    Phone phone = phone();
    assertEquals(
        "Langue / Lougha / Tutlayt\n1 Darija\n2 Tachelhit\n3 Francais\n4 3arabiya\n5 English",
        phone.dial("*585*1#"));
    assertNull(phone.person().profile().language());
    String shown = phone.press("3");
    assertTrue(shown.startsWith("Langue : francais.\nVotre lieu ?"), shown);
    assertEquals(Language.FR, phone.person().profile().language());
  }

  @Test
  void arabicLettersAreProvedBeforeTheyAreUsed() {
    Phone phone = phone();
    phone.dial("*585#");
    assertTrue(phone.press("1").startsWith("Ina 7orof?"));
    assertTrue(phone.press("2").startsWith("واش كتقرا هادشي؟"));
    String shown = phone.press("1");
    assertTrue(shown.contains("الدارجة"), shown);
    assertEquals(Language.ARY_ARAB, phone.person().profile().language());
  }
}
