package ma.jisr.map.exchange.sheet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ma.jisr.base.xml.SafeXml;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * OpenStreetMap's XML (API 0.6, and what Overpass gives with {@code out center}). Nodes, ways and
 * relations that have tags; where a way or relation tells no centre, the middle of the nodes that
 * the file holds stands for it.
 */
final class OsmXmlSheets {
  private final Features features = new Features(Format.OSM_XML);
  private final Map<String, double[]> nodes = new HashMap<>();

  private @Nullable String type;
  private String id = "";
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Middle middle = new Middle();

  private OsmXmlSheets() {}

  static Sheet read(String text) {
    try {
      return new OsmXmlSheets().elements(SafeXml.reader(text));
    } catch (XMLStreamException e) {
      // Without its message: that quotes the file.
      throw new BadSheetException(Fault.NOT_READABLE, "not OpenStreetMap XML");
    }
  }

  private Sheet elements(XMLStreamReader xml) throws XMLStreamException {
    boolean root = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) throw new XMLStreamException("a document type");
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!root && !xml.getLocalName().equals("osm"))
          throw new XMLStreamException("another root");
        root = true;
        begin(xml);
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(type)) end();
    }
    return features.sheet();
  }

  private void begin(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "node", "way", "relation" -> {
        type = xml.getLocalName();
        id = attribute(xml, "id");
        tags.clear();
        middle.clear();
        if (point(xml) && type.equals("node")) nodes.put(id, middle.point());
      }
      case "center" -> {
        middle.clear();
        boolean unused = point(xml);
        middle.settle();
      }
      case "nd" -> middle.add(nodes.get(attribute(xml, "ref")));
      case "tag" -> tags.put(attribute(xml, "k"), attribute(xml, "v"));
      default -> {}
    }
  }

  private void end() {
    if (!tags.isEmpty() && type != null) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put(Features.TYPE, type);
      cells.put(Features.ID, id);
      Features.put(cells, middle, type.equals("node"));
      tags.forEach(cells::putIfAbsent);
      features.add(cells);
    }
    type = null;
  }

  /** Takes the element's own coordinates, if it has any. */
  private boolean point(XMLStreamReader xml) {
    String lat = attribute(xml, "lat");
    String lon = attribute(xml, "lon");
    if (lat.isEmpty() || lon.isEmpty()) return false;
    try {
      middle.add(new double[] {Double.parseDouble(lat), Double.parseDouble(lon)});
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
