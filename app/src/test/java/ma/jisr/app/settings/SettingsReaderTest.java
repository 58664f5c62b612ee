package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Ramadan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final String FULL =
      """
      data: ./d
      keys: {file: ./k}
      http: {host: 127.0.0.1, port: 0}
      codes: {sms: "2121", ussd: "*585#"}
      links:
        - {id: iam, type: smpp, smsc: iam, host: 127.0.0.1, port: 2775, system-id: jisr, password: "${PW}",
           bind: transceiver, window: 100, rate: 500/s, carries: [sms, ussd],
           ussd: {profile: standard, idle: 30s, session: 120s, screen: 160, settle: 4s}, cost: "0.12", tariff: {sms-mo: "1.00", ussd: "0"}}
      sandbox: false
      samples: false
      """;

  @TempDir Path folder;

  private Settings read(String yaml) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(file, yaml);
    return new SettingsReader(Map.of("PW", "s3cret-value", "URI", "mongodb://u:p@host/jisr"))
        .read(file);
  }

  @Test
  void announcedDaysAreRead() throws IOException {
    Almanac almanac =
        read("sandbox: true\nalmanac: {ramadan: [2027-02-09/2027-03-09], holidays: [2027-03-10]}\n")
            .almanac();
    assertEquals(Ramadan.Answer.NO, almanac.ramadan().on(LocalDate.of(2027, 2, 8)));
    assertEquals(Ramadan.Answer.YES, almanac.ramadan().on(LocalDate.of(2027, 3, 9)));
    assertTrue(almanac.holidays().contains(LocalDate.of(2027, 3, 10)));
    assertEquals(Almanac.COMPUTED, read("sandbox: true\n").almanac());
  }

  @Test
  void thePeersCellTagIsRead() throws IOException {
    String link = "links: [{id: iam, host: 10.0.0.1, system-id: jisr, password: \"${PW}\"%s}]\n";
    assertTrue(read(link.formatted("")).links().getFirst().cellTag().isEmpty());
    assertEquals(
        0x1401, read(link.formatted(", cell-tag: 0x1401")).links().getFirst().cellTag().orElse(0));
    assertEquals(
        5121, read(link.formatted(", cell-tag: 5121")).links().getFirst().cellTag().orElse(0));
    for (String wrong : List.of("0x0501", "0x4000", "0x14", "cell", "0", "99999")) {
      SettingsException refused =
          assertThrows(
              SettingsException.class, () -> read(link.formatted(", cell-tag: " + wrong)), wrong);
      assertTrue(refused.toString().contains("cell-tag: is not a tag"), refused.toString());
    }
  }

  @Test
  void theContractOfTheDocumentationIsRead() throws IOException {
    Settings settings = read(FULL);
    LinkSettings link = settings.links().getFirst();
    assertEquals(folder.resolve("d"), settings.data());
    assertEquals(folder.resolve("k"), settings.keys());
    assertEquals("s3cret-value", link.password().value());
    assertEquals(500, link.rate());
    assertEquals(Set.of("sms", "ussd"), link.carries());
    assertEquals(Duration.ofMinutes(2), link.ussd().session());
    assertEquals(Duration.ofSeconds(4), link.ussd().settle());
    assertEquals(Optional.of(100L), link.tariff().smsMo());
    assertEquals(Optional.of(0L), link.tariff().ussd());
    assertEquals(Optional.of(12L), link.cost());
    assertFalse(settings.sandbox());
  }

  @Test
  void aSandboxNeedsNoMoreThanItsName() throws IOException {
    Settings settings = read("sandbox: true\n");
    assertTrue(settings.samples(), "samples follow the sandbox");
    assertEquals("*585#", settings.codes().ussd());
  }

  @Test
  void nobodyReadsWhatWasNotUnderstoodUnlessTheyAreNamed() throws IOException {
    assertEquals(Settings.Inbox.NONE, read(FULL).inbox());
    Settings.Inbox inbox =
        read("sandbox: true\nhotspots: {inbox: ./in, inbox-areas: [fes-meknes]}\n").inbox();
    assertTrue(inbox.folder().orElseThrow().isAbsolute());
    assertEquals(List.of("fes-meknes"), inbox.areas());
    assertEquals(List.of(), read(FULL).review().reviewers());
    assertEquals(List.of("sandbox"), read("sandbox: true\n").review().reviewers());
    Settings.Review review =
        read("sandbox: true\nunresolved: {keep: 3d, reviewers: [amina, s.b-2]}\n").review();
    assertEquals(new Settings.Review(Duration.ofDays(3), List.of("amina", "s.b-2")), review);
    assertEquals(Duration.ofDays(7), read(FULL).review().keep());
  }

  @Test
  void referencesMayNameFilesBesideTheConfiguration() throws IOException {
    Files.writeString(folder.resolve("pw"), "from-file\n");
    assertEquals(
        "from-file",
        read(FULL.replace("${PW}", "${file:pw}")).links().getFirst().password().value());
  }

  @Test
  void noSecretIsEverShown() throws IOException {
    assertFalse(read(FULL).toString().contains("s3cret"));
    assertFalse(read("store: \"${URI}\"\nsandbox: true\n").toString().contains("u:p"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          data: ./d            | date: ./d            | line 1: date: is not a setting. Did you mean data?
          port: 0}             | port: eighty}        | line 3: http.port: is not a whole number from 0 to 65535. Write for example port: 8080
          file: ./k            | file: ./d/k          | line 2: keys: puts the key file inside data. Keep it elsewhere: whoever copies data must not get the keys
          "2121"               | "21"                 | line 4: codes.sms: is not a short code of 3 to 8 digits. Write for example sms: "2121"
          "*585#"              | "*31#"               | line 4: codes.ussd: begins like a code that handsets keep for themselves (*21, *3x, *43, *6x). Ask the operator for another one
          "*585#"              | "585"                | line 4: codes.ussd: is not a service code. Write for example ussd: "*585#"
          "${PW}"              | "${NOPE}"            | line 6: links[0].password: needs the environment variable NOPE, which is not set. Run: export NOPE=...
          "${PW}"              | hunter2              | line 6: links[0].password: stands in the file. Write "${JISR_IAM_PASSWORD}" or "${file:path}" instead, and change it: it has been seen
          "${PW}"              | "${file:nope}"       | line 6: links[0].password: needs the file nope, which cannot be read. Create it, readable by the user who runs jisr
          "${PW}"              | "x${PW}"             | line 6: links[0].password: stands in the file. Write "${JISR_IAM_PASSWORD}" or "${file:path}" instead, and change it: it has been seen
          host: 127.0.0.1, port: 2775 | host: smsc.example.net | line 6: links[0].host: is a public address, and the link is not encrypted. Write tls: true, or plaintext: accepted when a tunnel carries it
          id: iam,             | id: IAM,             | line 6: links[0].id: is not a short lower-case word. Write for example id: iam
          type: smpp           | type: http           | line 6: links[0].type: is not one of smpp. Write for example type: smpp
          system-id: jisr,     | ``                   | line 6: links[0].system-id: is missing. Write the name that the operator gave the account
          bind: transceiver    | bind: both           | line 7: links[0].bind: is not one of transceiver, pair. Write for example bind: transceiver
          rate: 500/s          | rate: fast           | line 7: links[0].rate: is not a number of segments a second. Write for example rate: 100/s
          [sms, ussd]          | [sms, fax]           | line 7: links[0].carries: is not a list of sms, ussd. Write for example carries: [sms, ussd]
          profile: standard    | profile: mine        | line 8: links[0].ussd.profile: is not one of standard, mica, huawei, stepping. Write for example profile: standard
          settle: 4s           | settle: 31s          | line 8: links[0].ussd.settle: is not a time from 0s to 30s. Write for example settle: 3s
          idle: 30s            | idle: 300s           | line 8: links[0].ussd.idle: is longer than session. A screen cannot wait longer than its dialogue lasts
          "1.00"               | "one"                | line 8: links[0].tariff.sms-mo: is not a price in dirhams. Write for example sms-mo: "1.00"
          window: 100          | widow: 100           | line 7: links[0].widow: is not a setting. Did you mean window?
          sandbox: false       | sandbox: true        | line 9: sandbox: stands beside real links. Remove the links, or write sandbox: false
          sandbox: false       | sandbox: perhaps     | line 9: sandbox: is neither true nor false. Write sandbox: false
          sandbox: false       | contact: a-very-long-contact-text | line 9: contact: is longer than 20 characters. Give one number or short name
          sandbox: false       | hotspots: {inbox: "a?b"}  | line 9: hotspots.inbox: is not a folder of letters, digits, dots, dashes and slashes. Write for example inbox: /var/spool/jisr
          sandbox: false       | hotspots: {inbox-areas: [fes-meknes]} | line 9: hotspots.inbox-areas: stands without an inbox. Write inbox: too, or remove it
          sandbox: false       | unresolved: {keep: 8d}    | line 9: unresolved.keep: is not a time from 1d to 7d. Write for example keep: 7d
          sandbox: false       | unresolved: {keep: 36h}   | line 9: unresolved.keep: is not a number of whole days. Write for example keep: 7d
          sandbox: false       | unresolved: {reviewers: [a b]} | line 9: unresolved.reviewers: holds what is no name of up to 32 letters, digits, dots and dashes. Write for example reviewers: [amina, said]
          sandbox: false       | almanac: {ramadan: [2027-02-09]} | line 9: almanac.ramadan: holds what is not the first and last day of 29 or 30. Write for example ramadan: [2027-02-09/2027-03-09]
          sandbox: false       | almanac: {ramadan: [soon/later]} | line 9: almanac.ramadan: holds what is not the first and last day of 29 or 30. Write for example ramadan: [2027-02-09/2027-03-09]
          sandbox: false       | almanac: {holidays: [eid]} | line 9: almanac.holidays: holds what is not a day. Write for example holidays: [2027-03-10]
          sandbox: false       | unresolved: {reviewers: amina} | line 9: unresolved.reviewers: is not a list of words. Write it as reviewers: [one, another]
          sandbox: false       | data: twice          | line 9: data: stands twice. Keep one of the two
          """)
  void everyMistakeNamesItsLineAndMend(String right, String wrong, String expected) {
    String yaml = FULL.replace(right, wrong == null ? "" : wrong);
    SettingsException refused = assertThrows(SettingsException.class, () -> read(yaml));
    assertEquals("jisr.yaml: " + expected, refused.getMessage());
  }

  @Test
  void aPasswordInTheStoreUriIsRefusedUnlessItIsAReference() throws IOException {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> read("store: mongodb://u:geheim@host/x\nsandbox: true\n"));
    assertEquals(1, refused.problems().size());
    assertFalse(String.valueOf(refused.getMessage()).contains("geheim"));
    assertTrue(read("store: \"${URI}\"\nsandbox: true\n").store().isPresent());
  }

  @Test
  void allMistakesAreToldAtOnce() {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () ->
                read(
                    FULL.replace("port: 2775", "port: 99999").replace("window: 100", "window: 0")));
    assertEquals(2, refused.problems().size());
  }

  @ParameterizedTest
  @CsvSource({"'a: [b', 2", "'{}}', 1", "'\u0000', 1"})
  void whatIsNotYamlIsSaid(String yaml, int line) {
    SettingsException refused = assertThrows(SettingsException.class, () -> read(yaml));
    assertTrue(String.valueOf(refused.getMessage()).contains("is not YAML"), refused.getMessage());
  }

  @Test
  void aMissingFileIsSaid() {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> new SettingsReader(Map.of()).read(folder.resolve("none.yaml")));
    assertEquals(
        "none.yaml: line 1: file: cannot be read. Check that none.yaml exists and is UTF-8 text",
        refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "localhost, true",
    "10.1.2.3, true",
    "192.168.0.9, true",
    "172.16.0.1, true",
    "::1, true",
    "fd00::1, true",
    "8.8.8.8, false",
    "smsc.example.net, false",
    "2001:db8::1, false",
    "999.1.1.1, false"
  })
  void onlyPrivateAddressesMayGoInTheClear(String host, boolean isPrivate) {
    assertEquals(isPrivate, LinkReader.isPrivate(host));
  }
}
