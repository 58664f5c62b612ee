package ma.jisr.service.notices.cap;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
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
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Signatures of alerts (XML Signature 1.1, enveloped: CAP 1.2, 3.3.4.1). One form only is taken:
 * one signature right below the alert, over the whole document but itself, so that what is signed
 * is what is read, wherever else a wrapped copy may lie. The key is that of the certificate in the
 * settings; what the file says about keys is never looked at.
 */
final class Signatures {
  private static final Set<String> METHODS =
      Set.of(
          SignatureMethod.RSA_SHA256,
          SignatureMethod.RSA_SHA384,
          SignatureMethod.RSA_SHA512,
          SignatureMethod.SHA256_RSA_MGF1,
          SignatureMethod.SHA384_RSA_MGF1,
          SignatureMethod.SHA512_RSA_MGF1,
          SignatureMethod.ECDSA_SHA256,
          SignatureMethod.ECDSA_SHA384,
          SignatureMethod.ECDSA_SHA512);

  private static final Set<String> DIGESTS =
      Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);

  private static final Set<String> FORMS =
      Set.of(
          CanonicalizationMethod.INCLUSIVE,
          CanonicalizationMethod.INCLUSIVE_11,
          CanonicalizationMethod.EXCLUSIVE);

  private Signatures() {}

  /**
   * Whether an alert is signed by one of the certificates that are valid now.
   *
   * @param alert as it was read, before anything of it was changed
   */
  static Seal check(Document alert, Collection<X509Certificate> certificates, Instant now) {
    List<Element> signatures =
        Tree.children(alert.getDocumentElement()).stream()
            .filter(child -> XMLSignature.XMLNS.equals(child.getNamespaceURI()))
            .toList();
    if (signatures.isEmpty()) return Seal.NONE;
    if (signatures.size() > 1) return Seal.BAD;
    for (X509Certificate certificate : certificates)
      if (isValid(certificate, now) && isSigned(signatures.getFirst(), certificate))
        return Seal.GOOD;
    return Seal.BAD;
  }

  static boolean isValid(X509Certificate certificate, Instant now) {
    try {
      certificate.checkValidity(Date.from(now));
      return true;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return false;
    }
  }

  private static boolean isSigned(Element element, X509Certificate certificate) {
    DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), element);
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    try {
      XMLSignature signature =
          XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      return isOfTheWhole(signature) && signature.validate(context);
    } catch (MarshalException | XMLSignatureException e) {
      return false;
    } catch (RuntimeException e) {
      // The library throws those too when a file is made up to confuse it (CWE-248).
      return false;
    }
  }

  private static boolean isOfTheWhole(XMLSignature signature) {
    SignedInfo signed = signature.getSignedInfo();
    if (!METHODS.contains(signed.getSignatureMethod().getAlgorithm())) return false;
    if (!FORMS.contains(signed.getCanonicalizationMethod().getAlgorithm())) return false;
    List<?> references = signed.getReferences();
    if (references.size() != 1 || !(references.getFirst() instanceof Reference only)) return false;
    if (!"".equals(only.getURI())) return false;
    if (!DIGESTS.contains(only.getDigestMethod().getAlgorithm())) return false;
    List<String> transforms = only.getTransforms().stream().map(Transform::getAlgorithm).toList();
    return !transforms.isEmpty()
        && transforms.size() <= 2
        && transforms.getFirst().equals(Transform.ENVELOPED)
        && FORMS.containsAll(transforms.subList(1, transforms.size()));
  }
}
