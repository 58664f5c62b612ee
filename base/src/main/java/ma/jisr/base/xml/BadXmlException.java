package ma.jisr.base.xml;

import java.io.Serial;

/** XML that is not read. Its message quotes nothing of it: that may be somebody's words. */
public final class BadXmlException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int line;

  BadXmlException(int line, Throwable cause) {
    super("not XML, or more than is taken (a document type, too deep)", cause);
    this.line = line;
  }

  /** Where it could be read no further, from 1; 0 when nobody knows. */
  public int line() {
    return line;
  }
}
