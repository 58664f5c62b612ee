package ma.jisr.map.exchange;

import java.io.Serial;

/** Why a row is refused. */
public final class RefusalException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Note note;

  public RefusalException(Note note) {
    super(note.remark().name(), null, false, false);
    this.note = note;
  }

  public RefusalException(Remark remark, String column, String value) {
    this(new Note(remark, column, value));
  }

  public Note note() {
    return note;
  }
}
