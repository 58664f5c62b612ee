package ma.jisr.flow;

import static java.util.Map.entry;
import static ma.jisr.flow.Flows.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.Understood.Nothing;
import ma.jisr.flow.Understood.Sure;
import ma.jisr.flow.Understood.Unsure;
import ma.jisr.flow.Understood.Wish;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operation.Kind;
import org.junit.jupiter.api.Test;

/** What free text starts, with a reader of it that knows a few sentences. */
class WishingTest {
  private static final String PAY =
      """
      flow: wallet.pay
      start:
        ussd: 3
        words: {fr: [payer]}
        intents: [wallet.transfer]
        fills: {amount: amount, who: [msisdn, shop]}
      resume: {offer: 30m}
      amount: {ask: amount, least: 5, most: 2000}
      who: {ask: msisdn}
      sure: {ask: yesno, refused: home}
      pay:
        call: wallet.pay
        with: {amount: $amount, who: $who}
        once: true
      done: {end: true}
      messages:
        title: Payer
        amount: "Combien ?"
        who: "A qui ?"
        sure: "Payer {amount} a {who} ?"
        done: "Paye."
      """;

  private static final String FIND =
      """
      flow: hotspots.find
      start: {ussd: 1, words: {fr: [wifi]}, rest: where, intents: [hotspot.find], fills: {where: place}}
      where: {ask: place, among: places.search}
      found: {end: true}
      messages:
        title: Wifi
        where: "Ou ?"
        found: "Wifi a {where}."
      """;

  private static final Effect.Unresolved UNRESOLVED =
      new Effect.Unresolved("chi haja <amt>", Language.ARY_LATN, "wallet.transfer");

  private static final Map<String, Understood> KNOWN =
      Map.ofEntries(
          entry(
              "envoyer 50 dh au 0661000002",
              new Sure(
                  new Wish("wallet.transfer", Map.of("amount", "50", "msisdn", "0661000002")),
                  true)),
          entry(
              "envoyer 3 dh au 0661000002",
              new Sure(
                  new Wish("wallet.transfer", Map.of("amount", "3", "msisdn", "0661000002")),
                  true)),
          entry(
              "il y a du wifi vers Safi",
              new Sure(new Wish("hotspot.find", Map.of("place", "Safi")), true)),
          entry(
              "wifi gratuit a safi svp",
              new Sure(new Wish("hotspot.find", Map.of("place", "Safi")), true)),
          entry(
              "un ticket chez Hamid",
              new Sure(new Wish("ticket.take", Map.of("shop", "Hamid")), true)),
          entry(
              "chi haja 50",
              new Unsure(
                  List.of(
                      new Wish("wallet.transfer", Map.of("amount", "50")),
                      new Wish("ticket.take", Map.of()),
                      new Wish("hotspot.find", Map.of())),
                  Optional.of(UNRESOLVED))),
          entry("bla bla", new Nothing(Optional.of(UNRESOLVED))),
          entry("arretez ces messages", new Sure(new Wish("subscription.stop", Map.of()), true)),
          entry("comment ca marche", new Sure(new Wish("help", Map.of()), true)),
          entry("wifi kharban", new Sure(new Wish("hotspot.report", Map.of()), true)),
          entry("wifi khouribga", new Sure(new Wish("hotspot.report", Map.of()), false)),
          entry(
              "wifi kenitra", new Sure(new Wish("notice.read", Map.of("place", "Kenitra")), true)),
          entry(
              "bghit notice walakin ma3rftch", new Sure(new Wish("notice.read", Map.of()), false)),
          entry("notice 50 dh", new Sure(new Wish("notice.read", Map.of()), true)),
          entry("bonjour a tous", new Sure(new Wish("smalltalk.greeting", Map.of()), true)));

  private final Phone phone =
      new Phone(
              Flows.of(PAY, FIND), (text, profile) -> KNOWN.getOrDefault(text, Understood.NOTHING))
          .speaking(Language.FR)
          .given(
              "places.search",
              Kind.QUERY,
              r -> {
                String name = Values.word(Objects.requireNonNull(r.arguments().get("text")));
                return Flows.items("sure", Flows.place("p", name, "town"));
              })
          .declared(
              new Operation(
                  "wallet.pay",
                  Kind.COMMAND,
                  Map.of(),
                  Map.of(),
                  List.of("ok"),
                  java.util.Set.of(Operation.Trait.MOVES_MONEY),
                  Assurance.CLAIMED),
              r -> result("ok", Map.of()));

  /** The answer by SMS, without the line that says how to choose. */
  private String text(String message) {
    return phone.text(message).replace("\nRépondez par un numéro.", "");
  }

  private static final String MENU = "1 Wifi\n3 Payer";

  @Test
  void whatTheMessageHasAnsweredIsNotAskedAgain() {
    assertEquals(
        "sms: Payer 50 DH a 0661000002 ?\n1 Oui\n2 Non", text("envoyer 50 dh au 0661000002"));
    assertEquals("sms: Paye.", text("1"));
    assertEquals(1, phone.called.stream().filter(c -> c.operation().equals("wallet.pay")).count());
  }

  @Test
  void whatTheQuestionCannotTakeIsAskedAndTheRestIsKept() {
    assertEquals("sms: Combien ?", text("envoyer 3 dh au 0661000002"));
    assertEquals("sms: Payer 20 DH a 0661000002 ?\n1 Oui\n2 Non", text("20"));
    assertEquals("sms: A qui ?", text("retour"));
  }

  @Test
  void aSentenceBehindAStartWordIsUnderstood() {
    assertEquals("sms: Wifi a Safi.", text("wifi gratuit a safi svp"));
    assertEquals("sms: Wifi a Safi.", text("il y a du wifi vers Safi"));
    assertEquals("sms: Wifi a agadir.", text("wifi agadir"));
  }

  @Test
  void aWordBehindAStartWordIsAWishOnlyBeyondDoubt() {
    assertEquals("sms: Ce service n'existe pas encore.\n" + MENU, text("wifi kharban"));
    assertEquals("sms: Wifi a khouribga.", text("wifi khouribga"));
    assertEquals("sms: Wifi a kenitra.", text("wifi kenitra"), "it holds what the flow asks for");
  }

  @Test
  void anUnsureTextIsAskedAboutAndTheChoiceKeepsItsValues() {
    assertEquals("sms: Vouliez-vous dire :\n1 Payer\n2 Wifi\n0 Rien de cela", text("chi haja 50"));
    assertEquals("sms: A qui ?", text("1"));
    assertEquals("sms: Payer 50 DH a 0661000002 ?\n1 Oui\n2 Non", text("0661000002"));
    assertFalse(phone.effects.contains(UNRESOLVED));
  }

  @Test
  void noneOfThemIsCountedAndLearntFrom() {
    text("chi haja 50");
    assertEquals("sms: Bienvenue. Votre choix ?\n" + MENU, text("0"));
    assertTrue(phone.effects.contains(UNRESOLVED));
    phone.effects.clear();
    text("chi haja 50");
    assertEquals("sms: Pas compris.\n" + MENU, text("bla bla"));
    assertEquals(2, phone.effects.stream().filter(UNRESOLVED::equals).count());
    text("chi haja 50");
    assertEquals("sms: Pas compris.\n" + MENU, text("chi haja 50"), "asked twice");
  }

  @Test
  void aWishThatNoFlowAnswersIsSaidSo() {
    assertEquals("sms: Ce service n'existe pas encore.\n" + MENU, text("un ticket chez Hamid"));
    assertTrue(
        phone.effects.contains(new Effect.Count("wish.unmet", Map.of("intent", "ticket.take"))));
    assertEquals("sms: Pour ne plus rien recevoir : STOP.\n" + MENU, text("arretez ces messages"));
    assertEquals("sms: Bienvenue. Votre choix ?\n" + MENU, text("bonjour a tous"));
    assertTrue(text("comment ca marche").contains("MENU : services"));
  }

  @Test
  void aPaymentIsNotLeftUnasked() {
    text("payer");
    assertEquals("sms: Quitter \"Payer\" pour \"Wifi\" ?\n1 Oui\n2 Non", text("wifi Safi"));
    assertEquals("sms: Combien ?", text("2"));
    assertEquals("sms: A qui ?", text("50"));
    text("il y a du wifi vers Safi");
    assertEquals("sms: Wifi a Safi.", text("oui"));
    assertEquals("sms: A qui ?", text("continuer"));
  }

  @Test
  void whatIsNeitherYesNorNoAnswersTheOpenQuestion() {
    text("payer");
    text("wifi Safi");
    assertEquals("sms: A qui ?", text("50"));
  }

  @Test
  void whatLosesNothingIsLeftAtOnce() {
    text("wifi");
    assertEquals("sms: Combien ?", text("payer"));
    phone.pass(Duration.ofMinutes(31));
    assertEquals("sms: Wifi a Safi.", text("wifi Safi"));
  }

  @Test
  void insideAQuestionASentenceIsAWishAndAWordIsAnAnswer() {
    text("wifi");
    assertEquals("sms: Wifi a Safi.", text("il y a du wifi vers Safi"));
    text("payer");
    assertEquals("sms: Ce service n'existe pas encore.\nCombien ?", text("un ticket chez Hamid"));
    String again = "sms: Un montant, comme 20 ou 20,50.\nCombien ?";
    assertEquals(again, text("bghit notice walakin ma3rftch"), "likely, but not beyond doubt");
    text("payer");
    assertEquals(again, text("notice 50 dh"), "it has the digits that are asked for");
    text("payer");
    String shown = text("bla bla");
    assertEquals(again, shown);
    assertFalse(phone.effects.contains(UNRESOLVED));
  }

  @Test
  void byUssdAsWell() {
    phone.dial("*585#");
    assertEquals(
        "Vouliez-vous dire :\n1 Payer\n2 Wifi\n0 Rien de cela", phone.press("chi haja 50"));
    assertEquals("A qui ?\n0 retour  00 menu", phone.press("1"));
    assertEquals("Quitter \"Payer\" pour \"Wifi\" ?\n1 Oui\n2 Non", phone.press("wifi"));
    assertEquals("A qui ?\n0 retour  00 menu", phone.press("2"));
  }

  @Test
  void whatNoMenuOffersIsNotOfferedHereEither() {
    Phone without =
        new Phone(
                Flows.of(PAY, FIND).hiding(java.util.Set.of("wallet.pay")),
                (text, profile) -> KNOWN.getOrDefault(text, Understood.NOTHING))
            .speaking(Language.FR);
    assertTrue(
        without.text("chi haja 50").startsWith("sms: Vouliez-vous dire :\n1 Wifi\n0 Rien de cela"));
    assertTrue(!without.dial("*585#").contains("Payer"));
  }
}
