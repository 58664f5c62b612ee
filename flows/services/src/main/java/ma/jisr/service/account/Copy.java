package ma.jisr.service.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.service.Held;

/**
 * All that is kept of somebody, as they may read it.
 *
 * @param portrait the gateway's own document
 * @param parts what each room keeps
 * @param made when
 * @param reads how often the code has opened it, this time included; 0 where no code has
 */
public record Copy(Portrait portrait, List<Part> parts, Instant made, int reads) {
  public Copy {
    parts = List.copyOf(parts);
  }

  /** Most that one code may open it. */
  public static int mostReads() {
    return Passes.MOST_READS;
  }

  /**
   * What one room keeps.
   *
   * @param room its name
   * @param held in short
   * @param rows in full, as far as they can be told
   */
  public record Part(String room, List<Held> held, List<Map<String, String>> rows) {
    public Part {
      held = List.copyOf(held);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What opens it on the web.
   *
   * @param code to be typed there: "4F7K-9QXM-2TRB"
   * @param until when it holds
   * @param before how often the code before it had been used, which is closed by it
   */
  public record Pass(String code, Instant until, int before) {
    @Override
    public String toString() {
      return "Pass[hidden]";
    }
  }
}
