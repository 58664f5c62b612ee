package ma.jisr.gateway.account;

import java.io.Serial;

/** Something that cannot be done with an account; says why to whoever asked. */
public final class AccountException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public AccountException(String message) {
    super(message);
  }
}
