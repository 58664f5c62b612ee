package ma.jisr.gateway.channel.chat.mattermost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What shows that a button is one of ours and was made for who presses it: Mattermost signs nothing
 * that it calls. The seal stands in the button's context, which its server keeps to itself. Safe on
 * any thread.
 */
final class Seal {
  private static final String HASH = "HmacSHA256";

  /** Bytes of it: 128 bits. */
  private static final int KEPT = 16;

  private final SecretKeySpec key;

  /**
   * @param secret only the server's and ours
   */
  Seal(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), HASH);
  }

  /**
   * The seal of a button.
   *
   * @param user for whom it is
   * @param said what pressing it says
   * @param shown what stands above it
   */
  String of(String user, String said, String shown) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      for (String part : new String[] {user, said, shown}) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update(
            new byte[] {
              (byte) (bytes.length >> 16), (byte) (bytes.length >> 8), (byte) bytes.length
            });
        mac.update(bytes);
      }
      byte[] whole = mac.doFinal();
      byte[] kept = new byte[KEPT];
      System.arraycopy(whole, 0, kept, 0, KEPT);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HASH, e);
    }
  }

  /** Whether it is; compared in a time that does not tell how much of it was right. */
  boolean holds(String told, String user, String said, String shown) {
    return MessageDigest.isEqual(of(user, said, shown).getBytes(UTF_8), told.getBytes(UTF_8));
  }
}
