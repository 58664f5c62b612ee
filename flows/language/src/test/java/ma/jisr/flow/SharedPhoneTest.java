package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import org.junit.jupiter.api.Test;

/** What whoever takes up the phone next does not see, and how somebody makes sure of it. */
class SharedPhoneTest {
  private static final String MENU =
      """
      flow: account.menu
      start: {ussd: 8, words: {fr: [compte]}, rest: what}
      resume: {offer: 30m}
      what:
        ask: choice
        options: {data: {then: data}, hide: {then: hide}, place: {then: place}, stop: {then: stop}, known: {then: known, if: $user.home}, forget: {then: forget}}
      data: {go: account.data, then: end}
      hide: {call: user.hide}
      hidden: {end: true}
      place: {ask: place, among: places.search}
      set: {call: user.home, with: {place: $place}}
      known: {end: true}
      forget: {call: user.home, then: forgotten}
      forgotten: {end: true}
      stop: {call: user.messages, with: {wanted: no}}
      said:
        when: $user.stopped
        is: {true: stopped}
        else: known
      stopped: {end: true}
      messages:
        title: Compte
        what: "Quoi ?"
        what.data: Donnees
        what.hide: Cacher
        what.place: Commune
        place: "Ou ?"
        what.stop: Stop
        what.known: Chez vous
        hidden: "Cache."
        what.forget: Oublier
        forgotten: "Oublie."
        known: "Vous : {user.home}."
        stopped: "Plus rien."
      """;

  private static final String DATA =
      """
      flow: account.data
      start: {words: {fr: [mes donnees]}}
      private: true
      where: {ask: place, among: places.search}
      sure: {ask: yesno, refused: where}
      held: {call: account.held, within: 4s, late: {move: sms}}
      done: {end: true}
      messages:
        title: Mes donnees
        where: "Ou ?"
        sure: "Sur ?"
        done: "Trois secrets a {where}."
      """;

  private static final String WIFI =
      """
      flow: hotspots.find
      start: {ussd: 1, words: {fr: [wifi]}, rest: where}
      resume: {offer: 30m}
      where: {ask: place, among: places.search, offers: [last]}
      sure: {ask: yesno, refused: where}
      found: {call: hotspots.near, once: true}
      done: {end: true}
      messages: {title: Wifi, where: "Votre lieu ?", sure: "A {where} ?", done: "Wifi a {where}."}
      """;

  /** Longer than the three segments of a message. */
  private static final String RECEIPTS =
      """
      flow: account.receipts
      start: {words: {fr: [mes recus]}}
      private: true
      all: {end: true}
      messages: {title: Recus, all: "%s seconde page"}
      """
          .formatted("Un recu comme un autre. ".repeat(20));

  private static final String NEUTRAL = "sms: Votre demande a une réponse : composez *585#.";

  private final Phone phone =
      new Phone(Flows.of(MENU, DATA, WIFI, RECEIPTS))
          .speaking(Language.FR)
          .given("places.search", Kind.QUERY, r -> Flows.items("sure", Flows.item("safi", "Safi")))
          .given("hotspots.near", Kind.COMMAND, r -> Flows.result("ok", Map.of()))
          .given("account.held", Kind.COMMAND, r -> null);

  @Test
  void aDigitIsDialledAhead() {
    assertEquals("Ou ?\n0 retour  00 menu", phone.dial("*585*8*1#"));
    assertEquals("Plus rien.\n[end]", phone.dial("*585*8*4#"));
    assertTrue(phone.dial("*585*8*9#").startsWith("Quoi ?"), "that is none");
  }

  @Test
  void whatAPrivateFlowRunFromAMenuAsksIsNotOffered() {
    phone.dial("*585*8*1#");
    phone.hangUp();
    assertTrue(phone.dial("*585#").startsWith("Bienvenue"));
    assertTrue(phone.text("kemmel").startsWith("sms: Rien en attente."));
    assertTrue(phone.dial("*585*8#").startsWith("Quoi ?"));
  }

  @Test
  void norIsThePlaceItAskedAbout() {
    phone.dial("*585*8*1#");
    phone.press("safi");
    assertEquals(List.of(), phone.person().profile().lastPlaces());
  }

  @Test
  void itsLastWordsAreNotSentBecauseTheMenuIsOver() {
    phone.dial("*585*8*1#");
    phone.press("safi");
    phone.press("1");
    phone.hangUp();
    assertEquals(NEUTRAL, phone.answer(0, Flows.result("ok", Map.of())));
  }

  @Test
  void whatIsLeftForAnotherServiceIsNotNamed() {
    phone.text("mes donnees");
    phone.text("safi");
    assertTrue(phone.text("wifi").startsWith("sms: Aller à \"Wifi\" ?"));
    phone.text("oui");
    phone.text("safi");
    assertTrue(phone.text("mes donnees").startsWith("sms: Quitter \"Wifi\" pour"), "open to all");
  }

  @Test
  void whatItWasAboutIsNotKeptOnceItsDialogueIsOver() {
    phone.dial("*585*8*1#");
    phone.press("safi");
    phone.hangUp();
    assertEquals(List.of(), phone.person().conversations(), "dropped");
    phone.dial("*585*8*1#");
    phone.press("safi");
    phone.press("00");
    assertEquals(List.of(), phone.person().conversations(), "left by a key");
  }

  @Test
  void aNewDialogueEndsTheOneThatNobodyClosed() {
    phone.dial("*585*8*1#");
    phone.press("safi");
    phone.dial("*585*1#");
    assertEquals(1, phone.person().conversations().size(), "its end was lost with a process");
    assertEquals("hotspots.find", phone.person().conversations().getFirst().flow());
  }

  @Test
  void inAThreadItIsOverAfterAnHour() {
    phone.text("mes donnees");
    assertTrue(phone.text("safi").startsWith("sms: Sur ?"));
    phone.pass(Duration.ofMinutes(50));
    assertTrue(phone.text("bof").contains("Sur ?"), "the same person, most likely");
    phone.pass(Duration.ofMinutes(61));
    assertFalse(phone.text("bof").contains("Sur ?"), "it is not shown to who tries");
    assertEquals(List.of(), phone.person().conversations());
    assertTrue(phone.text("1").contains("Votre lieu ?"), "nor answered: that is the menu");
  }

  @Test
  void norIsTheNextPageOfItsLastWords() {
    phone.text("mes recus");
    assertTrue(phone.text("9").contains("seconde page"), "asked for at once");
    phone.text("mes recus");
    phone.pass(Duration.ofMinutes(61));
    assertFalse(phone.text("9").contains("seconde page"));
  }

  @Test
  void whoHidesLeavesNothing() {
    phone.dial("*585*1*safi#");
    phone.hangUp();
    phone.text("wifi safi");
    assertEquals("Cache.\n[end]", phone.dial("*585*8*2#"));
    assertEquals(List.of(), phone.person().profile().lastPlaces());
    assertEquals(List.of(), phone.person().conversations());
    assertTrue(phone.dial("*585*1#").startsWith("Votre lieu ?\n00"), "nothing is offered");
    assertTrue(phone.text("1").contains("Bienvenue."), "nor does a number mean anything");
  }

  @Test
  void whatIsOwedStays() {
    phone.dial("*585*8*1#");
    phone.press("safi");
    phone.press("1");
    phone.hangUp();
    phone.dial("*585*8*2#");
    assertEquals(1, phone.person().calls().size());
    phone.pass(Duration.ofMinutes(1));
    assertEquals(NEUTRAL, phone.answer(0, Flows.result("ok", Map.of())));
  }

  @Test
  void aHomeIsSaidAndTakenBack() {
    assertFalse(phone.dial("*585*8#").contains("5 Chez vous"));
    phone.press("3");
    assertEquals("Vous : Safi.\n[end]", phone.press("safi"));
    assertTrue(phone.dial("*585*8#").contains("5 Chez vous"));
    phone.press("0");
    assertEquals("Oublie.\n[end]", phone.dial("*585*8*6#"));
    assertNull(phone.person().profile().home());
  }
}
