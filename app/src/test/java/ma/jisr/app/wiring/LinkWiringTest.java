package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.gateway.bulk.BulkLink;
import ma.jisr.gateway.session.LinkInfo;
import org.junit.jupiter.api.Test;
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

  @Test
  void mailingsGoByLinksOfMessagesOverSmppAndHttp() throws IOException {
    Settings settings =
        read(
            """
              - {id: iam, host: 127.0.0.1, system-id: jisr, password: "${PW}", rate: 400/s, window: 50, cost: "0.12"}
              - {id: screens, host: 127.0.0.1, system-id: jisr, password: "${PW}", carries: [ussd]}
              - {id: tw, type: sms-http, provider: twilio, account: AC1, token: "${PW}",
                 verify: {secret: "${PW}"}, rate: 30/s, window: 20, cost: "0.45"}
              - {id: at, type: sms-http, provider: africastalking, account: u, api-key: "${PW}", verify: {secret: "${PW}"}}
            door: {port: 0}
            """);
    List<BulkLink> lines = MailingKeeping.bulk(settings.links(), settings.door());
    assertEquals(List.of("iam", "tw", "at"), lines.stream().map(BulkLink::link).toList());
    assertEquals(new BulkLink("iam", 400, 50, 12), lines.getFirst());
    assertEquals(new BulkLink("tw", 30, 20, 45), lines.get(1));
    assertEquals(-1, lines.getLast().centimes());
  }

  private LinkSettings link(String said) throws IOException {
    return read("  - {id: iam, host: 127.0.0.1, system-id: jisr, password: \"${PW}\", %s}\n"
            .formatted(said))
        .links()
        .getFirst();
  }

  private Settings read(String links) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(
        file,
        """
        data: ./d
        keys: {file: ./k}
        codes: {sms: "2121"}
        links:
        """
            + links);
    return new SettingsReader(Map.of("PW", "a-long-enough-secret-of-32-octets")).read(file);
  }
}
