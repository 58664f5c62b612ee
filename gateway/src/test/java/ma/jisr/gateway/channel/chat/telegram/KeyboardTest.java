package ma.jisr.gateway.channel.chat.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jisr.flow.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 Oui, 2 Non                                        | 1 Oui + 2 Non
          1 Oui, 2 Non, 0 retour, 00 menu                     | 1 Oui + 2 Non / 0 retour + 00 menu
          1 Wifi proche, 2 Ticket de file                     | 1 Wifi proche / 2 Ticket de file
          1 Wifi, 2 Files d'attente, 3 Défis                  | 1 Wifi / 2 Files d'attente / 3 Défis
          1 a, 2 b, 3 c, 4 d, 5 e                             | 1 a + 2 b + 3 c + 4 d / 5 e
          1 Amizmiz, 2 Asni, 3 Tahannaout, 9 suite            | 1 Amizmiz + 2 Asni / 3 Tahannaout + 9 suite
          1 نعم, 2 لا, 0 رجوع                                 | 1 نعم + 2 لا / 0 رجوع
          1 Coopérative agricole des femmes du douar Tizi     | 1 Coopérative agricole des femme…
          """)
  void rowsForSmallScreens(String buttons, String shown) {
    List<Button> all =
        Stream.of(buttons.split(", "))
            .map(one -> one.split(" ", 2))
            .map(one -> new Button(one[0], one[1], "s"))
            .toList();
    List<String> rows = new ArrayList<>();
    for (JsonNode row : Keyboard.of(all).path("inline_keyboard")) {
      List<String> texts = new ArrayList<>();
      row.forEach(button -> texts.add(button.path("text").asText()));
      rows.add(String.join(" + ", texts));
    }
    assertEquals(shown, String.join(" / ", rows));
  }

  @ParameterizedTest
  @CsvSource({
    "Coopérative agricole des femmes du douar Tizi n'Oucheg",
    "ⵜⴰⵎⵙⵙⵓⵜⵍⵜ ⵏ ⵜⵙⵔⵜⴰ ⵜⴰⵎⴳⴳⴰⵔⵓⵜ",
    "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
  })
  void dataIsNoLongerThanTelegramTakes(String label) {
    JsonNode markup = Keyboard.of(List.of(new Button("12", label, "a1b2c")));
    String data = markup.at("/inline_keyboard/0/0/callback_data").asText();
    assertTrue(data.getBytes(UTF_8).length <= 64, data);
    Button pressed = Button.pressed(data).orElseThrow();
    assertEquals("12", pressed.digits());
    assertTrue(label.startsWith(pressed.label()));
  }

  @Test
  void noMoreThanTelegramTakes() {
    List<Button> many =
        IntStream.range(1, 200).mapToObj(i -> new Button("" + i, "choix", "s")).toList();
    int buttons = 0;
    for (JsonNode row : Keyboard.of(many).path("inline_keyboard")) buttons += row.size();
    assertEquals(Keyboard.MOST, buttons);
  }

  /** Rows of {@code text=data}. */
  static String rows(JsonNode markup) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : markup.path("inline_keyboard")) {
      List<String> written = new ArrayList<>();
      row.forEach(
          button ->
              written.add(
                  button.path("text").asText() + '=' + button.path("callback_data").asText()));
      rows.add(written);
    }
    return rows.toString();
  }
}
