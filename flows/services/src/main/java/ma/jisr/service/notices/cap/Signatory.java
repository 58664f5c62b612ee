package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import ma.jisr.base.xml.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * By whom our alerts are signed: a certificate and its key. The signature is enveloped and over the
 * whole alert (CAP 1.2, 3.3.4.1; XML Signature 1.1), RSA or ECDSA with SHA-256, with the
 * certificate beside it so that followers see which of ours it is. From any thread; one takes some
 * milliseconds.
 */
public final class Signatory {
  /** Shortest RSA key, bits: what the platform's own verifiers still take. */
  public static final int LEAST_RSA = 2048;

  private final X509Certificate certificate;
  private final PrivateKey key;
  private final String method;

  /**
   * @throws IllegalArgumentException when the key is not that of the certificate, or cannot sign
   */
  public Signatory(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
    String plain;
    switch (certificate.getPublicKey()) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() >= LEAST_RSA -> {
        plain = "SHA256withRSA";
        method = SignatureMethod.RSA_SHA256;
      }
      case ECPublicKey _ -> {
        plain = "SHA256withECDSA";
        method = SignatureMethod.ECDSA_SHA256;
      }
      default -> throw new IllegalArgumentException("is neither RSA of 2048 bits or more, nor EC");
    }
    if (!belongs(plain)) throw new IllegalArgumentException("is not the key of the certificate");
  }

  private boolean belongs(String algorithm) {
    byte[] probe = "ours".getBytes(UTF_8);
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(probe);
      Signature checking = Signature.getInstance(algorithm);
      checking.initVerify(certificate.getPublicKey());
      checking.update(probe);
      return checking.verify(signing.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /**
   * Whether the certificate has begun and not ended: what is signed otherwise is held for false.
   */
  public boolean isValid(Instant now) {
    return Signatures.isValid(certificate, now);
  }

  /** An alert of ours with its signature as the last of its elements. */
  public String sign(String alert) {
    Document tree = SafeXml.document(alert.getBytes(UTF_8));
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      DOMSignContext context = new DOMSignContext(key, tree.getDocumentElement());
      context.setDefaultNamespacePrefix("ds");
      factory.newXMLSignature(whole(factory), info(factory)).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("an alert cannot be signed", e);
    }
    Tree.children(tree.getDocumentElement()).forEach(Signatory::unwrap);
    return SafeXml.text(tree);
  }

  private SignedInfo whole(XMLSignatureFactory factory) throws GeneralSecurityException {
    Reference reference =
        factory.newReference(
            "",
            factory.newDigestMethod(DigestMethod.SHA256, null),
            List.of(
                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                factory.newTransform(
                    CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
            null,
            null);
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(method, null),
        List.of(reference));
  }

  private KeyInfo info(XMLSignatureFactory factory) {
    KeyInfoFactory infos = factory.getKeyInfoFactory();
    return infos.newKeyInfo(List.of(infos.newX509Data(List.of(certificate))));
  }

  /**
   * The library breaks lines of Base64 by CR and LF, which XML writes as an entity. None of what it
   * breaks is signed itself.
   */
  private static void unwrap(Element element) {
    if (!XMLSignature.XMLNS.equals(element.getNamespaceURI())) return;
    List<Element> inner = Tree.children(element);
    inner.forEach(Signatory::unwrap);
    String name = String.valueOf(element.getLocalName());
    if (name.equals("SignatureValue") || name.equals("X509Certificate"))
      element.setTextContent(element.getTextContent().replaceAll("\\s", ""));
  }
}
