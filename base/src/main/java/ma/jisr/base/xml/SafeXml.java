package ma.jisr.base.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML from anybody, read without doing what it says: no document type, no entity but the five that
 * are built in, nothing included, nothing fetched (CWE-611, CWE-776). The only place of the product
 * where parsers are made. How many bytes a file may have is its reader's business.
 */
public final class SafeXml {
  /** Deepest nesting of elements in a tree: those that we read have ten levels, signed ones too. */
  public static final int MOST_DEPTH = 32;

  /** Most attributes of an element in a tree. */
  public static final int MOST_ATTRIBUTES = 32;

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String GENERAL = "http://xml.org/sax/features/external-general-entities";
  private static final String PARAMETER = "http://xml.org/sax/features/external-parameter-entities";

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

  /**
   * The whole of a file as a tree, in whatever encoding it declares. XML 1.0 only: signatures are
   * not defined for another.
   *
   * @throws BadXmlException when it is not well formed, declares a document type, or nests deeper
   *     than {@link #MOST_DEPTH}
   */
  public static Document document(byte[] file) {
    try {
      DocumentBuilder builder = builder();
      builder.setErrorHandler(Strict.INSTANCE);
      builder.setEntityResolver(
          (publicId, systemId) -> {
            throw new SAXException("nothing is fetched");
          });
      Document document = builder.parse(new InputSource(new ByteArrayInputStream(file)));
      if (!"1.0".equals(document.getXmlVersion())) throw new SAXException("another XML");
      return document;
    } catch (SAXParseException e) {
      throw new BadXmlException(Math.max(0, e.getLineNumber()), e);
    } catch (SAXException | IOException e) {
      throw new BadXmlException(0, e);
    }
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature(GENERAL, false);
      factory.setFeature(PARAMETER, false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MOST_DEPTH));
      factory.setAttribute("jdk.xml.elementAttributeLimit", Integer.toString(MOST_ATTRIBUTES));
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setCoalescing(true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the parser of the JDK cannot be made safe", e);
    }
  }

  /** A schema of ours, complete in its file. */
  public static Schema schema(URL file) {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
      return factory.newSchema(file);
    } catch (SAXException e) {
      throw new UncheckedIOException(new IOException("a schema of ours cannot be read", e));
    }
  }

  /** Writes XML; what it is handed as text is escaped. */
  public static XMLStreamWriter writer(Writer out) throws XMLStreamException {
    return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
  }

  /** A tree as a file in UTF-8, every character of it as it was. */
  public static String text(Document tree) {
    TransformerFactory factory = TransformerFactory.newDefaultInstance();
    StringWriter out = new StringWriter();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer same = factory.newTransformer();
      same.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      tree.setXmlStandalone(true);
      same.transform(new DOMSource(tree), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toString();
  }

  /** Every error ends the reading, and none is told to the console. */
  private enum Strict implements ErrorHandler {
    INSTANCE;

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
