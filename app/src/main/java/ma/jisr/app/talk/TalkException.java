package ma.jisr.app.talk;

import java.io.Serial;

/**
 * A transcript that cannot be read, or that does not hold; the message begins with file and line.
 */
public final class TalkException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public TalkException(String file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
