package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.gateway.session.LinkInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkWiringTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // what the link's settings say | of a segment sent, an SMS received, a dialogue
        "'cost: \"0.12\"'                                        | 12 | -   | -",
        "'cost: \"0\", tariff: {sms-mo: \"1.00\", ussd: \"0\"}' | 0  | 100 | 0",
        "'tls: false'                                            | -  | -   | -"
      },
      delimiter = '|')
  void pricesAreWhatTheSettingsSayAndUnknownWhereTheyDoNot(
      String said, Long segment, Long message, Long dialogue) throws IOException {
    LinkInfo info = LinkWiring.info(link(said));
    assertEquals(segment, info.segmentPrice());
    assertEquals(message, info.messagePrice());
    assertEquals(dialogue, info.ussdPrice());
  }

  @ParameterizedTest
  @CsvSource({"window: 7, true", "validity: true, true", "validity: false, false"})
  void theSmscIsToldUntilWhenUnlessItRefusesThat(String said, boolean told) throws IOException {
    assertEquals(told, LinkWiring.smpp(link(said)).text().validity());
  }

  private LinkSettings link(String said) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(
        file,
        """
        data: ./d
        keys: {file: ./k}
        codes: {sms: "2121"}
        links:
          - {id: iam, host: 127.0.0.1, system-id: jisr, password: "${PW}", %s}
        """
            .formatted(said));
    return new SettingsReader(Map.of("PW", "pw")).read(file).links().getFirst();
  }
}
