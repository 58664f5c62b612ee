package ma.jisr.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption of stored fields: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, under a
 * key of the person's own, which is itself kept wrapped under K2. Forgetting that wrapped key makes
 * every copy of the person's fields unreadable. Each field is bound to the person's id: one
 * person's field in another's document does not open. Confined to one loop.
 */
public final class Sealer {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey wrap;
  private final SecureRandom random = new SecureRandom();
  private final Cipher cipher;

  Sealer(SecretKey wrap) {
    this.wrap = wrap;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new KeyException("this Java has no AES-GCM", e);
    }
  }

  /** A new key for a person, wrapped. */
  public String newKey(String person) {
    byte[] key = new byte[Keys.BYTES];
    random.nextBytes(key);
    return encode(crypt(Cipher.ENCRYPT_MODE, wrap, nonce(), 0, key, key.length, "key|" + person));
  }

  /**
   * The person's key.
   *
   * @throws KeyException when it was wrapped under another K2, or for another person
   */
  public SecretKey unwrap(String person, String wrapped) {
    return new SecretKeySpec(opened(wrap, wrapped, "key|" + person), "AES");
  }

  /** Seals bytes into text for a JSON field. */
  public String seal(SecretKey key, String person, byte[] plain) {
    return encode(crypt(Cipher.ENCRYPT_MODE, key, nonce(), 0, plain, plain.length, person));
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws KeyException when it was changed, or sealed under another key or for another person
   */
  public byte[] open(SecretKey key, String person, String sealed) {
    return opened(key, sealed, person);
  }

  private byte[] opened(SecretKey key, String sealed, String bound) {
    byte[] all;
    try {
      all = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      throw new KeyException("a sealed field is not base64", e);
    }
    if (all.length < NONCE_BYTES) throw new KeyException("a sealed field is cut short");
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    return crypt(
        Cipher.DECRYPT_MODE, key, nonce, NONCE_BYTES, all, all.length - NONCE_BYTES, bound);
  }

  private byte[] nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return nonce;
  }

  /** Encrypting gives nonce and cipher text in one; decrypting the plain bytes. */
  private byte[] crypt(
      int mode, SecretKey key, byte[] nonce, int from, byte[] bytes, int length, String bound) {
    try {
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
      if (mode == Cipher.DECRYPT_MODE) return cipher.doFinal(bytes, from, length);
      byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(length));
      cipher.doFinal(bytes, from, length, out, NONCE_BYTES);
      return out;
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          "a sealed field does not open: the key file is not the one of this data", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
