package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.chat.mattermost.Mattermost;
import ma.jisr.gateway.channel.http.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MattermostReaderTest {
  /** The keys without which there is no link. */
  private static final String NEEDED = "base: \"https://chat.example.ma\", token: \"${T}\"";

  @TempDir Path folder;
  private Settings settings = Settings.ofSandbox(Path.of("anywhere"));

  private DoorSettings.ChatLink read(String keys) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jisr.yaml"), "links: [{id: mm, type: mattermost, " + keys + "}]\n");
    settings =
        new SettingsReader(Map.of("T", "xr3j5x3p4pfk7kk6ck7b4e6ghh", "LINES", "two\nlines of it"))
            .read(file);
    return (DoorSettings.ChatLink) settings.door().links().getFirst();
  }

  @Test
  void whatMustStandThere() throws IOException {
    DoorSettings.ChatLink link = read(NEEDED);
    assertEquals("mm", link.link().scheme());
    assertTrue(link.link().chat());
    assertEquals(URI.create("https://chat.example.ma"), link.link().base());
    assertEquals(10, link.link().rate());
    assertEquals(Assurance.CLAIMED, link.link().assurance());
    assertInstanceOf(Verifier.Inside.class, link.link().verifier());
    assertInstanceOf(Mattermost.class, link.provider());
    assertTrue(settings.door().listener().isEmpty(), "nobody calls");
    assertFalse(link.toString().contains("xr3j5x3p4"), "the token is never shown");
  }

  @Test
  void whatMayStandThere() throws IOException {
    DoorSettings.ChatLink link =
        read(
            "base: \"http://127.0.0.1:8065/chat\", token: \"${T}\", command-token: \"${T}\","
                + " door: \"https://jisr.example.ma/links/mm/\", networks: [\"10.0.0.0/8\"],"
                + " rate: 50/s, window: 5, answer: 5s");
    assertInstanceOf(Verifier.All.class, link.link().verifier());
    assertTrue(settings.door().listener().isPresent());
    assertEquals(50, link.link().rate());
    assertEquals(5, link.link().window());
    assertEquals("/chat", link.link().base().getPath());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token: "${T}"                                       | base: is not where
          base: "https://chat.example.ma"                     | token: is missing
          base: "https://chat.example.ma", token: plain       | token: stands in the file
          base: "https://chat.example.ma", token: "${LINES}"  | token: holds a space
          base: "http://chat.example.ma", token: "${T}"       | base: is a public address
          base: "wss://chat.example.ma", token: "${T}"        | base: is not where
          base: "https://chat.example.ma?x=1", token: "${T}"  | base: is not where
          NEEDED, command-token: plain                        | command-token: stands in the file
          NEEDED, door: "jisr.example.ma"                     | door: is no address
          NEEDED, door: "https:///links/mm"                   | door: is no address
          NEEDED, door: "https://jisr.example.ma/?a=b"        | door: is no address
          NEEDED, door: "http://jisr.example.ma/links/mm"     | door: is a public address
          NEEDED, door: "https://jisr example"                | door: is no address
          NEEDED, networks: ["everywhere"]                    | networks
          NEEDED, rate: fast                                  | rate: is not a number
          NEEDED, window: 0                                   | window
          NEEDED, assurance: network                          | assurance: is not a setting
          NEEDED, secret: "${T}"                              | secret: is not a setting
          NEEDED, id: Mm                                      | stands twice
          """)
  void mistakesAreTold(String keys, String problem) {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> read(keys.replace("NEEDED", NEEDED)));
    assertTrue(refused.toString().contains(problem), refused.toString());
  }
}
