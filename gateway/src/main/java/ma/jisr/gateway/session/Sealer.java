package ma.jisr.gateway.session;

import java.nio.ByteBuffer;
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
    return encode(sealed(wrap, "key|" + person, ByteBuffer.wrap(key)));
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
    return seal(key, person, ByteBuffer.wrap(plain));
  }

  /** The same of what is left in a buffer. */
  String seal(SecretKey key, String person, ByteBuffer plain) {
    return encode(sealed(key, person, plain));
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
    try {
      begin(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), bound);
      return cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          "a sealed field does not open: the key file is not the one of this data", e);
    }
  }

  /** The nonce and the cipher text. */
  private byte[] sealed(SecretKey key, String bound, ByteBuffer plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      begin(Cipher.ENCRYPT_MODE, key, nonce, bound);
      byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.remaining()));
      int from = plain.arrayOffset() + plain.position();
      cipher.doFinal(plain.array(), from, plain.remaining(), out, NONCE_BYTES);
      return out;
    } catch (GeneralSecurityException e) {
      throw new KeyException("a field cannot be sealed", e);
    }
  }

  private void begin(int mode, SecretKey key, byte[] nonce, String bound)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
