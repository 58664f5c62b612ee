package ma.jisr.app.watch;

import java.io.PrintWriter;

/** A line whenever something has changed: for files, pipes and screen readers. */
public final class LineGauge implements Gauge {
  private final PrintWriter out;
  private String last = "";

  public LineGauge(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(Look look) {
    String line = look.line();
    if (line.equals(last)) return;
    last = line;
    out.println(line);
  }

  @Override
  public void close() {
    out.flush();
  }
}
