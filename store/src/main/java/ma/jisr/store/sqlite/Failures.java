package ma.jisr.store.sqlite;

import java.sql.SQLException;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.sqlite.SQLiteException;

/** What SQLite's result codes (rescode.html) mean to callers. Branches on codes, never on text. */
final class Failures {
  private static final int ERROR = 1;
  private static final int BUSY = 5;
  private static final int IOERR = 10;
  private static final int FULL = 13;
  private static final int TOOBIG = 18;
  private static final int CONSTRAINT = 19;

  /** The shared-memory file could not grow: in practice a full disk. */
  private static final int IOERR_SHMSIZE = 10 | 19 << 8;

  private Failures() {}

  /** Only this statement was wrong; the transaction goes on. */
  static boolean ofOneWrite(SQLException e) {
    int code = primary(e);
    return code == CONSTRAINT || code == ERROR || code == TOOBIG;
  }

  /** The file can no longer be trusted to say what is durable: stop writing to it. */
  static boolean fatal(SQLException e) {
    return of("", e).kind() == Kind.DAMAGED;
  }

  /** Whether a failed commit may yet turn out to be on disk. */
  static boolean unsure(SQLException e) {
    return primary(e) == IOERR && !shared(e);
  }

  /** The SQLite message is left out where it could quote a body. */
  static StoreException of(String file, SQLException e) {
    if (shared(e)) return full(file, e);
    return switch (primary(e)) {
      case FULL -> full(file, e);
      case BUSY -> new StoreException(Kind.BUSY, file + " is busy", e);
      case CONSTRAINT, TOOBIG, ERROR ->
          new StoreException(
              Kind.INVALID,
              "refused by "
                  + file
                  + ": the body is not a JSON object, or too large, or a field"
                  + " has another type");
      default ->
          new StoreException(
              Kind.DAMAGED,
              file
                  + " cannot be read or written (SQLite code "
                  + e.getErrorCode()
                  + "): stop, look at the disk, run the check command, restore a backup if needed",
              e);
    };
  }

  private static boolean shared(SQLException e) {
    return e instanceof SQLiteException known && known.getResultCode().code == IOERR_SHMSIZE;
  }

  private static StoreException full(String file, SQLException e) {
    return new StoreException(
        Kind.FULL, "the disk of " + file + " is full: nothing was written; free some space", e);
  }

  private static int primary(SQLException e) {
    return e.getErrorCode() & 0xff;
  }
}
