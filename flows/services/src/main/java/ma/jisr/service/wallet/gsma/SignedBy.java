package ma.jisr.service.wallet.gsma;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** Whose signature stands under what a provider sends: as {@link Signing}, with its public key. */
public final class SignedBy {
  /** A header and a signature of ES256, with room. Characters. */
  private static final int MAX = 2_048;

  private final String header;
  private final ECDSAVerifier verifier;

  private SignedBy(String header, ECDSAVerifier verifier) {
    this.header = header;
    this.verifier = verifier;
  }

  /**
   * @param header the HTTP header agreed with the provider
   * @param jwk its public key, of P-256
   * @throws IllegalArgumentException for another key
   */
  public static SignedBy of(String header, String jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (!Curve.P_256.equals(key.getCurve()))
        throw new IllegalArgumentException("not a key of P-256");
      return new SignedBy(header, new ECDSAVerifier(key.toPublicJWK()));
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("not a key of P-256");
    }
  }

  String header() {
    return header;
  }

  /** Whether a value of the header signs a body. The algorithm is ours to say, not the caller's. */
  boolean signs(@Nullable String value, byte[] body) {
    if (value == null || value.length() > MAX) return false;
    try {
      JWSObject signed = JWSObject.parse(value, new Payload(body));
      return JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
          && signed.verify(verifier);
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }
}
