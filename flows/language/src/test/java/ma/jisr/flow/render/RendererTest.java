package ma.jisr.flow.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final Renderer RENDERER = new Renderer(TestWords.all());
  private static final Screen.Footer BOTH = new Screen.Footer(true, true);
  private static final Reader FRENCH = new Reader(Language.FR, true);
  private static final Reader DARIJA = new Reader(Language.ARY_ARAB, false);

  @Test
  void aMenuHasItsFootAndItsKeys() {
    Screen screen =
        screen(
            BOTH,
            message(Map.of(Language.FR, List.of("Région ?"))),
            fixed("1", "sms", "Recevoir par SMS"),
            fixed("2", "other", "Autre lieu"));
    Rendered shown = ussd(screen, FRENCH, 0);
    assertEquals("Région ?\n1 Recevoir par SMS\n2 Autre lieu\n0 retour  00 menu", shown.text());
    assertEquals(58, shown.size());
    assertEquals(1, shown.pages());
    assertEquals(
        List.of("1=sms", "2=other", "0=@back", "00=@home"),
        shown.keys().stream().map(k -> k.digits() + "=" + k.option()).toList());
  }

  @Test
  void inUcs2TheFootIsDigitsOnly() {
    Screen screen = screen(BOTH, message(Map.of(Language.ARY_ARAB, List.of("فين نتا؟"))));
    Rendered shown = ussd(screen, DARIJA, 0);
    assertEquals("فين نتا؟\n0 00", shown.text());
    assertTrue(shown.ucs2());
  }

  @Test
  void anUnprovedScriptIsNeverEntered() {
    Message both =
        message(
            Map.of(
                Language.ARY_ARAB, List.of("فين نتا؟"),
                Language.ARY_LATN, List.of("Fin nta?"),
                Language.FR, List.of("Où êtes-vous ?")));
    assertEquals("Fin nta?", ussd(screen(both), new Reader(Language.ARY_ARAB, true), 0).text());
    assertEquals("Où etes-vous ?", ussd(screen(both), FRENCH, 0).text());
    assertEquals("Où êtes-vous ?", ussd(screen(both), new Reader(Language.FR, false), 0).text());
  }

  @Test
  void theTerserVariantIsTakenWhenTheFullOneDoesNotFit() {
    Message message = message(Map.of(Language.FR, List.of("é".repeat(183), "bref")));
    assertEquals("bref", ussd(screen(message), FRENCH, 0).text());
    Message fits = message(Map.of(Language.FR, List.of("é".repeat(182), "bref")));
    assertEquals(182, ussd(screen(fits), FRENCH, 0).size());
    Message escapes = message(Map.of(Language.FR, List.of("€".repeat(92), "bref")));
    assertEquals("bref", ussd(screen(escapes), FRENCH, 0).text());
  }

  @Test
  void theSisterScriptComesBeforePages() {
    String longArabic = "مرحبا ".repeat(20).strip();
    Message message =
        message(
            Map.of(
                Language.ARY_ARAB, List.of(longArabic), Language.ARY_LATN, List.of("Mr7ba bik")));
    assertEquals("Mr7ba bik", ussd(screen(message), DARIJA, 0).text());
    Rendered menu = ussd(screen(BOTH, message, fixed("1", "a", "A")), DARIJA, 0);
    assertTrue(menu.pages() > 1, "a menu is paged in the letters that were chosen");
  }

  @Test
  void aListIsNumberedFromOneOnEachPage() {
    List<Screen.Option> options = new ArrayList<>();
    for (int i = 0; i < 11; i++)
      options.add(Screen.Option.of(Value.Item.of("id" + i, LocalText.same("Kiosk numero " + i))));
    Screen screen =
        new Screen(
            List.of(message(Map.of(Language.FR, List.of("Lesquels ?")))), Map.of(), options, BOTH);
    Rendered first = ussd(screen, FRENCH, 0);
    Rendered second = ussd(screen, FRENCH, 1);
    assertEquals(2, first.pages());
    assertTrue(first.text().endsWith("\n8 Kiosk numero 7\n0 retour  00 menu  9 suite"));
    assertEquals(
        "1 Kiosk numero 8\n2 Kiosk numero 9\n3 Kiosk numero 10\n0 retour  00 menu", second.text());
    assertEquals(second, ussd(screen, FRENCH, 7), "beyond the last page is the last");
  }

  @Test
  void aLabelLongerThanAPageIsCutWithoutDots() {
    Screen screen =
        screen(BOTH, message(Map.of()), fixed("1", "a", "x".repeat(300)), fixed("2", "b", "B"));
    Rendered shown = ussd(screen, FRENCH, 0);
    assertEquals(182, shown.size());
    assertFalse(shown.text().contains("."));
    assertTrue(ussd(screen, FRENCH, 1).text().startsWith("2 B\n"));
  }

  @Test
  void anSmsHasNoFootButSaysHowToAnswer() {
    Screen screen =
        screen(
            BOTH,
            message(Map.of(Language.FR, List.of("Lequel ?"))),
            fixed("1", "a", "Agdal"),
            fixed("2", "b", "Salé"));
    Rendered shown = RENDERER.render(screen, FRENCH, ChannelKind.SMS, Surface.SMS, 0);
    assertEquals("Lequel ?\n1 Agdal\n2 Salé\nRepondez par le numero.", shown.text());
    assertEquals(List.of("1", "2"), shown.keys().stream().map(Rendered.Key::digits).toList());
  }

  /** A list that is shown again says what was wrong above it; how to answer is said once. */
  @Test
  void anSmsDoesNotSayHowToAnswerTwice() {
    assertEquals(
        "Pas compris.\n1 Agdal\n2 Salé\nRepondez par le numero.", again("Repondez par le numero."));
    assertEquals(
        "Pas compris.\nLequel ?\n1 Agdal\n2 Salé\nRepondez par le numero.",
        again("Repondez par le numero.\nLequel ?"));
    String most = "Lequel ? " + "a".repeat(105);
    assertEquals(
        "Repondez par le numero.\n" + most + "\n1 Agdal\n2 Salé",
        again("Repondez par le numero.\n" + most),
        "above, where below it would cost a segment");
  }

  private static String again(String text) {
    Message message = message(Map.of(Language.FR, List.of(text)));
    Screen screen = screen(BOTH, message, fixed("1", "a", "Agdal"), fixed("2", "b", "Salé"));
    return RENDERER.render(screen, FRENCH, ChannelKind.SMS, Surface.SMS, 0).text();
  }

  private static Rendered ussd(Screen screen, Reader reader, int page) {
    return RENDERER.render(screen, reader, ChannelKind.USSD, Surface.USSD, page);
  }

  private static Screen screen(Message message) {
    return new Screen(List.of(message), Map.of(), List.of(), Screen.Footer.NONE);
  }

  private static Screen screen(Screen.Footer footer, Message message, Screen.Option... options) {
    List<Message> parts = message.variants().isEmpty() ? List.of() : List.of(message);
    return new Screen(parts, Map.of(), List.of(options), footer);
  }

  private static Message message(Map<Language, List<String>> variants) {
    return new Message("m", variants, 1);
  }

  private static Screen.Option fixed(String digit, String id, String label) {
    return new Screen.Option(
        id,
        message(Map.of(Language.FR, List.of(label), Language.ARY_ARAB, List.of(label))),
        digit,
        Map.of());
  }
}
