package ma.jisr.map.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SheetsTest {
  private static Sheet read(String text) {
    return Sheets.read(text.getBytes(StandardCharsets.UTF_8), null);
  }

  private static Fault refused(String text) {
    return assertThrows(BadSheetException.class, () -> read(text)).fault();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nom;lat;lon\nCafé, bar;31,63;-7,99\n",
        "nom,lat,lon\n\"Café, bar\",\"31,63\",\"-7,99\"\n",
        "nom\tlat\tlon\nCafé, bar\t31,63\t-7,99\n",
        "sep=;\nnom;lat;lon\nCafé, bar;31,63;-7,99\n",
        "sep=|\r\nnom|lat|lon\r\nCafé, bar|31,63|-7,99\r\n",
      })
  void aTableIsReadWhateverSeparatesItsCells(String text) {
    Sheet sheet = read(text);
    assertEquals(Format.CSV, sheet.format());
    assertEquals(List.of("nom", "lat", "lon"), sheet.header());
    assertEquals(
        Map.of("nom", "Café, bar", "lat", "31,63", "lon", "-7,99"),
        sheet.rows().getFirst().cells());
  }

  @Test
  void rowsKnowTheirLineAndWhatIsWrongWithThem() {
    Sheet sheet = read("a;b;;a\n\n1;2\n;;;\n\"x\ny\";2;3;4;5\n" + "z".repeat(40_000) + ";2\n");
    assertEquals(List.of("a", "b", "column 3", "a (2)"), sheet.header());
    assertEquals(3, sheet.rows().size());
    assertEquals(3, sheet.rows().get(0).line());
    assertEquals("more cells than columns", sheet.rows().get(1).fault());
    assertEquals(5, sheet.rows().get(1).line());
    assertEquals("a is too long", sheet.rows().get(2).fault());
  }

  @Test
  void aFileThatIsNothingIsRefused() {
    assertEquals(Fault.EMPTY, refused(""));
    assertEquals(Fault.EMPTY, refused(" \r\n "));
    assertEquals(Fault.NOT_READABLE, refused("{\"type\":\"FeatureCollection\",\"features\":[{"));
    assertEquals(Fault.NOT_READABLE, refused("{\"hello\":1}"));
    assertEquals(Fault.NOT_READABLE, refused("<osm><node id='1'"));
    assertEquals(Fault.NOT_READABLE, refused("<html/>"));
  }

  @Test
  void geoJsonHasLongitudeFirstAndItsElderSaysItsCoordinates() {
    String feature =
        "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"name\":\"x\",\"n\":null,\"open\":true,"
            + "\"lat\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[-7.99,31.63,450]}}";
    Sheet sheet = read("{\"crs\":" + crs("urn:ogc:def:crs:OGC:1.3:CRS84") + features(feature));
    assertEquals(
        Map.of("id", "7", "lat", "31.63", "lon", "-7.99", "name", "x", "open", "true"),
        sheet.rows().getFirst().cells());
    assertEquals(sheet.rows(), read(feature).rows(), "a feature without its collection");
    assertEquals(
        Fault.OTHER_COORDINATES,
        refused("{\"crs\":" + crs("urn:ogc:def:crs:EPSG::26191") + features(feature)));
    assertEquals(1, read("{\"crs\":" + crs("EPSG:4326") + features(feature)).rows().size());
  }

  private static String crs(String name) {
    return "{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}}";
  }

  private static String features(String feature) {
    return ",\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}";
  }

  @Test
  void anAreaHasTheMiddleOfItsBox() {
    String square = "[[[-8,31],[-7,31],[-7,33],[-8,33],[-8,31]]]";
    Sheet sheet =
        read(
            "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":{\"type\":"
                + "\"Polygon\",\"coordinates\":"
                + square
                + "}}");
    assertEquals("32.0", sheet.rows().getFirst().cell("lat"));
    assertEquals("-7.5", sheet.rows().getFirst().cell("lon"));
    assertEquals("no", sheet.rows().getFirst().cell("exact"));
  }

  @Test
  void overpassTellsNodesAndTheCentresOfWays() {
    Sheet sheet =
        read(
            """
            {"version": 0.6, "osm3s": {}, "elements": [
             {"type": "node", "id": 1, "lat": 31.63, "lon": -7.99, "tags": {"name": "x"}},
             {"type": "way", "id": 2, "center": {"lat": 31.6, "lon": -8}, "tags": {"name": "y"}}]}
            """);
    assertEquals(Format.OVERPASS, sheet.format());
    assertEquals("31.63", sheet.rows().get(0).cell("lat"));
    assertEquals("", sheet.rows().get(0).cell("exact"));
    assertEquals("no", sheet.rows().get(1).cell("exact"));
    assertEquals("way", sheet.rows().get(1).cell("osm_type"));
  }

  @Test
  void osmXmlTellsNodesWaysAndTheirMiddles() {
    Sheet sheet =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <osm version="0.6">
             <node id="1" lat="31.0" lon="-8.0"/>
             <node id="2" lat="33.0" lon="-7.0"><tag k="name" v="Café &amp; bar"/></node>
             <way id="3"><nd ref="1"/><nd ref="2"/><nd ref="9"/><tag k="name" v="y"/></way>
             <way id="4"><center lat="30.5" lon="-9.5"/><nd ref="1"/><tag k="name" v="z"/></way>
             <relation id="5"><tag k="name" v="nowhere"/></relation>
            </osm>
            """);
    assertEquals(4, sheet.rows().size(), "a node without tags is only a corner");
    assertEquals("Café & bar", sheet.rows().get(0).cell("name"));
    assertEquals("32.0", sheet.rows().get(1).cell("lat"));
    assertEquals("30.5", sheet.rows().get(2).cell("lat"));
    assertEquals("", sheet.rows().get(3).cell("lat"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE osm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><osm><node id='1' lat='1'"
            + " lon='1'><tag k='name' v='&x;'/></node></osm>",
        "<!DOCTYPE osm [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><osm><node id='1'"
            + " lat='1' lon='1'><tag k='name' v='&b;'/></node></osm>",
        "<!DOCTYPE osm SYSTEM \"http://127.0.0.1:1/osm.dtd\"><osm/>",
      })
  void whatXmlWouldFetchOrBlowUpIsRefused(String text) {
    assertEquals(Fault.NOT_READABLE, refused(text));
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsRead() {
    byte[] large = new byte[Sheet.MOST_BYTES + 1];
    assertEquals(
        Fault.TOO_LARGE,
        assertThrows(BadSheetException.class, () -> Sheets.read(large, null)).fault());
    assertEquals(Fault.TOO_LARGE, refused("a;".repeat(Sheet.MOST_COLUMNS + 1) + "\n1\n"));
    assertTrue(read("a;b\n").rows().isEmpty());
  }
}
