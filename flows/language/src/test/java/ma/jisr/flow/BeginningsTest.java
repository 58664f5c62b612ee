package ma.jisr.flow;

import static ma.jisr.flow.Flows.item;
import static ma.jisr.flow.Flows.items;
import static ma.jisr.flow.Flows.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

/** Ways to begin, lists offered before typing, options that depend, and times that are free. */
class BeginningsTest {
  private static final String TAKE =
      """
      flow: queue.take
      start: {ussd: 2, words: {fr: [ticket]}, rest: where, alone: mine}
      where:
        ask: place
        among: shops.search
        with: {near: $user.place}
        offers: [shops.last]
      when:
        ask: slot
        among: queue.free
        with: {shop: $where}
        offers: [queue.slots]
        empty: none
        unknown: {say: full, tries: 2, then: home}
      sure:
        ask: choice
        options: {now: {then: done}, old: {then: done, if: $mine.old}, other: {then: where}}
      done: {end: true}
      none: {end: true}
      mine:
        call: queue.mine
        outcomes: {none: where}
      yours: {end: true}
      messages:
        title: Ticket
        where: "Quel magasin ?"
        when: "Quand ?"
        full: "Pas libre."
        sure: "Pour {when} ?"
        sure.now: Oui
        sure.old: "Place reservee"
        sure.other: Autre
        done: "Ticket pour {when}."
        none: "Aucune heure."
        yours: "Votre ticket {number}."
      """;

  private static final String STAFF =
      """
      flow: queue.desk
      start: {ussd: 9, unlisted: true, words: {fr: [suivant, pause]}, rest: command, whole: true}
      command: {ask: text}
      read: {call: queue.command, with: {text: $command}, once: true}
      done: {end: true}
      messages: {title: Guichet, command: "Quoi ?", done: "Fait : {command}."}
      """;

  private static final String GIVE_BACK =
      """
      flow: queue.back
      start: {cancels: true}
      sure: {ask: yesno, refused: home}
      done: {end: true}
      messages: {title: Rendre, sure: "Rendre le ticket ?", done: "Rendu."}
      """;

  private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");

  private boolean has;
  private boolean slots = true;

  private Phone phone() {
    return new Phone(Flows.of(TAKE, STAFF, GIVE_BACK))
        .speaking(Language.FR)
        .given("shops.last", Kind.QUERY, r -> items("ok", item("b", "Baraka")))
        .given("shops.search", Kind.QUERY, r -> items("sure", item("h", "Hamid")))
        .given(
            "queue.slots",
            Kind.QUERY,
            r -> slots ? items("ok", slot(TEN, "demain 10h")) : items("ok"))
        .declared(
            new Operation(
                "queue.free",
                Kind.QUERY,
                Map.of("at", FieldType.of(FieldType.Kind.MOMENT)),
                Map.of(),
                java.util.List.of("sure", "near", "none"),
                Set.of(),
                Assurance.CLAIMED),
            BeginningsTest::free)
        .given("queue.command", Kind.COMMAND, r -> result("ok", Map.of()))
        .given(
            "queue.mine",
            Kind.QUERY,
            r ->
                has
                    ? result("one", Map.of("number", new Value.Whole(17)))
                    : result("none", Map.of("old", new Value.Flag(true))));
  }

  /** At ten there is room; else from eleven on. */
  private static ma.jisr.flow.operation.OperationResult free(OperationRequest request) {
    boolean about = request.arguments().get("about") instanceof Value.Flag(boolean flag) && flag;
    boolean ten =
        request.arguments().get("at") instanceof Value.Moment(Instant at, String zone)
            && at.equals(TEN);
    if (ten && !about) return items("sure", slot(TEN, "demain 10h"));
    if (about)
      return items("near", slot(TEN, "demain 10h"), slot(TEN.plusSeconds(3600), "demain 11h"));
    return items("none");
  }

  private static Value.Item slot(Instant at, String label) {
    return new Value.Item(
        at.toString(),
        LocalText.same(label),
        Map.of("value", new Value.Moment(at, "Africa/Casablanca")));
  }

  @Test
  void theWordAloneAsksAfterOnesOwn() {
    has = true;
    assertEquals("sms: Votre ticket 17.", phone().text("ticket"));
    assertEquals("Votre ticket 17.\n[end]", phone().dial("*585*2#"));
    assertTrue(phone().text("ticket hamid").startsWith("sms: Quand ?"));
    assertTrue(phone().dial("*585*2*1042#").startsWith("Quand ?"));
  }

  @Test
  void whoHasNoneIsAskedWhere() {
    assertTrue(phone().text("ticket").startsWith("sms: Quel magasin ?\n1 Baraka"));
  }

  @Test
  void aListIsOfferedBeforeTyping() {
    Phone phone = phone();
    assertEquals("Quel magasin ?\n1 Baraka\n00 menu", phone.dial("*585*2#"));
    assertTrue(phone.press("1").startsWith("Quand ?\n1 Demain 10h"));
    assertFalse(
        phone.person().profile().lastPlaces().stream().anyMatch(p -> p.id().equals("b")),
        "a shop is no place");
  }

  @Test
  void whatStandsForNoPlaceIsNotOfferedAsOneAgain() {
    String where =
        """
        flow: notices.read
        start: {ussd: 5, rest: where}
        where: {ask: place, among: notices.search}
        done: {end: true}
        messages: {title: Avis, where: "Quel lieu ?", done: "Bien."}
        """;
    for (boolean passing : new boolean[] {false, true}) {
      Phone phone =
          new Phone(Flows.of(where))
              .speaking(Language.FR)
              .given(
                  "notices.search",
                  Kind.QUERY,
                  r ->
                      items(
                          "sure",
                          new Value.Item(
                              "51234",
                              LocalText.same("51234"),
                              Map.of("passing", new Value.Flag(passing)))));
      assertEquals("Bien.\n[end]", phone.dial("*585*5*51234#"));
      assertEquals(passing ? 0 : 1, phone.person().profile().lastPlaces().size());
    }
  }

  @Test
  void whatIsTypedIsLookedUpAllTheSame() {
    Phone phone = phone();
    phone.dial("*585*2#");
    assertTrue(phone.press("hamid").startsWith("Quand ?\n1 Demain 10h"));
  }

  @Test
  void aFreeTimeIsTaken() {
    Phone phone = phone();
    phone.text("ticket hamid");
    assertTrue(phone.text("demain 10h").contains("Pour 10h ?"), "as typed");
    Phone other = phone();
    other.text("ticket hamid");
    assertTrue(other.text("1").contains("Pour 10h ?"), "by digit");
  }

  @Test
  void ofARoughTimeTheFreeOnesAreShown() {
    Phone phone = phone();
    phone.dial("*585*2*1042#");
    assertEquals(
        "Libre :\n1 Demain 10h\n2 Demain 11h\n0 retour  00 menu", phone.press("demain matin"));
    assertTrue(phone.press("2").startsWith("Pour "));
  }

  @Test
  void aTakenTimeIsAskedAgain() {
    Phone phone = phone();
    phone.dial("*585*2*1042#");
    assertEquals("Pas libre.\nQuand ?\n1 Demain 10h\n0 retour  00 menu", phone.press("demain 9h"));
  }

  @Test
  void whereNoTimeIsFreeNobodyIsAsked() {
    slots = false;
    assertEquals("sms: Aucune heure.", phone().text("ticket hamid"));
  }

  @Test
  void anOptionIsOfferedWhereItsValueIsThere() {
    Phone phone = phone();
    phone.dial("*585*2#"); // by mine, which says that there is an old one
    phone.press("1");
    assertEquals(
        "1 Oui\n2 Place reservee\n3 Autre\n0 retour  00 menu",
        phone.press("1").lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse(""));
    Phone other = phone();
    other.dial("*585*2*1042#");
    assertEquals(
        "1 Oui\n3 Autre\n0 retour  00 menu",
        other.press("1").lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse(""));
    assertFalse(other.press("2").startsWith("Ticket pour"), "it cannot be pressed either");
  }

  @Test
  void theStartWordIsPartOfWhatIsSaid() {
    assertEquals("sms: Fait : PAUSE 20.", phone().text("PAUSE 20"));
    assertEquals("sms: Fait : suivant.", phone().text("suivant"));
  }

  @Test
  void anUnlistedDigitIsOnlyDialled() {
    assertFalse(phone().dial("*585#").contains("Guichet"));
    assertEquals("Quoi ?\n00 menu", phone().dial("*585*9#"));
  }

  @Test
  void theWordThatCancelsGivesBack() {
    Phone phone = phone();
    assertTrue(phone.text("annuler").startsWith("sms: Rendre le ticket ?"));
    assertEquals("sms: Rendu.", phone.text("oui"));
  }

  @Test
  void whatSomebodyIsInTheMiddleOfIsCancelledFirst() {
    Phone phone = phone();
    phone.text("ticket");
    assertEquals("sms: Annulé.", phone.text("annuler"));
    phone.text("ticket");
    phone.pass(Duration.ofHours(1));
    assertTrue(phone.text("annuler").startsWith("sms: Rendre le ticket ?"), "nobody is any more");
  }
}
