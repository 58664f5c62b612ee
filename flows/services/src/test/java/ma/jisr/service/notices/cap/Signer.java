package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import ma.jisr.base.xml.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Somebody who signs alerts, with a certificate made by the platform's keytool for the tests. */
final class Signer {
  private static final char[] PASSWORD = "of-a-test".toCharArray();
  private static final int PATIENCE_SECONDS = 60;

  private final KeyStore store;

  private Signer(KeyStore store) {
    this.store = store;
  }

  static Signer made(Path folder, String name) throws Exception {
    return made(folder, name, "EC -groupname secp256r1", "2026/11/01");
  }

  /** With a key of a kind, as keytool names it, valid for sixty days from a day on. */
  static Signer made(Path folder, String name, String key, String from) throws Exception {
    Path file = folder.resolve(name + ".p12");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    String options = "-genkeypair -alias test -validity 60 -keyalg " + key + " -startdate " + from;
    command.addAll(List.of((options + " -storetype PKCS12 -dname CN=" + name).split(" ", -1)));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0)
      throw new IllegalStateException(said);
    return new Signer(KeyStore.getInstance(file.toFile(), PASSWORD));
  }

  X509Certificate certificate() throws GeneralSecurityException {
    return (X509Certificate) store.getCertificate("test");
  }

  /** Who signs in earnest with the same. */
  Signatory signatory() throws GeneralSecurityException {
    return new Signatory(certificate(), key());
  }

  PrivateKey key() throws GeneralSecurityException {
    return (PrivateKey) store.getKey("test", PASSWORD);
  }

  /** The file with a signature over all of it. */
  String signed(String file) throws Exception {
    Document tree = SafeXml.document(file.getBytes(UTF_8));
    sign(tree, tree.getDocumentElement(), "", Transform.ENVELOPED);
    return written(tree);
  }

  /** Signs a tree, or the element of it that an address names, at the end of an element. */
  void sign(Document tree, Element where, String uri, String transform) throws Exception {
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    Reference reference =
        factory.newReference(
            uri,
            factory.newDigestMethod(DigestMethod.SHA256, null),
            List.of(factory.newTransform(transform, (TransformParameterSpec) null)),
            null,
            null);
    var signed =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod(SignatureMethod.ECDSA_SHA256, null),
            List.of(reference));
    var infos = factory.getKeyInfoFactory();
    KeyInfo info = infos.newKeyInfo(List.of(infos.newKeyValue(certificate().getPublicKey())));
    DOMSignContext context = new DOMSignContext(key(), where);
    factory.newXMLSignature(signed, info).sign(context);
  }

  static String written(Document tree) throws Exception {
    StringWriter out = new StringWriter();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(tree), new StreamResult(out));
    return out.toString();
  }
}
