package ma.jisr.sandbox.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.phone.Account;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.TextMessage;
import ma.jisr.sandbox.phone.UssdScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn, as it is drawn. */
class DrawingTest {
  private static final Account SPENT = new Account(1, new BigDecimal("2.00"));

  @Test
  void aScreen() {
    var screen = new UssdScreen("Fin bghiti?\n1 Amizmiz", true, Alphabet.GSM7, 21, false);
    assertEquals(
        """
        ┌──────────────────────────────────┐
        │ Fin bghiti?                      │
        │ 1 Amizmiz                        │
        └──────────────────────────────────┘
        (21 of 182 septets) 1 key press, 2.00 DH so far
        """,
        new Drawing(Handset.BASIC).event(new PhoneEvent.Shown(screen), SPENT));
  }

  @Test
  void longLinesBreakAtSpaces() {
    String text = "Cafe Atlas, route de Taroudant, ouvert jusqu'a 22h " + "x".repeat(33);
    assertEquals(
        """
        ┌──────────────────────────────────┐
        │ Cafe Atlas, route de Taroudant,  │
        │ ouvert jusqu'a 22h               │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ x                                │
        └──────────────────────────────────┘
        (84 of 182 septets, end)\
        """,
        new Drawing(Handset.BASIC)
            .screen(new UssdScreen(text, false, Alphabet.GSM7, text.length(), false)));
  }

  @Test
  void aMessage() {
    var message = new TextMessage("2121", "ⵣ", 1, Alphabet.UCS2, Instant.EPOCH);
    assertEquals(
        """
        SMS from 2121
        ┌──────────────────────────────────┐
        │ □                                │
        └──────────────────────────────────┘
        (1 segment, 1 units)
        """,
        new Drawing(Handset.LATIN_ONLY).event(new PhoneEvent.Received(message), SPENT));
  }

  @Test
  void arabicLinesAreIsolated() {
    var screen = new UssdScreen("واش", true, Alphabet.UCS2, 3, false);
    String row = new Drawing(Handset.BASIC).screen(screen).lines().toList().get(1);
    assertEquals("│ \u200E\u2068واش\u2069" + " ".repeat(29) + " │", row);
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void aFailure(Failure failure) {
    assertEquals(
        "! " + failure.words() + "\n",
        new Drawing(Handset.BASIC).event(new PhoneEvent.Failed(failure), SPENT));
  }

  @Test
  void whatElseHappens() {
    var drawing = new Drawing(Handset.BASIC);
    assertEquals(
        "Sent, 2 segments. 1 key press, 2.00 DH so far\n",
        drawing.event(new PhoneEvent.Sent(2), SPENT));
    assertEquals(
        "! the centre refused a screen of 183 of 182 septets\n",
        drawing.event(new PhoneEvent.Refused("a screen of 183 of 182 septets"), SPENT));
  }
}
