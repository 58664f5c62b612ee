package ma.jisr.app.talk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a service does of its own accord: {@code service raises queue.called of A17 with desk
 * 4 and hall B}, {@code service tells queue.take soon with ahead 3}.
 */
final class SignalParser {
  private static final Pattern RAISES =
      Pattern.compile("service raises (\\S+)(?: of (\\S+))?(?: with (.+))?");
  private static final Pattern TELLS =
      Pattern.compile("service tells (\\S+) (\\S+)(?: with (.+))?");

  private SignalParser() {}

  /** The line; empty when it is about something else. */
  static Optional<TalkLine> parse(int line, String what, Function<String, TalkException> bad) {
    Matcher raises = RAISES.matcher(what);
    if (raises.matches()) {
      String of = raises.group(2) == null ? "" : raises.group(2);
      return Optional.of(
          new TalkLine.Raises(line, raises.group(1), of, values(raises.group(3), bad)));
    }
    Matcher tells = TELLS.matcher(what);
    if (!tells.matches()) return Optional.empty();
    return Optional.of(
        new TalkLine.Tells(line, tells.group(1), tells.group(2), values(tells.group(3), bad)));
  }

  private static Map<String, String> values(
      @Nullable String pairs, Function<String, TalkException> bad) {
    Map<String, String> values = new LinkedHashMap<>();
    if (pairs == null) return values;
    for (String pair : pairs.split(" and ", -1)) {
      String[] words = pair.strip().split("\\s+", 2);
      if (words.length != 2) throw bad.apply("\"" + pair.strip() + "\" is not a name and a value");
      values.put(words[0], words[1]);
    }
    return values;
  }

  /** As values of a flow: words that read the same in all languages. */
  static Map<String, Value> worded(Map<String, String> written) {
    Map<String, Value> values = new HashMap<>();
    written.forEach((name, text) -> values.put(name, new Value.Text(text)));
    return values;
  }
}
