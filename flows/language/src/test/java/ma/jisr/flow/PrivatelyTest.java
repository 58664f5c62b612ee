package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.flow.parse.Problem;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

/** What a private flow tells somebody who is not looking: only what it calls plain. */
class PrivatelyTest {
  private static final String PAID =
      """
      flow: wallet.told
      start: {ussd: 3, words: {fr: [suivi]}}
      private: true
      plain: [done, number]
      what: {ask: choice, options: {number: {then: open}, secret: {then: ask}}}
      open: {call: claim.open, once: true, within: 4s, late: {move: sms}, then: number}
      number: {end: true}
      ask: {call: claim.ask, once: true, within: 4s, late: {move: sms}, then: secret}
      secret: {end: true}
      messages:
        title: Suivi
        what: "Quoi ?"
        what.number: Numero
        what.secret: Secret
        number: "Numero R7."
        secret: "Solde."
        done: "Paye {amount}."
        owed: "Il reste {amount}."
      """;

  private static final String NEUTRAL = "sms: Votre demande a une réponse : composez *585#.";

  private final Phone phone =
      new Phone(Flows.of(PAID))
          .speaking(Language.FR)
          .given("claim.open", Kind.COMMAND, request -> null)
          .given("claim.ask", Kind.COMMAND, request -> null);

  private String told(String message) {
    Map<String, Value> values = Map.of("amount", new Value.Amount(4500));
    Notice notice =
        new Notice(
            "wallet.told", message, values, Urgency.REPLY, phone.now().plus(Duration.ofHours(1)));
    return phone.step(new Input.Told(notice, null));
  }

  @Test
  void aServiceTellsItsPlainMessagesAndNoOther() {
    phone.dial("*585*3#");
    assertEquals("sms: Paye 45 DH.", told("done"));
    assertEquals(NEUTRAL, told("owed"));
  }

  @Test
  void aLateAnswerIsToldWhereItIsPlain() {
    phone.dial("*585*3#");
    phone.press("1");
    phone.pass(Duration.ofSeconds(4));
    assertEquals("sms: Numero R7.", phone.answer(0, Flows.result("ok", Map.of())));
  }

  @Test
  void anotherLateAnswerIsNot() {
    phone.dial("*585*3#");
    phone.press("2");
    phone.pass(Duration.ofSeconds(4));
    assertEquals(NEUTRAL, phone.answer(0, Flows.result("ok", Map.of())));
  }

  @Test
  void whatIsPlainIsAMessage() {
    List<Problem> problems =
        FlowParser.parse("told.yaml", PAID.replace("plain: [done,", "plain: [dune,")).problems();
    assertEquals(1, problems.size(), problems.toString());
  }
}
