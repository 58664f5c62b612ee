package ma.jisr.gateway.account;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import ma.jisr.base.Ulid;

/**
 * A token as its bearer has it: {@code jisr_}, the account's id, {@code _} and 256 random bits. The
 * beginning lets those who search files for lost secrets find it; the id finds the document that
 * can tell whether it is good.
 *
 * @param account the id of the account that it may be of
 * @param whole all of it
 */
record TokenText(String account, String whole) {
  /** Bytes of randomness. */
  static final int SECRET_BYTES = 32;

  private static final String BEGINNING = "jisr_";

  /** Base 64 without padding. */
  private static final int SECRET_LETTERS = (SECRET_BYTES * 8 + 5) / 6;

  private static final int SECRET_AT = BEGINNING.length() + Ulid.LENGTH + 1;

  /** Characters in all. */
  static final int LENGTH = SECRET_AT + SECRET_LETTERS;

  static TokenText mint(String account, RandomGenerator random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new TokenText(
        account,
        BEGINNING + account + '_' + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Empty for a text that cannot be a token. */
  static Optional<TokenText> read(String text) {
    if (text.length() != LENGTH || !text.startsWith(BEGINNING)) return Optional.empty();
    String account = text.substring(BEGINNING.length(), SECRET_AT - 1);
    if (!Ulid.isValid(account) || text.charAt(SECRET_AT - 1) != '_') return Optional.empty();
    return Optional.of(new TokenText(account, text));
  }

  @Override
  public String toString() {
    return "TokenText[hidden]";
  }
}
