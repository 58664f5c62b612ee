package ma.jisr.service.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.flow.render.Reader;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.render.Words;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.words.PhoneWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The texts of the hazard templates against what a phone takes: with the longest name that the
 * gazetteer has, one GSM-7 segment or two of UCS-2.
 */
class HazardTextsTest {
  private static final Value UNTIL =
      new Value.Local(
          PhoneWords.of(
              "demain 18h30",
              "tomorrow 18:30",
              "غدا 18:30",
              "غدا 18:30",
              "ghedda 18h30",
              "azkka 18h30"));

  private static final Value SENDER =
      new Value.Local(
          LocalText.of(
              Language.FR,
              "Commune de Souk Sebt Oulad Nemma",
              Language.AR,
              "جماعة سوق السبت أولاد النمة"));

  private final Map<String, Message> texts =
      FlowParser.messages("hazards.yaml", new String(read("hazards.yaml"), StandardCharsets.UTF_8));
  private final Renderer renderer = new Renderer(Words.from(CommonTexts.load()));

  private static byte[] read(String file) {
    try (InputStream in = HazardTextsTest.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode hazards() {
    try {
      return new ObjectMapper().readTree(read("hazards.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachFitsWithTheLongestName(Language language) {
    if (!Language.PHONE.contains(language)) return;
    Value place = new Value.Local(longest(language));
    List<String> wrong = new ArrayList<>();
    for (JsonNode hazard : hazards())
      for (JsonNode action : hazard.get("actions")) {
        String name = hazard.get("id").asText();
        Map<String, Value> values = new HashMap<>();
        values.put("place", place);
        values.put("action", words(name + "." + action.asText()));
        values.put("until", UNTIL);
        values.put("sender", SENDER);
        values.put("code", new Value.Text("48213"));
        if (!extreme(hazard)) values.put("optout", words("optout"));
        judge(name, values, language, wrong);
        values.put("mark", words("mark.exercise"));
        values.remove("optout");
        judge(name, values, language, wrong);
        values.put("hazard", words(name + ".name"));
        judge("cancelled", values, language, wrong);
      }
    assertEquals(List.of(), wrong);
  }

  /** Each hazard has a name and its actions in all languages, and the file nothing else. */
  @ParameterizedTest
  @EnumSource
  void nothingIsMissing(Language language) {
    if (!Language.PHONE.contains(language)) return;
    List<String> named = new ArrayList<>(List.of("mark.exercise", "mark.test", "mark.update"));
    named.addAll(List.of("optout", "cancelled", "own"));
    for (JsonNode hazard : hazards()) {
      String name = hazard.get("id").asText();
      named.add(name);
      named.add(name + ".name");
      for (JsonNode action : hazard.get("actions")) named.add(name + "." + action.asText());
    }
    assertEquals(named.stream().sorted().toList(), texts.keySet().stream().sorted().toList());
    texts.forEach((name, text) -> assertTrue(text.variants().containsKey(language), name));
  }

  private void judge(
      String message, Map<String, Value> values, Language language, List<String> wrong) {
    String text = said(message, values, language);
    Segments segments = Segments.of(text);
    int most = language.script() == Script.LATIN ? 1 : 2;
    if (segments.count() > most || segments.ucs2() != (most == 2))
      wrong.add(segments.count() + " segments, " + segments.units() + ": " + text);
    if (text.contains("{")) wrong.add(text);
  }

  /** In its own letters: an alert does not change them to be cheaper. */
  private String said(String message, Map<String, Value> values, Language language) {
    Message text = Objects.requireNonNull(texts.get(message), message);
    Message own =
        new Message(
            message, Map.of(language, Objects.requireNonNull(text.variants().get(language))), 0);
    Screen screen = new Screen(List.of(own), values, List.of(), Screen.Footer.NONE);
    return renderer
        .render(screen, new Reader(language, false), ChannelKind.SMS, Surface.SMS, 0)
        .text();
  }

  private Value words(String message) {
    Map<Language, String> first = new HashMap<>();
    Objects.requireNonNull(texts.get(message), message)
        .variants()
        .forEach((language, variants) -> first.put(language, variants.getFirst()));
    return new Value.Local(new LocalText(first));
  }

  private static LocalText longest(Language language) {
    LocalText longest = LocalText.same("");
    for (Area area : StarterGazetteer.read().areas()) {
      String name = area.name().in(language, false);
      if (name.length() > longest.in(language, false).length()) longest = area.name();
    }
    return longest;
  }

  private static boolean extreme(JsonNode hazard) {
    return hazard.get("urgency").asText().equals("Immediate")
        && List.of("extreme", "severe")
            .contains(hazard.get("severity").asText().toLowerCase(Locale.ROOT));
  }
}
