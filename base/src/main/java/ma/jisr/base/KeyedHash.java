package ma.jisr.base;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under one secret key (RFC 2104): a name for a phone number or chat account that
 * nobody without the key can turn back or guess. Safe for use by several threads.
 */
public final class KeyedHash {
  /** RFC 2104, 3: a key shorter than the hash weakens it. */
  public static final int MIN_KEY_LENGTH = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** One for each thread, keyed once: finding and keying one costs as much as a short hash. */
  private final ThreadLocal<Mac> macs;

  /**
   * @param key at least {@link #MIN_KEY_LENGTH} octets of randomness; copied
   * @throws IllegalArgumentException for a shorter one
   */
  public KeyedHash(byte[] key) {
    if (key.length < MIN_KEY_LENGTH)
      throw new IllegalArgumentException("a key of " + key.length + " octets, at least 32");
    SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
    this.macs = ThreadLocal.withInitial(() -> keyed(secret));
  }

  /**
   * The hash of a value, 32 octets.
   *
   * @param purpose keeps the hashes of one key apart ("alias", "log"); without U+0000
   */
  public byte[] hash(String purpose, String value) {
    if (purpose.indexOf('\0') >= 0) throw new IllegalArgumentException("U+0000 in the purpose");
    return macs.get().doFinal((purpose + '\0' + value).getBytes(StandardCharsets.UTF_8));
  }

  private static Mac keyed(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The hash as 64 hexadecimal digits, lower case. */
  public String hex(String purpose, String value) {
    return HexFormat.of().formatHex(hash(purpose, value));
  }

  /** The hash as 52 letters of Crockford's base 32, lower case: for document ids. */
  public String base32(String purpose, String value) {
    return Base32.encode(hash(purpose, value)).toLowerCase(Locale.ROOT);
  }

  /** The id of an address's alias document; "tel" and a chat's user ids never meet. */
  public String alias(Address address) {
    return base32("alias", address.scheme() + ":" + address.value());
  }

  @Override
  public String toString() {
    return "KeyedHash[hidden]";
  }
}
