package ma.jisr.gateway.session;

import java.io.Serial;

/** The key file cannot be used. The message says which file and what to do, never a key. */
public final class KeyException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public KeyException(String message) {
    super(message);
  }

  public KeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
