package ma.jisr.gateway.session;

import java.io.Serial;

/** A stored document that this release cannot read: written by a newer one, or damaged. */
public final class SchemaException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public SchemaException(String message) {
    super(message);
  }

  public SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
