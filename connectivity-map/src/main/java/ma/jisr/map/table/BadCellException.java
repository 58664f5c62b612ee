package ma.jisr.map.table;

import java.io.Serial;

/** A cell, or a row as a whole, that does not say what its column needs. */
public final class BadCellException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public BadCellException(String message) {
    super(message);
  }
}
