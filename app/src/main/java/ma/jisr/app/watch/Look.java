package ma.jisr.app.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How far the sending of a notice is, as the running process tells it.
 *
 * @param stage what is happening with it: waiting, sending, paused, done, cancelled, expired
 * @param waits why nothing goes at the moment, in words; "" when it goes
 * @param total who are to get it
 * @param counted whether they have all been counted; the total grows until then
 * @param remaining still to be sent
 * @param minutes left at the present rate; below 0 when it cannot be said
 */
public record Look(
    String stage,
    String waits,
    long total,
    boolean counted,
    long sent,
    long delivered,
    long failed,
    long unknown,
    long remaining,
    long minutes) {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Set<String> OVER = Set.of("done", "cancelled", "expired");

  /**
   * @param lines of {@code notices progress}
   * @throws IOException when they are of another release
   */
  static Look read(List<String> lines) throws IOException {
    JsonNode node = MAPPER.readTree(String.join("\n", lines));
    String stage = node.path("stage").asText("");
    if (stage.isEmpty() || !node.path("total").isIntegralNumber())
      throw new IOException("the running process is of another release");
    return new Look(
        stage,
        node.path("waits").asText("").replace('_', ' '),
        node.path("total").asLong(),
        node.path("counted").asBoolean(),
        node.path("sent").asLong(),
        node.path("delivered").asLong(),
        node.path("failed").asLong(),
        node.path("unknown").asLong(),
        node.path("remaining").asLong(),
        node.path("minutes").asLong(-1));
  }

  /** Whether nothing more of it is sent. */
  boolean over() {
    return OVER.contains(stage);
  }

  /** For how many it is settled: sent, or never to be. */
  long settled() {
    return Math.max(0, total - remaining);
  }

  /** What became of those that were sent, and how long it takes yet. */
  String details() {
    String counts =
        String.format(
            Locale.ROOT,
            "%d sent, %d delivered, %d failed, %d unknown",
            sent,
            delivered,
            failed,
            unknown);
    if (!waits.isEmpty() && !waits.equals(stage)) return counts + ", waits: " + waits;
    if (over() || minutes < 0) return counts;
    return counts + (minutes == 0 ? ", under a minute" : ", " + minutes + " min") + " left";
  }

  /** All of it in a line. */
  String line() {
    long percent = total <= 0 ? 0 : settled() * 100 / total;
    return String.format(
        Locale.ROOT,
        "%s %d of %d%s (%d%%): %s",
        stage,
        settled(),
        total,
        counted ? "" : " so far",
        percent,
        details());
  }
}
