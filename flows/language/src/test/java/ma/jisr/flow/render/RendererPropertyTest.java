package ma.jisr.flow.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.Language;
import ma.jisr.base.text.Gsm7;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Message;
import org.junit.jupiter.api.Test;

/** What holds for every screen, tried on random ones; the seed is in the message of a failure. */
class RendererPropertyTest {
  private static final int SCREENS = 500;
  private static final List<Surface> SURFACES =
      List.of(Surface.USSD, new Surface(160, 70), new Surface(140, 60), Surface.CHAT);
  private static final List<String> PIECES =
      List.of(
          "wifi",
          "Salé",
          "où",
          "œuvre",
          "€uro",
          "[x]",
          "marché",
          "Tanoughrite",
          "anticonstitutionnellement",
          "12",
          "9h-17h",
          "Amizmiz,",
          "ouvert.",
          "l’heure");
  private static final List<String> ARABIC =
      List.of("ويفي", "محلول", "قريب", "12", "10:30", "كشك", "Hamid", "درب،", "0661000001");

  private final Renderer renderer = new Renderer(TestWords.all());

  @Test
  void pagesFitReachEverythingOnceAndLoseNothing() {
    for (int seed = 0; seed < SCREENS; seed++) {
      Random random = new Random(seed);
      Language language = Language.PHONE.get(random.nextInt(Language.PHONE.size()));
      Reader reader = new Reader(language, random.nextBoolean());
      ChannelKind kind = List.of(ChannelKind.values()).get(random.nextInt(3));
      Surface any = SURFACES.get(random.nextInt(SURFACES.size()));
      Surface surface = kind == ChannelKind.SMS ? Surface.SMS : any;
      Screen screen = screen(random);
      check("seed " + seed, screen, reader, kind, surface);
    }
  }

  private void check(String seed, Screen screen, Reader reader, ChannelKind kind, Surface surface) {
    Rendered first = renderer.render(screen, reader, kind, surface, 0);
    List<String> reached = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    for (int page = 0; page < first.pages(); page++) {
      Rendered shown = renderer.render(screen, reader, kind, surface, page);
      assertEquals(shown, renderer.render(screen, reader, kind, surface, page), seed);
      int segments =
          screen.options().isEmpty() ? PageFrame.MAX_SEGMENTS : PageFrame.MAX_LIST_SEGMENTS;
      fits(seed, shown, kind, surface, segments);
      if (reader.latinOnly() && kind != ChannelKind.CHAT) assertTrue(!shown.ucs2(), seed);
      List<String> digits = shown.keys().stream().map(Rendered.Key::digits).toList();
      assertEquals(digits.stream().distinct().toList(), digits, seed);
      assertTrue(shown.keys().size() <= Pager.MAX_OPTIONS + 3, seed);
      boolean more = shown.keys().stream().anyMatch(k -> k.option().equals(Foot.MORE));
      assertEquals(page < first.pages() - 1, more, seed);
      shown.keys().stream()
          .map(Rendered.Key::option)
          .filter(o -> !o.startsWith("@"))
          .forEach(reached::add);
      joined.append(body(shown)).append(' ');
    }
    assertEquals(screen.options().stream().map(Screen.Option::id).toList(), reached, seed);
    String heard = words(joined.toString());
    assertTrue(variants(screen, reader, kind, first).contains(heard), seed + ": " + heard);
  }

  private static void fits(
      String seed, Rendered shown, ChannelKind kind, Surface surface, int most) {
    assertEquals(!Gsm7.fits(shown.text()), shown.ucs2(), seed);
    switch (kind) {
      case USSD ->
          assertTrue(
              shown.size() <= (shown.ucs2() ? surface.units() : surface.septets()),
              seed + ": " + shown.size());
      case SMS -> assertTrue(Segments.of(shown.text()).count() <= most, seed);
      case CHAT -> assertTrue(shown.text().length() <= surface.units(), seed);
    }
    if (kind != ChannelKind.CHAT)
      assertEquals(
          shown.ucs2() ? shown.text().length() : Gsm7.septets(shown.text()), shown.size(), seed);
  }

  /** The page without its options and its foot. */
  private static String body(Rendered shown) {
    String text = shown.text();
    int end = text.length();
    for (Rendered.Key key : shown.keys()) {
      boolean foot = key.option().startsWith("@");
      String line = key.digits() + (foot ? "" : " " + key.label());
      int at = foot ? text.lastIndexOf("\n" + line) : text.indexOf("\n" + line);
      if (!foot && text.startsWith(line)) at = 0;
      // A page that begins with its options has no text.
      if (at >= 0) end = Math.min(end, at);
    }
    return text.substring(0, end);
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** All that could have been said, without its spaces. */
  private static Set<String> variants(
      Screen screen, Reader reader, ChannelKind kind, Rendered first) {
    boolean sister = first.language() == Language.ARY_LATN;
    Reader told = sister ? new Reader(first.language(), true) : reader;
    Set<String> said = new HashSet<>();
    for (Reader possible : List.of(told, reader)) {
      Wording wording = new Wording(screen, possible, TestWords.all(), kind == ChannelKind.CHAT);
      for (int terseness = 0; terseness < wording.variants(); terseness++) {
        said.add(words(wording.at(terseness, false).body()));
        said.add(words(wording.at(terseness, true).body()));
      }
    }
    return said;
  }

  private static Screen screen(Random random) {
    List<Screen.Option> options = new ArrayList<>();
    int count = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
    int fixed = random.nextInt(4) == 0 ? Math.min(count, 8) : 0;
    for (int i = 0; i < count; i++)
      options.add(
          new Screen.Option(
              "o" + i,
              message(random, 1 + random.nextInt(4)),
              i < fixed ? Integer.toString(i + 1) : "",
              Map.of()));
    Message body = message(random, 1 + random.nextInt(random.nextInt(4) == 0 ? 90 : 12));
    return new Screen(
        List.of(body),
        Map.of(),
        options,
        new Screen.Footer(random.nextBoolean(), random.nextBoolean()));
  }

  private static Message message(Random random, int words) {
    return new Message(
        "m",
        Map.of(
            Language.FR, variants(random, PIECES, words),
            Language.ARY_LATN, variants(random, PIECES, words),
            Language.AR, variants(random, ARABIC, words),
            Language.ARY_ARAB, variants(random, ARABIC, words)),
        1);
  }

  private static List<String> variants(Random random, List<String> pieces, int words) {
    List<String> variants = new ArrayList<>();
    for (int most = words; variants.isEmpty() || (most > 3 && random.nextBoolean()); most /= 2)
      variants.add(
          random
              .ints(most, 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining(" ")));
    return variants;
  }
}
