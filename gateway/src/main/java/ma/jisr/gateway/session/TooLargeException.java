package ma.jisr.gateway.session;

import java.io.Serial;

/** A person's document does not fit its limit, whatever is left out of it. */
final class TooLargeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  TooLargeException(String message) {
    super(message);
  }
}
