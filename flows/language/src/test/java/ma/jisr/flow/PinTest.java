package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a PIN, and what is not, at every kind of question. */
class PinTest {
  private static final String PAY =
      """
      flow: wallet.pay
      start: {ussd: 3, words: {fr: [payer]}}
      private: true
      what: {ask: choice, options: {amount: {then: amount}, code: {then: code}, name: {then: name}, bill: {then: bill}, whom: {then: whom}}}
      amount: {ask: amount, least: 5, most: 2000, then: sure}
      code: {ask: code, least: 6, most: 6, then: sure}
      name: {ask: text, then: sure}
      bill: {ask: code, least: 4, most: 12, then: sure}
      whom: {ask: msisdn, then: sure}
      sure: {ask: yesno, refused: home}
      pay: {call: wallet.pay, once: true, needs: network}
      done: {end: true}
      messages:
        title: Payer
        what: "Quoi ?"
        what.amount: Montant
        what.code: Code
        what.name: Nom
        what.bill: Facture
        what.whom: Numero
        amount: "Combien ?"
        code: "Code ?"
        name: "Nom ?"
        bill: "Facture ?"
        whom: "Numero ?"
        sure: "Payer ?"
        done: "Paye."
      """;

  private static Phone at(String question) {
    Phone phone =
        new Phone(Flows.of(PAY))
            .speaking(Language.FR)
            .given("wallet.pay", Kind.COMMAND, request -> null);
    if (question.equals("nothing")) return phone;
    phone.dial(question.equals("menu") ? "*585#" : "*585*3#");
    String digit =
        switch (question) {
          case "amount" -> "1";
          case "code" -> "2";
          case "name" -> "3";
          case "bill" -> "4";
          case "whom" -> "5";
          default -> "";
        };
    if (!digit.isEmpty()) phone.press(digit);
    return phone;
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, 1234",
    "menu, 1234",
    "menu, 123456",
    "menu, ١٢٣٤",
    "menu, 1234#",
    "menu, mon code est 1234",
    "menu, code 1234",
    "menu, pin:4821",
    "menu, pin4821",
    "menu, Mot de passe 482913",
    "menu, lcode dyali 4821",
    "menu, الكود ديالي هو ٤٨٢١",
    "menu, رمزي السري 4821",
    "menu, lcode inou 4821",
    "menu, my code is 48 21",
    "what, 4821",
    "what, code 4821",
    "what, lcode 4821",
    "amount, 4821",
    "amount, 48 21",
    "amount, code 1500",
    "code, 4821",
    "name, 4821",
    "name, mon code est 4821",
    "name, code secret 4821",
    "bill, pin 4821",
    "whom, 4821",
    "whom, lcode 4821",
  })
  void isAPin(String question, String text) {
    assertTrue(at(question).pin(text));
  }

  @ParameterizedTest
  @CsvSource({
    "menu, 123",
    "menu, 1234567",
    "menu, 0661000002",
    "menu, wifi code 1042",
    "menu, khlles 45 dh l code 1042",
    "menu, payer 45 dh au marchand code 1042",
    "menu, mon code client est 123456",
    "menu, SUIVI JSR-7F3K2",
    "amount, 1500",
    "amount, 1500 dh",
    "code, 482913",
    "name, code 1042",
    "bill, 123456",
    "bill, code 123456",
    "whom, 0661000002",
    "whom, 06 61 00 00 02",
  })
  void isNone(String question, String text) {
    assertFalse(at(question).pin(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4821", "mon code est 4821", "lcode dyali 48 21"})
  void isWarnedOfAndKeptNowhere(String text) {
    Phone phone = at("name");
    String shown = phone.press(text);
    assertTrue(shown.startsWith("N'envoyez jamais votre code secret."), shown);
    assertTrue(shown.contains("Nom ?"), shown);
    String kept = phone.person() + " " + phone.effects;
    assertEquals(-1, kept.indexOf("4821"), kept);
    assertEquals(-1, kept.indexOf("48 21"), kept);
  }
}
