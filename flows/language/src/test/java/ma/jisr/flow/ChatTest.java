package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pressed, and what is no words. */
class ChatTest {
  private static final int TELEGRAM = 64;

  private static final String TAKE =
      """
      flow: tickets.take
      start: {ussd: 2, words: {fr: [ticket]}}
      sure: {ask: yesno, refused: home}
      take: {call: tickets.take, once: true}
      taken: {end: true}
      messages: {title: Ticket, sure: "Prendre un ticket ?", taken: "Ticket pris."}
      """;

  private static final String PAY =
      """
      flow: wallet.pay
      start: {ussd: 3, words: {fr: [payer]}}
      sure: {ask: yesno, refused: home}
      pay: {call: wallet.pay, once: true}
      paid: {end: true}
      messages: {title: Payer, sure: "Payer 45 DH ?", paid: "Paye."}
      """;

  private final Phone phone =
      new Phone(Flows.of(TAKE, PAY))
          .speaking(Language.FR)
          .given("tickets.take", Operation.Kind.COMMAND, r -> new OperationResult("ok", Map.of()))
          .given("wallet.pay", Operation.Kind.COMMAND, r -> new OperationResult("ok", Map.of()));

  private Button button(String label) {
    return phone.buttons().stream().filter(b -> b.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void aQuestionHasItsChoicesAndTheWaysOutAsButtons() {
    phone.chat("payer");
    assertEquals(
        List.of("1 Oui", "2 Non", "00 menu"),
        phone.buttons().stream().map(b -> b.digits() + ' ' + b.label()).toList());
  }

  @Test
  void whatIsPressedAnswers() {
    phone.chat("payer");
    assertEquals("sms: Paye.", phone.chat(button("Oui").told(TELEGRAM)));
    assertEquals(List.of(), phone.buttons());
  }

  @Test
  void theDigitsAnswerToo() {
    phone.chat("payer");
    assertEquals("sms: Paye.", phone.chat("1"));
  }

  @Test
  void theMenuIsPressed() {
    phone.chat("payer");
    String menu = phone.chat(button("menu").told(TELEGRAM));
    assertTrue(menu.contains("2 Ticket\n3 Payer"), menu);
    assertEquals("sms: Prendre un ticket ?\n1 Oui\n2 Non", phone.chat(button("Ticket").told(64)));
  }

  @Test
  void anOldYesConfirmsNothingNew() {
    phone.chat("ticket");
    String yes = button("Oui").told(TELEGRAM);
    phone.pass(Duration.ofSeconds(2));
    phone.chat("payer");
    if (!phone.buttons().getFirst().label().equals("Oui")) phone.chat("1");
    String shown = phone.chat(yes);
    assertTrue(shown.startsWith("sms: Ce bouton est d'une ancienne question."), shown);
    assertTrue(phone.called.stream().noneMatch(call -> call.operation().equals("wallet.pay")));
  }

  @Test
  void theSameQuestionAskedAnewHasOtherButtons() {
    phone.chat("payer");
    String yes = button("Oui").told(TELEGRAM);
    phone.chat(yes);
    phone.pass(Duration.ofSeconds(5));
    phone.chat("payer");
    assertNotEquals(yes, button("Oui").told(TELEGRAM));
    phone.chat(yes);
    assertEquals(1, phone.called.size());
  }

  @Test
  void anOldMenuStillSaysAWish() {
    phone.chat("menu");
    String ticket = button("Ticket").told(TELEGRAM);
    phone.pass(Duration.ofSeconds(2));
    phone.chat("payer");
    phone.chat("1");
    assertEquals("sms: Prendre un ticket ?\n1 Oui\n2 Non", phone.chat(ticket));
  }

  @Test
  void aPictureIsAnsweredKindlyAndTheQuestionStays() {
    phone.chat("payer");
    assertEquals(
        "sms: Ici, on lit seulement des mots et des chiffres, et une position partagée."
            + "\nPayer 45 DH ?\n1 Oui\n2 Non",
        phone.chat("\uFFFC"));
    assertEquals("sms: Paye.", phone.chat("1"));
  }

  @Test
  void withoutAPhoneTheTieIsAskedFor() {
    String flow = PAY.replace("once: true}", "once: true, needs: network}");
    Phone other = new Phone(Flows.of(flow)).speaking(Language.FR);
    other.declared(
        new Operation(
            "wallet.pay",
            Operation.Kind.COMMAND,
            Map.of(),
            Map.of(),
            List.of("ok"),
            java.util.Set.of(),
            Assurance.NETWORK),
        r -> new OperationResult("ok", Map.of()));
    other.chat("payer");
    assertEquals(
        "sms: Pour cela, reliez d'abord ce tchat à votre téléphone : écrivez RELIER.",
        other.chat("1"));
    assertEquals(List.of(), other.called);
  }

  @Test
  void whatNeedsANumberBeginsWithTheTie() {
    Phone other =
        new Phone(Flows.of(PAY.replace("start: {", "start: {tied: true, "))).speaking(Language.FR);
    String needs = "sms: Pour cela, reliez d'abord ce tchat à votre téléphone : écrivez RELIER.";
    assertEquals(needs, other.chat("payer"));
    assertEquals("sms: Payer 45 DH ?\n1 Oui\n2 Non\nRépondez par un numéro.", other.text("payer"));
  }

  @Test
  void bySmsAButtonIsATextLikeAnother() {
    phone.chat("payer");
    String yes = button("Oui").told(TELEGRAM);
    phone.text("payer");
    phone.text(yes);
    assertEquals(List.of(), phone.called);
  }

  @ParameterizedTest
  @CsvSource({
    "64, تذكرة الصف في المحل رقم واحد",
    "40, Défis à relever près d'ici",
    "32, 😀😀😀😀😀😀😀"
  })
  void aLabelIsCutToWhatAPlatformCarries(int bytes, String label) {
    Button button = new Button("12", label, "zzzzz");
    String told = button.told(bytes);
    assertTrue(told.getBytes(StandardCharsets.UTF_8).length <= bytes, told);
    Button back = Button.pressed(told).orElseThrow();
    assertEquals("12 zzzzz", back.digits() + ' ' + back.stamp());
    assertTrue(label.startsWith(back.label()) && !back.label().isEmpty(), back.label());
  }

  @ParameterizedTest
  @CsvSource({"1", "1 Oui", "'1\u2063Oui'", "''"})
  void whatPeopleTypeIsNoButton(String text) {
    assertEquals(Optional.empty(), Button.pressed(text));
  }

  @Test
  void aStampChangesWithTheTextAndTheTime() {
    Instant at = Instant.parse("2026-03-02T10:15:00Z");
    assertEquals(Button.stamp("a", at), Button.stamp("a", at));
    assertNotEquals(Button.stamp("a", at), Button.stamp("b", at));
    assertNotEquals(Button.stamp("a", at), Button.stamp("a", at.plusMillis(1)));
  }
}
