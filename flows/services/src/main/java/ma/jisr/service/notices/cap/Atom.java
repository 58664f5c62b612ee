package ma.jisr.service.notices.cap;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.jisr.base.Language;
import ma.jisr.base.xml.SafeXml;
import ma.jisr.service.notices.notice.Notice;

/**
 * An index of alerts that others can follow (Atom, RFC 4287). Links are relative to where it lies.
 */
final class Atom {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CAP = "application/cap+xml";

  private final String sender;

  /**
   * @param sender of all alerts in it
   */
  Atom(String sender) {
    this.sender = sender;
  }

  /**
   * @param notices the newest first
   */
  String index(List<Notice> notices, CapWriter writer) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = SafeXml.writer(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      put(xml, "id", urn("alerts"));
      put(xml, "title", "Jisr: " + sender);
      // An empty index has not changed since there was one: its entity tag stays the same, too.
      put(
          xml,
          "updated",
          CapWriter.hour(notices.isEmpty() ? Instant.EPOCH : CapWriter.sent(notices.getFirst())));
      xml.writeStartElement(ATOM, "author");
      put(xml, "name", sender);
      xml.writeEndElement();
      link(xml, "self", "application/atom+xml", "/alerts");
      for (Notice notice : notices) entry(xml, notice, writer);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toString();
  }

  private void entry(XMLStreamWriter xml, Notice notice, CapWriter writer)
      throws XMLStreamException {
    List<Language> languages = writer.languages(notice);
    String title = languages.isEmpty() ? "" : writer.headline(notice, languages.getFirst());
    xml.writeStartElement(ATOM, "entry");
    put(xml, "id", urn(CapWriter.identifier(notice)));
    put(xml, "title", title);
    put(xml, "updated", CapWriter.hour(CapWriter.sent(notice)));
    link(xml, "alternate", CAP, "/alerts/" + notice.id());
    xml.writeEndElement();
  }

  /** A name of an alert, or of the index, in all the world (RFC 4151). */
  private String urn(String name) {
    return "tag:" + sender + ",2026:" + name;
  }

  private static void link(XMLStreamWriter xml, String relation, String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private static void put(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
