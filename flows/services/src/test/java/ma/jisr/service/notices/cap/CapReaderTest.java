package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are alerts, and files that are none or make no sense. */
final class CapReaderTest {
  private static final CapReader READER = new CapReader();

  private static CapAlert read(String file) {
    CapReading reading = READER.read(file.getBytes(UTF_8));
    if (reading instanceof CapReading.Refused refused)
      throw new AssertionError(refused.problems().stream().map(CapProblem::line).toList());
    return assertInstanceOf(CapReading.Read.class, reading).alert();
  }

  @Test
  void allOfAnAlertIsRead() {
    CapAlert alert = read(Flood.FILE);
    assertEquals("alerte@eau.example", alert.sender());
    assertEquals("crue-2026-0117", alert.identifier());
    assertEquals(Instant.parse("2026-11-20T17:00:00Z"), alert.sent());
    assertEquals("Alert", alert.type());
    assertEquals("Actual", alert.status());
    assertEquals(List.of(), alert.references());
    assertEquals(3, alert.infos().size());
    CapAlert.Info french = alert.infos().getFirst();
    assertEquals(Optional.of(Language.FR), french.ours());
    assertEquals(Optional.empty(), alert.infos().getLast().ours(), "Spanish");
    assertEquals(List.of("Evacuate"), french.responses());
    assertEquals("Crue de l'oued Nfis", french.headline());
    assertEquals(
        "L'eau monte vite depuis 17 h : débit < 900 m3/s.", french.description(), "no HTML");
    assertEquals(Instant.parse("2026-11-20T22:00:00Z"), french.expires());
    assertNull(french.onset());
    CapAlert.Place area = french.areas().getFirst();
    assertEquals("Vallée du Nfis", area.name());
    assertEquals("31,-8.3 31,-8 31.3,-8 31.3,-8.3 31,-8.3", area.polygons().getFirst().text());
    assertEquals(new CapAlert.Code("HCP", "07.041"), area.codes().getFirst());
  }

  @Test
  void whateverItsPrefixVersionOrEncoding() {
    CapAlert alert = read(Flood.FILE);
    assertEquals(alert, read(Flood.prefixed()));
    assertEquals(alert, read(Flood.earlier()));
    byte[] wide = Flood.with("UTF-8", "UTF-16").getBytes(UTF_16);
    assertEquals(new CapReading.Read(alert, Seal.NONE), READER.read(wide));
  }

  @Test
  void referencesAreRead() {
    String two =
        "alerte@eau.example,crue-2026-0117,2026-11-20T18:00:00+01:00\n"
            + "   alerte@eau.example,crue-2026-0116,2026-11-20T17:00:00-00:00";
    CapAlert update = read(Flood.following("Update", "u1", "2026-11-20T19:00:00+01:00", two));
    assertTrue(update.follows());
    assertEquals(
        List.of(
            read(Flood.FILE).reference(),
            new CapAlert.Reference(
                "alerte@eau.example", "crue-2026-0116", Instant.parse("2026-11-20T17:00:00Z"))),
        update.references());
  }

  @Test
  void aCancellationMaySayNothing() {
    String reference = "alerte@eau.example,crue-2026-0117,2026-11-20T18:00:00+01:00";
    String cancel = Flood.following("Cancel", "c1", "2026-11-20T19:00:00+01:00", reference);
    String bare = cancel.substring(0, cancel.indexOf("  <info>")) + "</alert>";
    assertEquals(List.of(), read(bare).infos());
  }

  @ParameterizedTest
  @CsvSource({
    "fr-MA, FR",
    "FR, FR",
    "ar, AR",
    "ar-MA, AR",
    "ary, ARY_ARAB",
    "ary-Latn, ARY_LATN",
    "ary-Arab-MA, ARY_ARAB",
    "shi-Latn, SHI_LATN",
    "shi, ",
    "zgh, ZGH_TFNG",
    "en-US, EN",
    "ar-Latn, ",
    "es, ",
    "'', ",
  })
  void languages(String tag, Language language) {
    assertEquals(Optional.ofNullable(language), Tags.language(tag));
  }

  static Stream<Arguments> otherwise() {
    String polygon = "31.0,-8.3 31.0,-8.0 31.3,-8.0 31.3,-8.3 31.0,-8.3";
    String fr = "<language>fr-MA</language>";
    return Stream.of(
        Arguments.of("<scope>Public", "<scope>Private", Fault.NOT_FOR_US),
        Arguments.of("<status>Actual", "<status>System", Fault.NOT_FOR_US),
        Arguments.of("<msgType>Alert", "<msgType>Ack", Fault.NOT_FOR_US),
        Arguments.of("cap:1.2", "cap:1.0", Fault.NOT_CAP),
        Arguments.of("alert", "html", Fault.NOT_CAP),
        Arguments.of("18:00:00+01:00", "17:00:00Z", Fault.SCHEMA),
        Arguments.of("<severity>Severe", "<severity>Terrible", Fault.SCHEMA),
        Arguments.of("<category>Met</category>", "", Fault.SCHEMA),
        Arguments.of("<code>essai</code>", "<chiffre/>", Fault.SCHEMA),
        Arguments.of("<identifier>crue-2026-0117</identifier>", "", Fault.SCHEMA),
        Arguments.of("crue-2026-0117", "crue 2026", Fault.NAME),
        Arguments.of("crue-2026-0117", "crue,2026", Fault.NAME),
        Arguments.of("crue-2026-0117", "c".repeat(201), Fault.NAME),
        Arguments.of("alerte@eau.example", "a&amp;b", Fault.NAME),
        Arguments.of("<msgType>Alert", "<msgType>Update", Fault.NAME),
        Arguments.of("<code>essai</code>", "<references>a</references>", Fault.NAME),
        Arguments.of("<code>essai</code>", "<references>a,b,hier</references>", Fault.NAME),
        Arguments.of(
            "<code>essai</code>",
            "<references>a,b,2026-11-20T17:00:00+01:00 a,b,2026-11-20T17:00:00+01:00</references>",
            Fault.NAME),
        Arguments.of(
            "<code>essai</code>",
            "<references>" + "a,b,2026-11-20T17:00:00+01:00 ".repeat(21) + "</references>",
            Fault.TOO_MANY),
        Arguments.of(polygon, "31.0,-8.3 31.0,-8.0 31.3,-8.0 31.3,-8.3", Fault.SHAPE),
        Arguments.of(polygon, "-8.3,31.0 -8.0,31.0 -8.0,31.3 -8.3,31.0", Fault.SHAPE),
        Arguments.of(polygon, "48.1,2.3 48.1,2.4 48.2,2.4 48.1,2.3", Fault.SHAPE),
        Arguments.of("</polygon>", "</polygon><circle>31,-8</circle>", Fault.SHAPE),
        Arguments.of(
            "</polygon>", "</polygon>" + "<circle>31,-8 1</circle>".repeat(50), Fault.TOO_MANY),
        Arguments.of("23:00:00+01:00", "18:00:00+01:00", Fault.HOURS),
        Arguments.of(
            "    <expires>", "    <onset>2026-11-21T18:00:00+01:00</onset><expires>", Fault.HOURS),
        Arguments.of(fr, "<language>ar</language>", Fault.CONTRADICTION),
        Arguments.of(fr + "\n    <category>Met", fr + "\n    <category>Fire", Fault.CONTRADICTION),
        Arguments.of(
            "<areaDesc>Nfis</areaDesc>\n      <polygon>31.0",
            "<areaDesc>Nfis</areaDesc>\n      <polygon>31.00,-8.4 31.0",
            Fault.SHAPE),
        Arguments.of(
            "<areaDesc>Nfis</areaDesc>",
            "<areaDesc>Nfis</areaDesc><circle>31,-8 3</circle>",
            Fault.SCHEMA),
        Arguments.of(
            "<areaDesc>Vallée du Nfis</areaDesc>",
            "<areaDesc>Nfis</areaDesc><polygon>31.0,-8.4 31.0,-8.0 31.3,-8.0 31.0,-8.4</polygon>",
            Fault.CONTRADICTION),
        Arguments.of("<event>Crue</event>", "<event>&lt;b&gt; &lt;/b&gt;</event>", null),
        Arguments.of("<event>Crecida</event>", "<event> </event>", Fault.NOTHING_SAID));
  }

  @ParameterizedTest
  @MethodSource
  void otherwise(String what, String otherwise, Fault fault) {
    CapReading reading = READER.read(Flood.with(what, otherwise).getBytes(UTF_8));
    if (fault == null) assertInstanceOf(CapReading.Read.class, reading);
    else assertEquals(fault, first(reading));
  }

  private static Fault first(CapReading reading) {
    return assertInstanceOf(CapReading.Refused.class, reading).problems().getFirst().fault();
  }

  @Test
  void onlyLanguagesOfPhonesAreHeard() {
    String spanish = Flood.with("fr-MA", "es-ES").replace("ar-MA", "pt");
    assertEquals(Fault.NOTHING_SAID, first(READER.read(spanish.getBytes(UTF_8))));
  }

  @Test
  void whereIsTold() {
    String crooked = Flood.with("31.3,-8.3 31.0,-8.3</polygon>", "31.3,-8.3 31.0,-8.2</polygon>");
    var refused = (CapReading.Refused) READER.read(crooked.getBytes(UTF_8));
    assertEquals(
        "shape at alert/info[1]/area[1]/polygon[1]: a polygon is not closed: its last point is not"
            + " its first",
        refused.problems().getFirst().line());
    assertEquals(3, refused.problems().size());
    String wrong = Flood.with("<severity>Severe", "<severity>Terrible");
    refused = (CapReading.Refused) READER.read(wrong.getBytes(UTF_8));
    assertEquals("alert/info[1]/severity[1]", refused.problems().getFirst().where());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]>
          <!DOCTYPE alert SYSTEM "http://127.0.0.1:9/x.dtd">
          <!DOCTYPE alert [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>
          <!DOCTYPE alert [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
          """)
  void noDocumentTypes(String doctype) {
    String file = Flood.with("<alert ", doctype + "<alert ").replace("essai", "&c;");
    assertEquals(Fault.NOT_XML, first(READER.read(file.getBytes(UTF_8))));
  }

  @Test
  void sizeAndDepthAreBounded() {
    byte[] large = Flood.with("essai", "x".repeat(CapReader.MOST_BYTES)).getBytes(UTF_8);
    assertEquals(Fault.TOO_LARGE, first(READER.read(large)));
    String deep = Flood.with("essai", "<a>".repeat(40) + "</a>".repeat(40));
    assertEquals(Fault.NOT_XML, first(READER.read(deep.getBytes(UTF_8))));
    String infos =
        Flood.FILE.substring(Flood.FILE.indexOf("  <info>"), Flood.FILE.indexOf("</alert>"));
    String many = Flood.with("</alert>", infos.repeat(6) + "</alert>");
    assertEquals(Fault.TOO_MANY, first(READER.read(many.getBytes(UTF_8))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Un</p><p>deux</p>                      | Un deux
          vent < 50 km/h et > 20                    | vent < 50 km/h et > 20
          a&nbsp;b &amp; c&#233; &#0;&#99999999; d  | a b & cé &#99999999; d
          <script>alert(1)</script>x<style>y</style>| x
          <!-- no -->x                              | x
          \u202Eabc\u2066def\u200F                  | abcdef
          \u200C\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 | \u200C\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645
          """)
  void plainWords(String text, String words) {
    assertEquals(words, PlainWords.of(text));
  }
}
