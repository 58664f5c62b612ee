package ma.jisr.app.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.log.LogReader;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.Trace;
import ma.jisr.store.Store;

/** The story of a message or a number in lines, for {@code jisr trace}. */
public final class TraceLines {
  private static final String MOROCCO = "212";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{12}\\.[\\x21-\\x7e]{1,120}");

  private TraceLines() {}

  /**
   * @param asked a message's id, or a number in any of its usual spellings
   * @throws IllegalArgumentException when it is neither, or unknown: to be told to whoever asked
   */
  public static List<String> of(Store store, Keys keys, String asked) throws Exception {
    try {
      Trace trace = new Trace(store, keys);
      if (ID.matcher(asked).matches()) {
        List<Trace.Line> lines = trace.of(asked).get();
        if (lines.isEmpty())
          throw new IllegalArgumentException(
              "no message has this id; its day may have been dropped (log.keep)");
        return lines(lines);
      }
      Msisdn number =
          Msisdn.parse(asked, MOROCCO)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "this is neither a number nor a message's id: write +212661…, or"
                              + " PERSON.MARK as the log has it"));
      Optional<List<Trace.Line>> lines = trace.of(Address.of(number)).get();
      if (lines.isEmpty()) throw new IllegalArgumentException("nobody was heard from this number");
      return lines.get().isEmpty()
          ? List.of("nothing of this number is in the log any more (log.keep)")
          : lines(lines.get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static List<String> lines(List<Trace.Line> story) {
    List<String> lines = new ArrayList<>();
    for (Trace.Line line : story) lines.add(line(line.at(), line.id(), line.said()));
    if (story.size() >= LogReader.MOST) lines.add("older ones are left out");
    return lines;
  }

  private static String line(Instant at, String id, LogRow.Said said) {
    if (said.way().isEmpty()) return at + " " + id + " " + said.state();
    return String.join(
        " ",
        at.toString(),
        id,
        said.way(),
        said.kind(),
        "by",
        said.link() + ",",
        said.segments() + (said.segments() == 1 ? " segment," : " segments,"),
        cost(said.cost()) + ":",
        said.state());
  }

  private static String cost(String centimes) {
    if (centimes.equals("-")) return "price not stated";
    long value = Long.parseLong(centimes);
    return String.format(Locale.ROOT, "%d.%02d DH", value / 100, value % 100);
  }
}
