package ma.jisr.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import ma.jisr.service.notices.cap.Signatory;

/** Reads who signs: PEM files of X.509 certificates, and of a private key in PKCS #8. */
final class SigningReader {
  /** Bytes of a file of certificates, or of a key. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  SigningReader(Path folder) {
    this.folder = folder;
  }

  /** Empty when nobody signs, or the files cannot be used; then the problems have been told. */
  Optional<Signatory> read(Section section) {
    String chain = section.required("certificate", "Name the PEM file of the certificate");
    String secret = section.required("key", "Name the PEM file of its private key");
    section.finish();
    if (chain.isEmpty() || secret.isEmpty()) return Optional.empty();
    List<X509Certificate> certificates = certificates(chain);
    if (certificates.isEmpty()) {
      section.problem(
          "certificate",
          "names a file without a certificate: " + chain,
          "Give a PEM file of an X.509 certificate");
      return Optional.empty();
    }
    X509Certificate first = certificates.getFirst();
    try {
      return Optional.of(new Signatory(first, key(secret, first.getPublicKey().getAlgorithm())));
    } catch (IOException | GeneralSecurityException e) {
      // What the library says of a key may quote it.
      section.problem(
          "key",
          "names a file that cannot be used: " + secret,
          "Give a PEM file of a private key in PKCS #8, without a password, that others cannot"
              + " read: openssl pkcs8 -topk8 -nodes");
    } catch (IllegalArgumentException e) {
      section.problem(
          "key",
          "cannot sign: it " + e.getMessage(),
          "Give the key that belongs to the certificate, RSA of 2048 bits or more, or EC");
    }
    return Optional.empty();
  }

  /** The certificates of a file, in its order; none when it cannot be read. */
  List<X509Certificate> certificates(String name) {
    return certificates(folder.resolve(name));
  }

  /** The same, of a file wherever it is. */
  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream in = Files.newInputStream(small(file))) {
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in))
        if (one instanceof X509Certificate certificate) found.add(certificate);
    } catch (IOException | GeneralSecurityException e) {
      found.clear();
    }
    return found;
  }

  private PrivateKey key(String name, String algorithm)
      throws IOException, GeneralSecurityException {
    Path file = small(folder.resolve(name));
    if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ))
      throw new IOException("others can read it");
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) throw new IOException("no PKCS #8");
    try {
      byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IllegalArgumentException e) {
      throw new IOException("no Base64", e);
    }
  }

  private static Path small(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) throw new IOException("too large");
    return file;
  }
}
