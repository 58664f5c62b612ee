package ma.jisr.gateway.channel.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Those whose word is taken on whose a certificate is. Looks at dates and at what a certificate may
 * be used for, too; lists of revoked ones are not asked for: who is to be let in no more gets
 * another subject, or another authority is named. Safe on any thread.
 */
public final class Authorities {
  /** Characters of a certificate in a header; those of 4,096 bits have 2,500. */
  private static final int MOST_HEADER = 12_000;

  /** A name in a certificate of the kind "dNSName" (RFC 5280, 4.2.1.6). */
  private static final int DNS_NAME = 2;

  private static final Pattern FRAME = Pattern.compile("-----[A-Z ]+-----|\\s|^:|:$");

  private final List<X509Certificate> certificates;
  private final X509TrustManager manager;

  /** The last one that was found to be good: most requests come with the same. */
  private volatile @Nullable X509Certificate known;

  /**
   * @throws IllegalArgumentException when there are none
   */
  public Authorities(List<X509Certificate> certificates) {
    if (certificates.isEmpty()) throw new IllegalArgumentException("no certificate");
    this.certificates = List.copyOf(certificates);
    this.manager = manager(certificates);
  }

  private static X509TrustManager manager(List<X509Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < certificates.size(); i++)
        store.setCertificateEntry("a" + i, certificates.get(i));
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      for (TrustManager one : factory.getTrustManagers())
        if (one instanceof X509TrustManager found) return found;
      throw new IllegalStateException("this Java trusts nobody");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot keep certificates", e);
    }
  }

  /** As PEM, for a listener that asks callers for theirs. */
  List<Buffer> pem() {
    return certificates.stream().map(Authorities::pem).toList();
  }

  private static Buffer pem(X509Certificate certificate) {
    try {
      String body = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
      return Buffer.buffer(
          "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    } catch (CertificateException e) {
      throw new IllegalArgumentException("a certificate that cannot be written", e);
    }
  }

  /**
   * Whether a chain, its owner's certificate first, is of the subject.
   *
   * @param subject the common name, or a name of the kind DNS
   */
  boolean vouch(List<X509Certificate> chain, String subject) {
    return !chain.isEmpty() && isNamed(chain.getFirst(), subject) && isGood(chain);
  }

  private boolean isGood(List<X509Certificate> chain) {
    X509Certificate own = chain.getFirst();
    try {
      if (own.equals(known)) {
        own.checkValidity();
      } else {
        manager.checkClientTrusted(
            chain.toArray(X509Certificate[]::new), own.getPublicKey().getAlgorithm());
        known = own;
      }
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static boolean isNamed(X509Certificate certificate, String subject) {
    try {
      for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns())
        if (part.getType().equalsIgnoreCase("CN") && subject.equals(part.getValue())) return true;
      var others = certificate.getSubjectAlternativeNames();
      if (others == null) return false;
      for (List<?> other : others)
        if (other.get(0).equals(DNS_NAME) && subject.equals(other.get(1))) return true;
      return false;
    } catch (InvalidNameException | CertificateException e) {
      return false;
    }
  }

  /** A certificate as proxies write it: RFC 9440, or PEM with signs escaped. */
  static Optional<X509Certificate> read(String header) {
    if (header.length() > MOST_HEADER) return Optional.empty();
    try {
      String text =
          header.contains("%") ? URLDecoder.decode(header, StandardCharsets.US_ASCII) : header;
      byte[] der = Base64.getDecoder().decode(FRAME.matcher(text).replaceAll(""));
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
      return read instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (IllegalArgumentException | CertificateException e) {
      return Optional.empty();
    }
  }
}
