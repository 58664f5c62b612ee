package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Assurance;
import ma.jisr.base.Script;
import ma.jisr.gateway.channel.chat.whatsapp.Template;
import ma.jisr.gateway.channel.chat.whatsapp.WhatsApp;
import ma.jisr.gateway.channel.http.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppReaderTest {
  /** The keys without which there is no link. */
  private static final String NEEDED =
      "number-id: \"106540352242922\", token: \"${S}\", app-secret: \"${S}\", verify-token:"
          + " \"${S}\"";

  @TempDir Path folder;

  private Settings read(String keys) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jisr.yaml"), "links: [{id: wa, type: whatsapp, " + keys + "}]\n");
    return new SettingsReader(
            Map.of("S", "a-secret-of-some-length", "SHORT", "short", "LINES", "two\nlines of it"))
        .read(file);
  }

  private WhatsApp whatsApp(String keys) throws IOException {
    DoorSettings.ChatLink link = (DoorSettings.ChatLink) read(keys).door().links().getFirst();
    return (WhatsApp) link.provider();
  }

  @Test
  void whatMustStandThere() throws IOException {
    DoorSettings.ChatLink link = (DoorSettings.ChatLink) read(NEEDED).door().links().getFirst();
    assertEquals("wa", link.link().scheme());
    assertTrue(link.link().chat());
    assertEquals(URI.create("https://graph.facebook.com"), link.link().base());
    assertEquals(80, link.link().rate());
    assertEquals(Assurance.CLAIMED, link.link().assurance());
    assertInstanceOf(Verifier.ByMethod.class, link.link().verifier());
    assertEquals("v25.0", whatsApp(NEEDED).account().version());
    assertEquals(Optional.empty(), whatsApp(NEEDED).template());
  }

  @Test
  void whatMayStandThere() throws IOException {
    WhatsApp read =
        whatsApp(
            NEEDED
                + ", base: \"http://127.0.0.1:9\", version: v26.0, rate: 20/s, window: 5,"
                + " template: {name: jisr_message, parameter: message,"
                + " languages: {latin: fr_MA, arabic: ar}}");
    assertEquals("v26.0", read.account().version());
    assertEquals(
        new Template("jisr_message", Map.of(Script.LATIN, "fr_MA", Script.ARABIC, "ar"), "message"),
        read.template().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token: "${S}", app-secret: "${S}", verify-token: "${S}"                         | number-id: is missing
          number-id: "+212661", token: "${S}", app-secret: "${S}", verify-token: "${S}"   | number-id: is not an id
          number-id: "12345", app-secret: "${S}", verify-token: "${S}"                    | token: is missing
          number-id: "12345", token: plain, app-secret: "${S}", verify-token: "${S}"      | token: stands in the file
          number-id: "12345", token: "${LINES}", app-secret: "${S}", verify-token: "${S}" | token: holds a space
          number-id: "12345", token: "${S}", verify-token: "${S}"                         | app-secret: is missing
          number-id: "12345", token: "${S}", app-secret: "${SHORT}", verify-token: "${S}" | app-secret: has fewer than 16
          number-id: "12345", token: "${S}", app-secret: "${S}"                           | verify-token: is missing
          NEEDED, version: "25"                                                           | version: is no version
          NEEDED, base: "http://graph.facebook.com"                                       | base: is a public address
          NEEDED, base: "ftp://graph.facebook.com"                                        | base: is not where
          NEEDED, rate: fast                                                              | rate: is not a number
          NEEDED, template: {languages: {latin: fr}}                                      | template.name: is missing
          NEEDED, template: {name: Jisr Message, languages: {latin: fr}}                  | template.name: is no name
          NEEDED, template: {name: jisr}                                                  | template.languages.latin: is missing
          NEEDED, template: {name: jisr, languages: {arabic: ar}}                         | template.languages.latin: is missing
          NEEDED, template: {name: jisr, languages: {latin: french}}                      | template.languages.latin: is no language
          NEEDED, template: {name: jisr, languages: {latin: fr, darija: ar}}              | template.languages.darija: is not a setting
          NEEDED, template: {name: jisr, languages: {latin: fr}, parameter: "{{1}}"}      | template.parameter: is no name
          NEEDED, assurance: network                                                      | assurance: is not a setting
          NEEDED, id: Wa                                                                  | stands twice
          """)
  void mistakesAreTold(String keys, String problem) {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> read(keys.replace("NEEDED", NEEDED)));
    assertTrue(refused.toString().contains(problem), refused.toString());
  }
}
