package ma.jisr.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one part of Jisr keeps secret under a key of its own: names that stand for people and cannot
 * be turned back, and short texts that can, by whoever has the key. Safe for use by several
 * threads, as its randomness is.
 */
public final class Vault {
  /** Octets of a pseudonym: two of a million people share one by less than one chance in 10^16. */
  private static final int NAME = 12;

  /** NIST SP 800-38D, 8.2.2: a random IV, and so fewer than 2^32 texts under one key. */
  private static final int IV = 12;

  private static final int TAG_BITS = 128;

  private final KeyedHash names;
  private final SecretKeySpec key;
  private final RandomGenerator random;

  /**
   * @param secret at least {@link KeyedHash#MIN_KEY_LENGTH} octets of randomness
   * @param random unpredictable, in production
   */
  public Vault(byte[] secret, RandomGenerator random) {
    this.names = new KeyedHash(secret);
    this.key = new SecretKeySpec(names.hash("seal", ""), "AES");
    this.random = random;
  }

  /** One for a world that ends with the process. */
  public static Vault passing(RandomGenerator random) {
    byte[] secret = new byte[KeyedHash.MIN_KEY_LENGTH];
    random.nextBytes(secret);
    return new Vault(secret, random);
  }

  /**
   * A name of 16 characters, the same for the same purpose and value, that cannot be turned back.
   */
  public String pseudonym(String purpose, String value) {
    byte[] hash = Arrays.copyOf(names.hash(purpose, value), NAME);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** The hash itself, 32 octets: for codes and keys made of it. */
  public byte[] hash(String purpose, String value) {
    return names.hash(purpose, value);
  }

  /** A text as only the key's bearer reads it (AES-256-GCM), in Base64. */
  public String seal(String text) {
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, text.getBytes(StandardCharsets.UTF_8), 0);
    byte[] all = Arrays.copyOf(iv, IV + sealed.length);
    System.arraycopy(sealed, 0, all, IV, sealed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  /** What was sealed; empty when it is not this key's, or has been changed. */
  public Optional<String> open(String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      if (all.length < IV) return Optional.empty();
      byte[] text = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV), all, IV);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] cipher(int mode, byte[] iv, byte[] text, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not sealed by this key", e);
    }
  }

  @Override
  public String toString() {
    return "Vault[hidden]";
  }
}
