package ma.jisr.app.exchange;

import java.io.Serial;

/** A file that cannot be read at all; its message says why to whoever sent it. */
public final class BadFileException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String report;

  /**
   * @param report the same as CSV; "" when there is none
   */
  public BadFileException(String message, String report, Throwable cause) {
    super(message, cause);
    this.report = report;
  }

  /** What went wrong as CSV, in people's languages; "" when the message says all. */
  public String report() {
    return report;
  }
}
