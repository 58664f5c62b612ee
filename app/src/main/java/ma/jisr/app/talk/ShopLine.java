package ma.jisr.app.talk;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.service.tickets.Act;

/**
 * Reads what happens in a shop while the person of a transcript is elsewhere: {@code shop 2019
 * calls}, {@code shop 2019 pauses 20m}, {@code 3 wait at 2019 for caisse}.
 */
final class ShopLine {
  private static final Pattern ACTS =
      Pattern.compile("shop (\\d{4,7}) ([a-z]+)(?: (\\d{1,3})m)?(?: at (\\d{1,2}))?");
  private static final Pattern OTHERS =
      Pattern.compile("(\\d{1,2}) wait at (\\d{4,7})(?: for ([a-z0-9-]+))?");

  private ShopLine() {}

  /** The line; empty when it is about something else. */
  static Optional<TalkLine> parse(int line, String what, Function<String, TalkException> bad) {
    Matcher others = OTHERS.matcher(what);
    if (others.matches())
      return Optional.of(
          new TalkLine.Queued(
              line,
              others.group(2),
              others.group(3) == null ? "" : others.group(3),
              Integer.parseInt(others.group(1))));
    Matcher acts = ACTS.matcher(what);
    if (!acts.matches()) return Optional.empty();
    Act act = act(acts.group(2), bad);
    int minutes = acts.group(3) == null ? 0 : Integer.parseInt(acts.group(3));
    String counter = acts.group(4) == null ? "1" : acts.group(4);
    return Optional.of(new TalkLine.AtShop(line, acts.group(1), act, counter, minutes));
  }

  private static Act act(String word, Function<String, TalkException> bad) {
    return switch (word) {
      case "calls" -> Act.NEXT;
      case "misses" -> Act.ABSENT;
      case "recalls" -> Act.RECALL;
      case "serves" -> Act.SERVED;
      case "undoes" -> Act.UNDO;
      case "pauses" -> Act.PAUSE;
      case "opens" -> Act.OPEN;
      case "closes" -> Act.CLOSE;
      default ->
          throw bad.apply(
              "\""
                  + word
                  + "\" is nothing that a shop does: it calls, misses, recalls, serves, undoes,"
                  + " pauses 20m, opens, closes");
    };
  }
}
