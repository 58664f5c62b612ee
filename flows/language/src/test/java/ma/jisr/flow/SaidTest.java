package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Language;
import ma.jisr.flow.Understood.Sure;
import ma.jisr.flow.Understood.Wish;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.parse.FlowFileException;
import ma.jisr.flow.parse.FlowParser;
import org.junit.jupiter.api.Test;

/** What a free text says that no question asks for, and what the network says of where. */
class SaidTest {
  private static final String FIND =
      """
      flow: hotspots.find
      start:
        ussd: 1
        words: {fr: [wifi]}
        rest: where
        intents: [hotspot.find]
        fills: {where: [place, here]}
        said: {wish: condition}
      where: {ask: place, among: places.search}
      which: {when: $wish, is: {free: free}, else: found}
      free: {end: true}
      found: {end: true}
      messages:
        title: Wifi
        where: "Ou ?"
        free: "Gratuit a {where}, {wish}."
        found: "Wifi a {where}."
      """;

  private static final Map<String, Understood> KNOWN =
      Map.of(
          "je cherche du wifi gratuit vers Safi",
          new Sure(new Wish("hotspot.find", Map.of("place", "Safi", "condition", "free")), true),
          "je cherche du wifi gratuit",
          new Sure(new Wish("hotspot.find", Map.of("condition", "free")), true),
          "je cherche du wifi",
          new Sure(new Wish("hotspot.find", Map.of()), true));

  private final Phone phone =
      new Phone(Flows.of(FIND), (text, profile) -> KNOWN.getOrDefault(text, Understood.NOTHING))
          .speaking(Language.FR)
          .given(
              "places.search",
              Kind.QUERY,
              r -> {
                String name = Values.word(Objects.requireNonNull(r.arguments().get("text")));
                return Flows.items("sure", Flows.place("p", name, "town"));
              });

  private String located(String text, String here) {
    return phone.step(new Input.Said(phone.sms(), text, here));
  }

  @Test
  void whatNobodyAsksForIsKeptAllTheSame() {
    assertEquals("sms: Gratuit a Safi, free.", phone.text("je cherche du wifi gratuit vers Safi"));
    assertEquals("sms: Ou ?", phone.text("je cherche du wifi gratuit").split("\n", 2)[0]);
    assertEquals("sms: Gratuit a Agadir, free.", phone.text("Agadir"));
    phone.text("je cherche du wifi");
    assertEquals("sms: Wifi a Agadir.", phone.text("Agadir"), "another time it was not said");
  }

  @Test
  void whereThePhoneIsAnswersWhatNothingElseHasAnswered() {
    assertEquals("sms: Wifi a 31.2,-8.2.", located("je cherche du wifi", "31.2,-8.2"));
    assertEquals("sms: Wifi a 31.2,-8.2.", located("wifi", "31.2,-8.2"));
    assertEquals("sms: Wifi a Agadir.", located("wifi Agadir", "31.2,-8.2"));
    assertEquals(
        "sms: Gratuit a Safi, free.", located("je cherche du wifi gratuit vers Safi", "31.2,-8.2"));
    phone.dial("*585#");
    assertEquals(
        "Wifi a 31.2,-8.2.",
        phone.step(new Input.Said(phone.ussd(), "1", "31.2,-8.2")).split("\n", 2)[0],
        "told with each input of a dialogue");
  }

  @Test
  void aValueHasAName() {
    FlowFileException bad =
        assertThrows(
            FlowFileException.class,
            () -> FlowParser.parse("f.yaml", FIND.replace("wish:", "Wi-sh:")).orThrow());
    assertTrue(String.valueOf(bad.getMessage()).contains("Wi-sh is no name"), bad::getMessage);
  }
}
