package ma.jisr.map.exchange.sheet;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML from anybody, read without doing what it says: no document type, no entity but the five that
 * are built in, nothing fetched (CWE-611, CWE-776).
 */
public final class SafeXml {
  private SafeXml() {}

  /**
   * A reader of the text.
   *
   * @throws XMLStreamException as soon as the text is not well formed, or declares a document type
   */
  public static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory.createXMLStreamReader(new StringReader(text));
  }
}
