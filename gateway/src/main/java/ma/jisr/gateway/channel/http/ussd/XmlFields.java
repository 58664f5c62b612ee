package ma.jisr.gateway.channel.http.ussd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import ma.jisr.base.xml.SafeXml;

/** Reads and writes the XML shape: one element for each field, below one root. */
final class XmlFields {
  private static final String ROOT = "ussd";

  /** Elements of one request: the known ones have six. */
  private static final int MOST = 32;

  private XmlFields() {}

  /** The texts of the root's children by their names; empty when it has not the form. */
  static Optional<Map<String, String>> read(byte[] body) {
    try {
      XMLStreamReader reader = SafeXml.reader(new String(body, UTF_8).strip());
      reader.nextTag();
      Map<String, String> fields = new HashMap<>();
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        if (fields.size() >= MOST) return Optional.empty();
        fields.put(reader.getLocalName(), reader.getElementText());
      }
      return Optional.of(fields);
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  static String write(Dialect.Answer answer, String text, String flag, Map<String, String> echoed) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = SafeXml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(ROOT);
      for (String name : answer.echo())
        if (echoed.containsKey(name)) element(xml, name, echoed.get(name));
      element(xml, answer.flag(), flag);
      element(xml, answer.text(), text);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
      return out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a screen cannot be written as XML", e);
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
