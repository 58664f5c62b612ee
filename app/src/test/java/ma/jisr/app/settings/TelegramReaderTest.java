package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.chat.telegram.TelegramLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramReaderTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "T", "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr",
          "S", "a-secret-of-some-length",
          "SHORT", "short",
          "DOTS", "a.secret.of.some.length");

  @TempDir Path folder;

  private DoorSettings read(String keys) throws IOException {
    String yaml = "links: [{id: tg, type: telegram, " + keys + "}]\n";
    Path file = Files.writeString(folder.resolve("jisr.yaml"), yaml);
    return new SettingsReader(SECRETS).read(file).door();
  }

  private TelegramLink link(String keys) throws IOException {
    return ((DoorSettings.BotLink) read(keys).links().getFirst()).link();
  }

  @Test
  void aBotThatAsks() throws IOException {
    TelegramLink link = link("token: \"${T}\"");
    assertEquals(Optional.empty(), link.called());
    assertEquals(TelegramLink.Times.USUAL, link.times());
    assertEquals(URI.create("https://api.telegram.org"), link.messages().base());
    assertEquals(30, link.messages().rate());
    assertEquals("tg", link.messages().scheme());
    assertEquals(Assurance.CLAIMED, link.messages().assurance());
    assertTrue(read("token: \"${T}\"").listener().isEmpty(), "nobody calls");
    assertFalse(link.toString().contains("AAbb"), link.toString());
  }

  @Test
  void aBotThatIsCalled() throws IOException {
    String keys =
        "token: \"${T}\", public-url: \"https://you:8443/jisr/\", secret: \"${S}\", connections:"
            + " 10, rate: 20/s, pause: 2s";
    TelegramLink link = link(keys);
    TelegramLink.Called called = link.called().orElseThrow();
    assertEquals(URI.create("https://you:8443/jisr/links/tg"), called.url());
    assertEquals(10, called.connections());
    assertEquals(20, link.messages().rate());
    assertEquals(Duration.ofSeconds(2), link.times().chat());
    assertEquals(DoorSettings.PORT, read(keys).listener().orElseThrow().port());
    assertFalse(link.toString().contains("a-secret"), link.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate: 30/s                                                                    | token: is missing
          token: "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"                           | token: stands in the file
          token: "${S}"                                                                 | token: is no token of a bot
          token: "${T}", secret: "${S}"                                                 | secret: is of use only where
          token: "${T}", connections: 5                                                 | connections: is of use only where
          token: "${T}", public-url: "https://you"                                      | secret: is missing
          token: "${T}", public-url: "https://you", secret: "${SHORT}"                  | secret: has fewer than 16
          token: "${T}", public-url: "https://you", secret: "${DOTS}"                   | secret: has other signs
          token: "${T}", public-url: "http://you", secret: "${S}"                       | public-url: is not what Telegram calls
          token: "${T}", public-url: "https://you:8083", secret: "${S}"                 | public-url: is not what Telegram calls
          token: "${T}", public-url: "https://you?x=1", secret: "${S}"                  | public-url: is not what Telegram calls
          token: "${T}", public-url: you, secret: "${S}"                                | public-url: is not what Telegram calls
          token: "${T}", public-url: "https://you", secret: "${S}", connections: 101    | connections
          token: "${T}", base: "http://api.telegram.org"                                | base: is a public address
          token: "${T}", poll: 2m                                                       | poll: is not a time from
          token: "${T}", parse-mode: html                                               | parse-mode: is not a setting
          """)
  void mistakesAreTold(String keys, String problem) {
    SettingsException refused = assertThrows(SettingsException.class, () -> read(keys));
    assertTrue(refused.toString().contains(problem), refused.toString());
    assertFalse(refused.toString().contains("a-secret"), refused.toString());
  }
}
