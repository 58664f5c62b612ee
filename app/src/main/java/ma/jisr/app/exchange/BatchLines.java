package ma.jisr.app.exchange;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;

/** Batches and what became of them, in lines. */
final class BatchLines {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private BatchLines() {}

  /** One of a list: its id, state, moment, size, who brought it and from where. */
  static String line(Batch batch) {
    return String.format(
        Locale.ROOT,
        "%s  %-9s  %s  %6d added %6d changed  %-26s  %s",
        batch.id(),
        batch.state().name().toLowerCase(Locale.ROOT),
        MINUTE.format(batch.staged()),
        batch.added(),
        batch.changed(),
        batch.actor(),
        batch.source().replaceAll("\\p{C}", " "));
  }

  /** What has become of it. */
  static String told(Batch batch) {
    String left =
        batch.left().count() == 0
            ? ""
            : "; "
                + batch.left().count()
                + " left as they are, edited since: "
                + String.join(", ", batch.left().ids());
    return "batch "
        + batch.id()
        + (batch.state().isSeen() ? " is in use: " : " is undone: ")
        + batch.added()
        + " added, "
        + batch.changed()
        + " changed"
        + left;
  }

  /**
   * Why not.
   *
   * @param things that it is a batch of
   */
  static String why(Verdict.Refused refused, String things) {
    return switch (refused.why()) {
      case UNKNOWN -> "there is no such batch of " + things + ", or no longer";
      case NOT_STAGED -> "the batch is not complete: import the file again";
      case NOT_PUBLISHED -> "the batch was never in use";
      case NO_RIGHT -> "it touches " + things + " that are none of yours";
      case OVERTAKEN ->
          refused.documents().size()
              + " "
              + things
              + " were changed meanwhile: import the file again";
    };
  }
}
