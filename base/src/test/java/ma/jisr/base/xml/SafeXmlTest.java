package ma.jisr.base.xml;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What XML may not do to us. */
final class SafeXmlTest {
  @TempDir Path folder;

  private static String text(String xml) {
    return SafeXml.document(xml.getBytes(UTF_8)).getDocumentElement().getTextContent();
  }

  @Test
  void plainOnesAreRead() {
    assertEquals("é <b> &", text("<a>&#233; <![CDATA[<b>]]> &amp;<!-- no --></a>"));
    byte[] wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>تنبيه</a>".getBytes(UTF_16);
    assertEquals("تنبيه", SafeXml.document(wide).getDocumentElement().getTextContent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "<a>",
        "<a/><b/>",
        "<a>&b;</a>",
        "<a b='1' b='2'/>",
        "<p:a/>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b '0123456789'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><a>&c;&c;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
        "<?xml version='1.1'?><a/>",
        "<?xml version='1.0' encoding='UTF-77'?><a/>",
        "<a>\u0001</a>",
      })
  void badOnesAreNot(String xml) {
    assertThrows(BadXmlException.class, () -> text(xml));
  }

  @Test
  void noFileIsOpened() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String uri = secret.toUri().toString();
    String entity = "<!DOCTYPE a [<!ENTITY b SYSTEM '" + uri + "'>]><a>&b;</a>";
    assertThrows(BadXmlException.class, () -> text(entity));
    String included =
        "<a xmlns:i='http://www.w3.org/2001/XInclude'><i:include parse='text' href='"
            + uri
            + "'/></a>";
    assertFalse(text(included).contains("secret"));
  }

  @Test
  void depthAndAttributesAreBounded() {
    int most = SafeXml.MOST_DEPTH;
    assertEquals("", text("<a>".repeat(most) + "</a>".repeat(most)));
    assertThrows(
        BadXmlException.class, () -> text("<a>".repeat(most + 1) + "</a>".repeat(most + 1)));
    StringBuilder many = new StringBuilder("<a");
    for (int i = 0; i <= SafeXml.MOST_ATTRIBUTES; i++) many.append(" b").append(i).append("=''");
    assertThrows(BadXmlException.class, () -> text(many.append("/>").toString()));
  }

  @Test
  void theLineIsTold() {
    var refused = assertThrows(BadXmlException.class, () -> text("<a>\n<b>\nsecret</a>"));
    assertEquals(3, refused.line());
    assertFalse(String.valueOf(refused.getMessage()).contains("secret"));
  }

  @Test
  void whatIsWrittenIsEscaped() throws Exception {
    StringWriter out = new StringWriter();
    var xml = SafeXml.writer(out);
    xml.writeStartElement("a");
    xml.writeCharacters("<b> & \"");
    xml.writeEndElement();
    xml.close();
    assertEquals("<b> & \"", text(out.toString()));
  }
}
