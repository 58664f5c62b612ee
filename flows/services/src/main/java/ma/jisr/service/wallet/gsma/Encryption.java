package ma.jisr.service.wallet.gsma;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a connection to a provider is encrypted with, beside what every machine trusts: PEM files.
 *
 * @param authorities whose certificates are trusted instead of the machine's; null for the
 *     machine's
 * @param certificate that Jisr shows (mutual TLS); null for none
 * @param key of that certificate
 */
public record Encryption(
    @Nullable Path authorities, @Nullable Path certificate, @Nullable Path key) {
  /** As every machine does it. */
  public static final Encryption USUAL = new Encryption(null, null, null);

  public Encryption {
    if ((certificate == null) != (key == null))
      throw new IllegalArgumentException("a certificate and its key go together");
  }
}
