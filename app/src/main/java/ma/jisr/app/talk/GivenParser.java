package ma.jisr.app.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands behind {@code given}: {@code operation ["text"] = [outcome:] answer [, after
 * 9s]}, where the answer is {@code id "Label" | id "Label"} or {@code name value, name value}.
 */
final class GivenParser {
  private static final Pattern GIVEN =
      Pattern.compile("([a-z0-9_.]+)(?:\\s+\"([^\"]*)\")?\\s*=\\s*(?:([a-z_]+):\\s*)?(.*)");
  private static final Pattern ITEM = Pattern.compile("(\\S+)\\s+\"([^\"]+)\"");
  private static final Pattern AFTER = Pattern.compile("after (\\d+)(ms|s|m)");

  private GivenParser() {}

  static Talk.Given parse(String text, Function<String, TalkException> bad) {
    Matcher given = GIVEN.matcher(text);
    if (!given.matches())
      throw bad.apply("is no answer: write for example: given queue.take = number A17, after 9s");
    long after = 0;
    List<Talk.Given.Item> items = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    String answer = given.group(4).strip();
    int comma = answer.lastIndexOf(", after ");
    Matcher late = AFTER.matcher(comma >= 0 ? answer.substring(comma + 2) : answer);
    if (late.matches()) {
      after = TalkParser.duration(late.group(1), late.group(2)).toMillis();
      answer = comma >= 0 ? answer.substring(0, comma) : "";
    }
    if (answer.contains("\""))
      for (String item : answer.split("\\|", -1)) items.add(item(item.strip(), bad));
    else if (!answer.isEmpty())
      for (String pair : answer.split(",", -1)) pair(pair.strip(), values, bad);
    return new Talk.Given(
        given.group(1),
        Optional.ofNullable(given.group(2)),
        Optional.ofNullable(given.group(3)),
        items,
        values,
        after);
  }

  private static Talk.Given.Item item(String text, Function<String, TalkException> bad) {
    Matcher item = ITEM.matcher(text);
    if (!item.matches()) throw bad.apply("\"" + text + "\" is not an id and a label in quotes");
    return new Talk.Given.Item(item.group(1), item.group(2));
  }

  private static void pair(
      String text, Map<String, String> values, Function<String, TalkException> bad) {
    String[] words = text.split("\\s+", 2);
    if (words.length != 2) throw bad.apply("\"" + text + "\" is not a name and a value");
    values.put(words[0], words[1]);
  }
}
