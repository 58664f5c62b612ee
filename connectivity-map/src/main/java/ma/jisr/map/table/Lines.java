package ma.jisr.map.table;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, each kept only up to a bound: a line without an end must not fill memory.
 * Not safe for use by several threads.
 */
public final class Lines {
  private final Reader in;
  private final int most;

  /**
   * The lines of a stream.
   *
   * @param most chars kept of a line; of a longer one, one more is kept, by which it is told
   */
  public Lines(Reader in, int most) {
    this.in = in;
    this.most = most;
  }

  /** The next line without its end; null behind the last. */
  public @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) return null;
    for (; c >= 0 && c != '\n'; c = in.read()) if (line.length() <= most) line.append((char) c);
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\r') line.setLength(end);
    return line.toString();
  }
}
