package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.ussd.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorReaderTest {
  @TempDir Path folder;

  private Settings read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("jisr.yaml"), yaml);
    return new SettingsReader(
            Map.of(
                "S",
                "a-secret-of-some-length",
                "SPACE",
                "a secret of some length",
                "SHORT",
                "short"))
        .read(file);
  }

  @Test
  void aKnownAggregator() throws IOException {
    DoorSettings door =
        read("""
        door: {port: 0, proxies: ["127.0.0.1"]}
        links:
          - id: at
            type: ussd-http
            aggregator: africastalking
            code: "*384#"
            verify: {secret: "${S}", in: path, networks: ["192.0.2.0/24"]}
            ranges: ["2126", "2127"]
            assurance: claimed
            answer: 8s
            screen: 140
            tariff: "0.50"
        """)
            .door();
    assertEquals(0, door.listener().orElseThrow().port());
    DoorSettings.UssdLink link = ussd(door);
    assertEquals("*384#", link.ussd().code());
    assertEquals(Dialect.Shape.FORM, link.ussd().dialect().shape());
    assertEquals(Assurance.CLAIMED, link.ussd().guests().assurance());
    assertEquals(List.of("2126", "2127"), link.ussd().guests().ranges());
    assertEquals(Duration.ofSeconds(8), link.ussd().timers().answer());
    assertEquals(140, link.screen());
    assertEquals(50L, link.price().orElseThrow());
  }

  @Test
  void anAggregatorByItsNames() throws IOException {
    DoorSettings door =
        read("""
        links:
          - id: uzo
            type: ussd-http
            verify: {secret: "${S}", in: signature, header: X-Sign, hash: sha512}
            dialect:
              shape: json
              session: sessionID
              number: msisdn
              text: ussdString
              flag: {field: ussdServiceOp, begin: ["1"], end: ["29", "30"]}
              answer: {text: message, flag: ussdServiceOp, more: "2", over: "17"}
        """)
            .door();
    Dialect dialect = ussd(door).ussd().dialect();
    assertEquals("ussdString", dialect.fields().text());
    assertEquals("17", dialect.answer().over());
    assertEquals(DoorSettings.PORT, door.listener().orElseThrow().port());
  }

  @Test
  void aCertificateInsteadOfASecret() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), AlertsReaderTest.PEM);
    DoorSettings door =
        read("""
        links:
          - id: at
            type: ussd-http
            aggregator: nalo
            verify: {certificate: {ca: ca.pem, subject: source, header: Client-Cert}}
        """)
            .door();
    Verifier.Certificate asked = ussd(door).ussd().verifier().certificates().getFirst();
    assertEquals("source Client-Cert", asked.subject() + " " + asked.header());
  }

  private static DoorSettings.UssdLink ussd(DoorSettings door) {
    return (DoorSettings.UssdLink) door.links().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aggregator: hubtel                                                              | verify: is missing
          aggregator: hubtel, verify: {secret: in the file}                               | secret: stands in the file
          aggregator: hubtel, verify: {secret: "${SHORT}"}                                | secret: has fewer than 16
          aggregator: hubtell, verify: {secret: "${S}"}                                   | aggregator
          verify: {secret: "${S}"}                                                        | aggregator: is missing
          aggregator: hubtel, verify: {secret: "${SPACE}", in: path}                      | secret: has signs
          aggregator: hubtel, verify: {networks: [somewhere]}                             | networks: names what is no address
          aggregator: hubtel, verify: {certificate: {ca: none.pem, subject: hubtel}}      | ca: names no file
          aggregator: hubtel, verify: {certificate: {ca: jisr.yaml, subject: hubtel}}     | ca: names no file
          aggregator: hubtel, verify: {certificate: {ca: jisr.yaml}}                      | subject: is missing
          aggregator: hubtel, verify: {secret: "${S}"}, dialect: {shape: json}            | dialect: stands beside
          aggregator: hubtel, verify: {secret: "${S}"}, ranges: [06]                      | ranges: holds what is no beginning
          verify: {secret: "${S}"}, dialect: {shape: json, session: s, number: n, text: t} | flag: is missing
          aggregator: hubtel, verify: {secret: "${S}"}, host: x                           | host: is not a setting
          """)
  void mistakesAreTold(String keys, String problem) {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> read("links: [{id: at, type: ussd-http, " + keys + "}]\n"));
    assertTrue(refused.toString().contains(problem), refused.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          door: {host: 0.0.0.0}                     | host: is reached from other machines
          door: {host: 0.0.0.0, plaintext: accepted} | ''
          """)
  void theDoorIsEncryptedBeyondTheMachine(String door, String problem) throws IOException {
    String yaml =
        door
            + "\n"
            + "links: [{id: at, type: ussd-http, aggregator: nalo, verify: {secret: \"${S}\"}}]\n";
    if (problem.isEmpty()) assertEquals(1, read(yaml).door().links().size());
    else
      assertTrue(
          assertThrows(SettingsException.class, () -> read(yaml)).toString().contains(problem));
  }

  @Test
  void aDoorNeedsWhoCalls() {
    SettingsException refused =
        assertThrows(SettingsException.class, () -> read("sandbox: true\ndoor: {port: 1}\n"));
    assertTrue(refused.toString().contains("without a link that calls"), refused.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provider: africastalking, account: jisr, api-key: "${S}"                          | AfricasTalking https://api.africastalking.com
          provider: twilio, account: AC1, token: "${S}", rate: 30/s, prefixes: 21266        | Twilio https://api.twilio.com
          provider: infobip, api-key: "${S}", base: "https://x.api.infobip.com"             | Infobip https://x.api.infobip.com
          provider: kannel, user: u, password: "${S}", base: "http://127.0.0.1:13013"       | Kannel http://127.0.0.1:13013
          provider: own, base: "https://a.b", own: {send: {to: t, text: m, headers: {X-Key: "${S}"}}, heard: {from: f, text: m}} | Own https://a.b
          """)
  void providersOfSms(String keys, String expected) throws IOException {
    DoorSettings door =
        read("links: [{id: hub, type: sms-http, verify: {secret: \"${S}\"}, " + keys + "}]\n")
            .door();
    DoorSettings.SmsLink link = (DoorSettings.SmsLink) door.links().getFirst();
    assertEquals(expected, link.provider().getClass().getSimpleName() + " " + link.link().base());
    assertEquals(Assurance.CLAIMED, link.link().assurance());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          verify: {secret: "${S}"}                                                            | provider: is missing
          provider: infobip, api-key: "${S}", base: "https://a.b"                             | verify: is missing
          provider: infobip, verify: {secret: "${S}"}, api-key: "${S}"                        | base: is not where
          provider: infobip, verify: {secret: "${S}"}, api-key: "${S}", base: "ftp://a.b"     | base: is not where
          provider: infobip, verify: {secret: "${S}"}, api-key: "${S}", base: "http://a.b"    | base: is a public address
          provider: infobip, verify: {secret: "${S}"}, api-key: plain, base: "https://a.b"    | api-key: stands in the file
          provider: twilio, verify: {secret: "${S}"}, token: "${S}"                           | account: is missing
          provider: own, verify: {secret: "${S}"}, base: "https://a.b"                        | own.send.to: is missing
          """)
  void mistakesOfProvidersAreTold(String keys, String problem) {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> read("links: [{id: hub, type: sms-http, " + keys + "}]\n"));
    assertTrue(refused.toString().contains(problem), refused.toString());
  }
}
