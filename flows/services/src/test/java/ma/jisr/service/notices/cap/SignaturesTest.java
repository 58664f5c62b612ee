package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.crypto.dsig.Transform;
import ma.jisr.base.xml.SafeXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whose word an alert is: signatures good, bad, and made to look good. */
final class SignaturesTest {
  private static final CapReader READER = new CapReader();

  @TempDir static Path folder;
  private static Signer source;
  private static Signer stranger;
  private static Instant now;

  @BeforeAll
  static void sign() throws Exception {
    source = Signer.made(folder, "source");
    stranger = Signer.made(folder, "stranger");
    now = source.certificate().getNotBefore().toInstant().plusSeconds(60);
  }

  private static CapReading read(String file, X509Certificate... certificates) {
    return READER.read(
        file.getBytes(UTF_8),
        sender -> sender.equals("alerte@eau.example") ? List.of(certificates) : List.of(),
        now);
  }

  private static Seal seal(String file, X509Certificate... certificates) {
    return assertInstanceOf(CapReading.Read.class, read(file, certificates)).seal();
  }

  @Test
  void whatTheSourceSigned() throws Exception {
    String signed = source.signed(Flood.FILE);
    assertEquals(Seal.GOOD, seal(signed, source.certificate()));
    assertEquals(Seal.GOOD, seal(source.signed(Flood.prefixed()), source.certificate()));
    assertEquals(Seal.GOOD, seal(source.signed(Flood.earlier()), source.certificate()));
    assertEquals(
        Seal.GOOD, seal(signed, stranger.certificate(), source.certificate()), "its next one");
    assertEquals(Seal.NONE, seal(Flood.FILE, source.certificate()));
  }

  @Test
  void whatSomebodyElseSigned() throws Exception {
    // It brings the stranger's key along, with which it is quite right.
    assertEquals(Seal.BAD, seal(stranger.signed(Flood.FILE), source.certificate()));
    assertEquals(Seal.BAD, seal(source.signed(Flood.FILE)), "the source has no certificate");
    String other = source.signed(Flood.with("alerte@eau.example", "other@eau.example"));
    assertEquals(Seal.BAD, seal(other, source.certificate()), "it is another's sender");
  }

  @Test
  void whatWasChangedAfterwards() throws Exception {
    String signed = source.signed(Flood.FILE);
    assertEquals(Seal.BAD, seal(signed.replace("Quittez", "Restez sur"), source.certificate()));
    assertEquals(Seal.BAD, seal(signed.replace("31.3,", "32.3,"), source.certificate()));
    assertEquals(
        Seal.GOOD, seal(signed.replace("<info>", "<info><!-- no -->"), source.certificate()));
  }

  @Test
  void aCertificateHasItsTime() throws Exception {
    String signed = source.signed(Flood.FILE);
    X509Certificate certificate = source.certificate();
    now = certificate.getNotAfter().toInstant().plus(Duration.ofSeconds(1));
    assertEquals(Seal.BAD, seal(signed, certificate));
    now = certificate.getNotBefore().toInstant().minusSeconds(1);
    assertEquals(Seal.BAD, seal(signed, certificate));
    now = certificate.getNotBefore().toInstant().plusSeconds(60);
    assertEquals(Seal.GOOD, seal(signed, certificate));
  }

  /** The signed alert is carried inside the signature of another one, which says something else. */
  @Test
  void wrappedInItsSignature() throws Exception {
    Document good = SafeXml.document(source.signed(Flood.FILE).getBytes(UTF_8));
    String evil = Flood.with("Quittez les berges", "Restez chez vous");
    Document wrapping = SafeXml.document(evil.getBytes(UTF_8));
    Element root = wrapping.getDocumentElement();
    Element signature =
        (Element) wrapping.importNode(good.getDocumentElement().getLastChild(), true);
    Element object =
        wrapping.createElementNS(
            signature.getNamespaceURI(),
            signature.getPrefix() == null ? "Object" : signature.getPrefix() + ":Object");
    object.appendChild(wrapping.importNode(good.getDocumentElement(), true));
    signature.appendChild(object);
    root.appendChild(signature);
    assertEquals(Seal.BAD, seal(Signer.written(wrapping), source.certificate()));
  }

  /** Part of the alert is signed, and named by an id, as other documents do. */
  @Test
  void aPartIsNotTheWhole() throws Exception {
    Document tree = SafeXml.document(Flood.FILE.getBytes(UTF_8));
    Element root = tree.getDocumentElement();
    Element part = (Element) root.getElementsByTagName("info").item(0);
    part.setAttribute("Id", "part");
    part.setIdAttribute("Id", true);
    source.sign(tree, root, "#part", Transform.ENVELOPED);
    part.removeAttribute("Id");
    assertEquals(Seal.BAD, seal(Signer.written(tree), source.certificate()));
  }

  @Test
  void signedTwiceIsNotSigned() throws Exception {
    Document tree = SafeXml.document(source.signed(Flood.FILE).getBytes(UTF_8));
    stranger.sign(tree, tree.getDocumentElement(), "", Transform.ENVELOPED);
    assertEquals(Seal.BAD, seal(Signer.written(tree), source.certificate()));
  }

  @Test
  void aSignatureElsewhereIsNoAlert() throws Exception {
    Document tree = SafeXml.document(Flood.FILE.getBytes(UTF_8));
    Element info = (Element) tree.getElementsByTagName("info").item(0);
    source.sign(tree, info, "", Transform.ENVELOPED);
    assertInstanceOf(CapReading.Refused.class, read(Signer.written(tree), source.certificate()));
  }

  @Test
  void otherMethodsAreNotTaken() throws Exception {
    String signed = source.signed(Flood.FILE);
    String ecdsa = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    for (String method :
        List.of(
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
            "urn:none")) {
      String other = signed.replace(ecdsa, method);
      assertNotEquals(signed, other);
      assertEquals(Seal.BAD, seal(other, source.certificate()), method);
    }
    String stylesheet =
        signed.replace(
            "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            "http://www.w3.org/TR/1999/REC-xslt-19991116");
    assertEquals(Seal.BAD, seal(stylesheet, source.certificate()));
    String fetched = signed.replace("URI=\"\"", "URI=\"http://127.0.0.1:9/x\"");
    assertEquals(Seal.BAD, seal(fetched, source.certificate()));
    String brokenOff = signed.replaceAll("<SignatureValue>[^<]{20}", "<SignatureValue>");
    assertEquals(Seal.BAD, seal(brokenOff, source.certificate()));
  }
}
