package ma.jisr.map.exchange;

import java.io.Serial;

/** Why a row is refused. */
final class RefusalException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Note note;

  RefusalException(Note note) {
    super(note.remark().name(), null, false, false);
    this.note = note;
  }

  RefusalException(Remark remark, String column, String value) {
    this(new Note(remark, column, value));
  }

  Note note() {
    return note;
  }
}
