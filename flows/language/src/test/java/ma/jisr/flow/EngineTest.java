package ma.jisr.flow;

import static ma.jisr.flow.Flows.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final String PAY =
      """
      flow: wallet.pay
      start: {ussd: 3, words: {fr: [payer], ary-Latn: [khlles]}}
      resume: {offer: 30m}
      amount: {ask: amount, least: 5, most: 2000}
      sure: {ask: yesno, refused: home}
      pay:
        call: wallet.pay
        with: {amount: $amount}
        once: true
        within: 4s
        late: {say: later, move: sms}
        outcomes: {poor: amount}
      done: {end: true}
      messages:
        title: Payer
        amount: "Combien ?"
        sure: "Payer {amount} ?"
        later: "Reponse par SMS."
        done: "Paye. Recu {receipt}."
      """;

  private static Phone paying() {
    return new Phone(Flows.of(PAY))
        .speaking(Language.FR)
        .given("wallet.pay", Kind.COMMAND, r -> null);
  }

  private static Map<String, Value> receipt() {
    return Map.of("receipt", new Value.Text("R7"));
  }

  @Test
  void aLateAnswerComesBySmsWheneverItComes() {
    Phone phone = paying();
    phone.dial("*585*3#");
    assertEquals("Payer 50 DH ?\n1 Oui\n2 Non\n0 retour  00 menu", phone.press("50"));
    assertEquals("", phone.press("1"));
    assertEquals("Reponse par SMS.\n[end]", phone.pass(Duration.ofSeconds(4)));
    phone.pass(Duration.ofHours(3));
    assertEquals("sms: Paye. Recu R7.", phone.answer(0, result("ok", receipt())));
    assertEquals(1, phone.called.size());
    assertTrue(phone.person().conversations().isEmpty());
  }

  @Test
  void aPendingCallIsNeverMadeTwice() {
    Phone phone = paying();
    phone.dial("*585*3#");
    phone.press("50");
    phone.press("1");
    phone.hangUp();
    assertEquals("En cours. La réponse arrive.\n00 menu", phone.dial("*585*3#"));
    phone.press("1");
    assertEquals(1, phone.called.size());
    String id = phone.person().calls().getFirst().id();
    phone.answer(0, result("ok", receipt()));
    assertEquals("", phone.step(new Input.Answered(id, result("ok", receipt()))));
  }

  @Test
  void anAnswerIsShownWhereThePersonSpokeLast() {
    Phone phone = paying();
    phone.text("payer");
    assertTrue(phone.dial("*585*3#").startsWith("On continue où vous étiez ?"));
    phone.press("1");
    phone.press("50");
    phone.press("1");
    assertEquals("Paye. Recu R7.\n[end]", phone.answer(0, result("ok", receipt())));
  }

  @Test
  void theVisitRisesOnlyAfterADefiniteOutcome() {
    Phone phone = paying();
    phone.dial("*585*3#");
    phone.press("50");
    phone.press("1");
    assertTrue(phone.answer(0, result("poor", Map.of())).startsWith("Combien ?"));
    phone.press("20");
    phone.press("1");
    String first = phone.called.get(0).key();
    String second = phone.called.get(1).key();
    assertTrue(first.endsWith("/wallet.pay.pay/0"), first);
    assertTrue(second.endsWith("/wallet.pay.pay/1"), second);
  }

  @Test
  void theLadderOfErrorsEndsWithAHuman() {
    Phone phone = paying();
    phone.dial("*585*3#");
    assertTrue(phone.press("abc").startsWith("Un montant, comme 20 ou 20,50.\nCombien ?"));
    assertTrue(phone.press("abc").startsWith("Un montant"));
    assertTrue(phone.press("abc").startsWith("On ne s'est pas compris. Aide : 0800001212."));
    assertEquals(3, phone.effects.stream().filter(Effect.Count.class::isInstance).count());
  }

  @Test
  void aDoubtfulSeparatorIsAskedAndBoundsAreTold() {
    Phone phone = paying();
    phone.dial("*585*3#");
    assertEquals("Entre 5 DH et 2000 DH.\nCombien ?\n00 menu", phone.press("3"));
    assertEquals("Lequel ?\n1 1500 DH\n2 1,50 DH\n0 retour  00 menu", phone.press("1.500"));
    assertTrue(phone.press("1").startsWith("Payer 1500 DH ?"));
  }

  @Test
  void backKeepsAnswersAndHomeLeavesTheConversationWaiting() {
    Phone phone = paying();
    phone.dial("*585*3#");
    phone.press("50");
    assertTrue(phone.press("0").startsWith("Combien ?"));
    phone.press("60");
    assertTrue(phone.press("00").startsWith("Bienvenue"));
    assertEquals(1, phone.person().conversations().size());
    assertTrue(phone.text("CONTINUER").startsWith("sms: Payer 60 DH ?"));
  }

  @Test
  void aPinIsWarnedOfAndKeptNowhere() {
    Phone phone = paying();
    phone.dial("*585*3#");
    assertFalse(phone.pin("1234"));
    phone.press("50");
    assertTrue(phone.pin("1234"));
    assertFalse(phone.pin("123"));
    assertFalse(phone.pin("1234567"));
    assertTrue(phone.press("4711").startsWith("N'envoyez jamais votre code secret."));
    assertFalse(phone.person().toString().contains("4711"));
    assertFalse(phone.effects.toString().contains("4711"));
  }

  @Test
  void stopIsConfirmedAndOnlyThePersonsWordRestoresIt() {
    Phone phone = paying();
    assertTrue(phone.text("Stop, merci !").contains("sauf alertes graves"));
    assertTrue(phone.person().profile().stopped());
    phone.text("payer");
    assertTrue(phone.person().profile().stopped());
    phone.text("reprendre");
    assertFalse(phone.person().profile().stopped());
    phone.text("we must stop this bill");
    assertFalse(phone.person().profile().stopped());
  }

  @Test
  void thePriceIsStatedOncePerCode() {
    Phone phone = paying().paying(100);
    assertTrue(phone.text("payer").contains("Prix : 1 DH par message."));
    assertFalse(phone.text("50").contains("Prix"));
  }

  @Test
  void aPrivateFlowIsNeverOfferedAgainAndAnswersNeutrally() {
    Phone phone =
        new Phone(Flows.of(PAY.replace("resume:", "private: true\nresume:")))
            .speaking(Language.FR)
            .given("wallet.pay", Kind.COMMAND, r -> null);
    phone.dial("*585*3#");
    phone.press("50");
    phone.hangUp();
    assertTrue(phone.dial("*585*3#").startsWith("Combien ?"));
    phone.press("50");
    phone.press("1");
    phone.pass(Duration.ofSeconds(4));
    assertEquals(
        "sms: Votre demande a une réponse : composez *585#.",
        phone.answer(0, result("ok", receipt())));
  }

  @Test
  void aWeakWayIsSentToASurerOne() {
    Phone phone =
        new Phone(Flows.of(PAY.replace("ask: yesno", "ask: yesno, needs: network")))
            .speaking(Language.FR);
    phone.text("payer");
    assertEquals("sms: Pour votre sécurité : composez *585#.", phone.text("50"));
  }

  @Test
  void aRequestToPayStartsWhenTheDialogueIsReleased() {
    Phone phone =
        new Phone(Flows.of(PAY.replace("once: true", "once: true\n  needs: network\n  after: end")))
            .speaking(Language.FR)
            .given("wallet.pay", Kind.COMMAND, r -> null);
    phone.dial("*585*3#");
    phone.press("50");
    assertTrue(phone.press("1").endsWith("[end]"));
    assertEquals(0, phone.called.size());
    phone.hangUp();
    assertEquals(1, phone.called.size());
    assertEquals("sms: Paye. Recu R7.", phone.answer(0, result("ok", receipt())));
  }

  @Test
  void aFlowThatRunsInACircleIsStopped() {
    String circle =
        """
        flow: a.b
        start: {ussd: 1}
        first: {when: $user.channel, is: {sms: last}, else: first}
        last: {end: true}
        messages: {title: A, last: B}
        """;
    Phone phone = new Phone(Flows.of(circle)).speaking(Language.FR);
    assertTrue(phone.dial("*585*1#").startsWith("Service lent."));
  }

  @Test
  void runsAnotherFlowAndComesBack() {
    String outer =
        """
        flow: a.b
        start: {ussd: 1}
        inner: {go: c.d, with: {name: $user.channel}}
        last: {end: true}
        messages: {title: A, last: Fin}
        """;
    String inner =
        """
        flow: c.d
        hello: {end: true}
        messages: {hello: "Par {name}."}
        """;
    Phone phone = new Phone(Flows.of(outer, inner)).speaking(Language.FR);
    assertEquals("Par ussd.\nFin\n[end]", phone.dial("*585*1#"));
  }
}
