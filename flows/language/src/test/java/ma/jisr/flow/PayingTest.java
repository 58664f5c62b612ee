package ma.jisr.flow;

import static ma.jisr.flow.Flows.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

/** A payment in a flow of its own, which ends the dialogue with words of its own. */
class PayingTest {
  private static final String MERCHANT =
      """
      flow: wallet.pay
      start: {ussd: 3, words: {fr: [payer]}, rest: [code, amount]}
      private: true
      code: {ask: code, least: 4, most: 7}
      amount: {ask: amount}
      sure:
        go: wallet.confirm
        with: {payee: $code, amount: $amount}
        then: end
      messages: {title: Payer, code: "Quel code ?", amount: "Combien ?"}
      """;

  private static final String CONFIRM =
      """
      flow: wallet.confirm
      private: true
      quote:
        call: wallet.prepare
        with: {payee: $payee, amount: $amount}
      way:
        when: $user.channel
        is: {sms: proof}
        else: sure
      sure: {ask: yesno, refused: kept}
      pay:
        call: wallet.pay
        with: {reference: $quote.reference}
        once: true
        needs: network
        after: end
        say: asked
        outcomes: {not_sent: not_sent}
        then: end
      proof: {ask: code, least: 6, most: 6}
      prove:
        call: wallet.prove
        with: {code: $proof}
        once: true
        after: end
        say: asked
        outcomes: {not_sent: not_sent}
        then: end
      kept: {end: true}
      not_sent: {notify: $user, then: end}
      messages:
        sure: "Payer {amount} a {payee} ?"
        asked: "Demande {reference}."
        kept: "Rien n'est paye."
        not_sent: "Rien n'est parti."
        proof: "482913 : code pour {amount}."
      """;

  private static final Map<String, Value> QUOTED = Map.of("reference", new Value.Text("JSR-7F3K2"));

  private static Phone phone() {
    return new Phone(Flows.of(MERCHANT, CONFIRM))
        .speaking(Language.FR)
        .given("wallet.prepare", Kind.QUERY, r -> result("ready", QUOTED))
        .declared(payment("wallet.pay"), r -> null)
        .declared(payment("wallet.prove"), r -> null);
  }

  private static Operation payment(String name) {
    return new Operation(
        name,
        Kind.COMMAND,
        Map.of(),
        Map.of(),
        List.of("asked", "not_sent"),
        Set.of(Operation.Trait.ASKS_TO_PAY),
        Assurance.CLAIMED);
  }

  private static long payments(Phone phone) {
    return phone.called.stream().filter(r -> !r.operation().equals("wallet.prepare")).count();
  }

  @Test
  void theNumbersThatAreDialledAnswerOneQuestionEach() {
    assertEquals(
        "Payer 45 DH a 1042 ?\n1 Oui\n2 Non\n0 retour  00 menu", phone().dial("*585*3*1042*45#"));
    assertEquals("Combien ?\n0 retour  00 menu", phone().dial("*585*3*1042#"));
    assertTrue(phone().text("payer 1042 45").startsWith("sms: 482913 : code pour 45 DH."));
  }

  @Test
  void theDialogueEndsWithTheReferenceAndNothingIsAskedForBefore() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    assertEquals("Demande JSR-7F3K2.\n[end]", phone.press("1"));
    assertEquals(0, payments(phone));
    phone.hangUp();
    assertEquals(1, payments(phone));
    assertEquals("", phone.answer(0, result("asked", QUOTED)));
    assertTrue(phone.person().conversations().isEmpty());
  }

  @Test
  void aReleaseThatNobodyReportsIsTakenForDone() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    phone.press("1");
    phone.pass(Duration.ofSeconds(3));
    phone.pass(Duration.ofSeconds(3));
    assertEquals(1, payments(phone));
  }

  @Test
  void whatWasNotSentAfterAllIsTold() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    phone.press("1");
    phone.hangUp();
    assertEquals("sms: Rien n'est parti.", phone.answer(0, result("not_sent", QUOTED)));
  }

  @Test
  void bySmsTheCodeIsTheYesAndTheWordsComeWhenItIsDone() {
    Phone phone = phone();
    phone.text("payer 1042 45");
    assertEquals("", phone.text("482913"));
    assertEquals("sms: Demande JSR-7F3K2.", phone.answer(0, result("asked", QUOTED)));
    assertTrue(phone.person().conversations().isEmpty());
  }

  @Test
  void fourDigitsAreNoProof() {
    Phone phone = phone();
    phone.text("payer 1042 45");
    assertTrue(phone.text("1234").startsWith("sms: N'envoyez jamais votre code secret."));
    assertEquals(0, payments(phone));
    assertFalse(phone.text("482913").contains("secret"));
    assertEquals(1, payments(phone));
  }

  @Test
  void noAndBackAndAnythingUnclearPayNothing() {
    for (String other : List.of("2", "0", "00", "peut etre", "1234", "9", "oui mais non")) {
      Phone phone = phone();
      phone.dial("*585*3*1042*45#");
      phone.press(other);
      phone.hangUp();
      phone.pass(Duration.ofMinutes(1));
      assertEquals(0, payments(phone), other);
    }
  }

  @Test
  void backLeadsOutOfAFlowToTheLastQuestionBeforeIt() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    assertEquals("Combien ?\n0 retour  00 menu", phone.press("0"));
    assertTrue(phone.press("50").startsWith("Payer 50 DH a 1042 ?"));
    assertEquals("Demande JSR-7F3K2.\n[end]", phone.press("1"));
  }

  @Test
  void aSecondYesWhileTheDialogueEndsPaysNothingMore() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    phone.press("1");
    phone.press("1");
    phone.hangUp();
    phone.pass(Duration.ofSeconds(5));
    assertEquals(1, payments(phone));
  }

  /** The process died, and the phone redialled before anybody looked after what had been said. */
  @Test
  void whoDialsAnewBeforeTheRequestIsMadeIsAskedForBoth() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    phone.press("1");
    phone.dial("*585*3*1042*50#");
    phone.pass(Duration.ofSeconds(4));
    assertEquals(1, payments(phone));
    assertEquals("Demande JSR-7F3K2.\n[end]", phone.press("1"));
    phone.pass(Duration.ofSeconds(4));
    assertEquals(2, payments(phone));
  }

  @Test
  void case03_theDialogueDropsOverTheYes() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    phone.press("1");
    phone.hangUp();
    phone.hangUp();
    assertEquals("En cours. La réponse arrive.\n00 menu", phone.dial("*585*3#"));
    phone.hangUp();
    phone.pass(Duration.ofSeconds(3));
    assertEquals(1, payments(phone));
    assertEquals("", phone.answer(0, result("asked", QUOTED)));
    assertEquals("Quel code ?\n00 menu", phone.dial("*585*3#"));
    assertEquals(1, payments(phone));
  }

  @Test
  void case03_theDialogueDropsBeforeTheYes() {
    Phone phone = phone();
    phone.dial("*585*3*1042*45#");
    phone.hangUp();
    phone.pass(Duration.ofMinutes(5));
    assertEquals("Quel code ?\n00 menu", phone.dial("*585*3#"));
    assertEquals(0, payments(phone));
  }

  @Test
  void wordsAreNoCodeAndMayBeAWish() {
    Phone phone = phone();
    phone.text("payer 1042 45");
    assertTrue(phone.text("payer 1042 50").startsWith("sms: 482913 : code pour 50 DH."));
    assertEquals(0, payments(phone));
  }

  @Test
  void aPaymentThatAnInnerFlowIsStillToMakeIsNotLeftUnasked() {
    Phone opened = twoServices();
    opened.text("payer");
    assertEquals("sms: Quel wifi ?", opened.text("cherche wifi"));
    Phone answered = twoServices();
    answered.text("payer");
    answered.text("1042");
    // What is paid is nobody else's business: the question does not name it.
    assertTrue(answered.text("cherche wifi").startsWith("sms: Aller à \"Wifi\" ?"));
  }

  private static Phone twoServices() {
    return new Phone(Flows.of(MERCHANT, CONFIRM, OTHER))
        .speaking(Language.FR)
        .declared(payment("wallet.pay"), r -> null)
        .declared(payment("wallet.prove"), r -> null);
  }

  private static final String OTHER =
      """
      flow: hotspots.find
      start: {words: {fr: [cherche wifi]}}
      where: {ask: text, most: 40}
      messages: {title: Wifi, where: "Quel wifi ?"}
      """;
}
