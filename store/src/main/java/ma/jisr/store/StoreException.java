package ma.jisr.store;

import java.io.Serial;

/** The store could not do or answer something. Says whether trying again may help. */
public final class StoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Kind kind;

  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the same call may succeed later. */
  public boolean retryable() {
    return kind == Kind.BUSY || kind == Kind.UNREACHABLE || kind == Kind.FULL;
  }

  /** Why. */
  public enum Kind {
    /** Its queue is full: nothing was written. */
    BUSY,
    /** The server does not answer. */
    UNREACHABLE,
    /** The disk is full: nothing was written. */
    FULL,
    /** The files are damaged, or of a newer release. */
    DAMAGED,
    /** Another process has the files. */
    LOCKED,
    /** The call itself is wrong: an undeclared index, a document too large. */
    INVALID,
    /** The store has been closed. */
    CLOSED
  }
}
