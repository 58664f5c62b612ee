package ma.jisr.service.wallet.gsma;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/**
 * How what is sent to a provider is signed: a JWS of ES256 whose payload is the body itself (RFC
 * 7515, appendix F, "detached content"), in a header that the provider names, since the API names
 * none. The GSMA's security guidelines (1.8, 5.2) take ES and PS and ban RS.
 */
public final class Signing {
  private final String header;
  private final ECKey key;
  private final ECDSASigner signer;

  private Signing(String header, ECKey key, ECDSASigner signer) {
    this.header = header;
    this.key = key;
    this.signer = signer;
  }

  /**
   * @param header the HTTP header agreed with the provider
   * @param jwk the private key, an EC key of P-256 with its "kid" (RFC 7517)
   * @throws IllegalArgumentException for another key
   */
  public static Signing of(String header, String jwk) {
    if (!header.matches("[A-Za-z0-9-]{1,64}"))
      throw new IllegalArgumentException("a header's name is of letters, digits and hyphens");
    try {
      ECKey key = ECKey.parse(jwk);
      if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null)
        throw new IllegalArgumentException("not a private key of P-256 with a kid");
      return new Signing(header, key, new ECDSASigner(key));
    } catch (ParseException | JOSEException e) {
      // Without its cause: a parser quotes what it could not read.
      throw new IllegalArgumentException("not a private key of P-256 with a kid");
    }
  }

  String header() {
    return header;
  }

  /** The signature of a body, its middle part left out. */
  String sign(byte[] body) {
    JWSHeader head = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    JWSObject signed = new JWSObject(head, new Payload(body));
    try {
      signed.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform signs with ES256", e);
    }
    return signed.serialize(true);
  }

  @Override
  public String toString() {
    return "Signing[hidden]";
  }
}
