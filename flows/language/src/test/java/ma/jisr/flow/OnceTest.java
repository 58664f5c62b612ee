package ma.jisr.flow;

import static ma.jisr.flow.Flows.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is pending cannot be walked away from: what it gave is told, and paid once. */
class OnceTest {
  private static final String PAY =
      """
      flow: wallet.pay
      start: {ussd: 3, words: {fr: [payer]}}
      resume: {offer: 30m}
      amount: {ask: amount, least: 5, most: 2000}
      sure: {ask: yesno, refused: home}
      pay:
        call: wallet.pay
        with: {amount: $amount}
        once: true
        within: 4s
        late: {say: later, move: sms}
        outcomes: {poor: poor, closed: closed}
      done: {end: true}
      poor: {say: poor, then: amount}
      closed: {say: closed, then: home}
      messages:
        title: Payer
        amount: "Combien ?"
        sure: "Payer {amount} ?"
        later: "Reponse par SMS."
        done: "Paye. Recu {receipt}."
        poor: "Solde insuffisant."
        closed: "Service ferme."
      """;

  private static final String LOOK =
      """
      flow: test.look
      start: {ussd: 4, words: {fr: [voir]}}
      word: {ask: text}
      done: {end: true}
      messages: {title: Voir, word: "Quoi ?", done: Vu}
      """;

  private static Phone paying() {
    return new Phone(Flows.of(PAY, LOOK))
        .speaking(Language.FR)
        .given("wallet.pay", Kind.COMMAND, r -> null);
  }

  private static String done(Phone phone) {
    return phone.answer(0, result("ok", Map.of("receipt", new Value.Text("R7"))));
  }

  private static Phone pendingByUssd() {
    Phone phone = paying();
    phone.dial("*585*3#");
    phone.press("50");
    phone.press("1");
    return phone;
  }

  private static Phone pendingBySms() {
    Phone phone = paying();
    phone.text("payer");
    phone.text("50");
    phone.text("oui");
    return phone;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "retour",
        "00",
        "menu",
        "1",
        "2",
        "50",
        "98",
        "?",
        "",
        "continuer",
        "aide",
        "annuler",
        "payer",
        "voir",
        "stop"
      })
  void whateverIsSaidMeanwhileItIsToldAndPaidOnce(String said) {
    Phone ussd = pendingByUssd();
    ussd.press(said);
    assertTrue(done(ussd).contains("Paye. Recu R7."));
    ussd.press("1");
    assertEquals(1, ussd.called.size());
    Phone sms = pendingBySms();
    sms.text(said);
    assertTrue(done(sms).contains("Paye. Recu R7."));
    sms.text("oui");
    assertEquals(1, sms.called.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "retour", "1", "98", "?"})
  void aPendingCallHasNoWayBack(String said) {
    assertEquals("En cours. La réponse arrive.\n00 menu", pendingByUssd().press(said));
    assertEquals("sms: En cours. La réponse arrive.", pendingBySms().text(said));
  }

  /** Seed 2733 of the simulated world: the screen still offers what an SMS has confirmed. */
  @Test
  void theScreenThatStillAsksCannotPayAgainWhatAnSmsHasConfirmed() {
    Phone phone = paying();
    phone.text("payer");
    phone.text("50");
    phone.dial("*585#");
    assertEquals("Payer 50 DH ?\n1 Oui\n2 Non\n0 retour  00 menu", phone.press("1"));
    assertEquals("", phone.text("oui"));
    assertEquals("En cours. La réponse arrive.\n00 menu", phone.press("0"));
    assertEquals("sms: Paye. Recu R7.", done(phone));
    phone.press("1");
    assertEquals(1, phone.called.size());
  }

  @Test
  void whatIsPendingIsNotBegunAnewByAnOlderOffer() {
    Phone phone = paying();
    phone.text("payer");
    phone.text("50");
    assertTrue(phone.dial("*585*3#").startsWith("On continue"));
    phone.text("oui");
    assertEquals("En cours. La réponse arrive.\n00 menu", phone.press("2"));
    assertEquals("sms: Paye. Recu R7.", done(phone));
    assertEquals(1, phone.called.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "00", "annuler", "stop"})
  void anOutcomeThatAsksIsToldThoughTheScreenIsSpent(String said) {
    Phone phone = pendingByUssd();
    phone.press(said);
    String told = phone.answer(0, result("poor", Map.of()));
    assertTrue(told.startsWith("sms: ") && told.contains("Solde insuffisant.\nCombien ?"), told);
  }

  @Test
  void anOutcomeThatLeadsHomeIsToldThoughTheScreenIsSpent() {
    Phone phone = pendingByUssd();
    phone.press("1");
    assertEquals("sms: Service ferme.", phone.answer(0, result("closed", Map.of())));
  }

  @Test
  void aQuestionThatTheScreenHasNotShownIsNotAnsweredByIt() {
    Phone phone = pendingByUssd();
    phone.press("1");
    phone.answer(0, result("poor", Map.of()));
    assertEquals("Combien ?\n00 menu", phone.press("20"));
    assertEquals("Payer 20 DH ?\n1 Oui\n2 Non\n0 retour  00 menu", phone.press("20"));
    phone.press("1");
    assertTrue(phone.called.get(1).key().endsWith("/wallet.pay.pay/1"));
  }
}
