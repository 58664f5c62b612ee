package ma.jisr.flow.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys of one mapping, taken one by one by who knows their type; what nobody took is unknown.
 */
final class Fields {
  /** YAML 1.1 readers (editors, other tools) turn these into booleans or nothing. */
  static final Set<String> RESERVED =
      Set.of("no", "on", "off", "yes", "true", "false", "null", "y", "n", "home", "end");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})(s|m|h|d)");

  private final String of;
  private final MappingNode node;
  private final Problems problems;
  private final SequencedMap<String, Node> left = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  /**
   * @param of what the mapping is, for messages ("step where")
   */
  Fields(String of, MappingNode node, Problems problems) {
    this.of = of;
    this.node = node;
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(tuple.getKeyNode(), "a key of " + of + " is not a word", "write a plain word");
      } else if (left.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        problems.add(key, key.getValue() + " is there twice in " + of, "rename or remove one");
      }
    }
  }

  int line() {
    return Yaml.line(node);
  }

  MappingNode node() {
    return node;
  }

  @Nullable Node take(String key) {
    asked.add(key);
    return left.remove(key);
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  @Nullable String text(String key) {
    Node value = take(key);
    if (value == null) return null;
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank())
      return scalar.getValue().strip();
    problems.add(value, key + " of " + of + " is no text", "write " + key + ": word");
    return null;
  }

  boolean flag(String key) {
    Node value = take(key);
    if (value == null) return false;
    if (value instanceof ScalarNode scalar && scalar.isPlain()) {
      if (scalar.getValue().equals("true")) return true;
      if (scalar.getValue().equals("false")) return false;
    }
    problems.add(
        value, key + " of " + of + " is neither true nor false", "write " + key + ": true");
    return false;
  }

  /** A whole number of the mapping; {@code absent} when it is not there. */
  int number(String key, int absent) {
    Node value = take(key);
    if (value == null) return absent;
    if (value instanceof ScalarNode s && s.getValue().matches("\\d{1,9}"))
      return Integer.parseInt(s.getValue());
    problems.add(value, key + " of " + of + " is no whole number", "write " + key + ": 1");
    return absent;
  }

  @Nullable Duration duration(String key) {
    Node value = take(key);
    if (value == null) return null;
    Matcher m =
        DURATION.matcher(value instanceof ScalarNode scalar ? scalar.getValue().strip() : "");
    if (!m.matches()) {
      problems.add(
          value, key + " of " + of + " is no time", "write a number and s, m, h or d: 30m");
      return null;
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  /** The keys of a mapping inside this one; null when absent or wrong. */
  @Nullable Fields fields(String key) {
    Node value = take(key);
    if (value == null) return null;
    if (value instanceof MappingNode mapping)
      return new Fields(key + " of " + of, mapping, problems);
    problems.add(value, key + " of " + of + " is no mapping", "write " + key + ": {name: value}");
    return null;
  }

  /** A list of words; one word alone is a list of one. */
  List<String> words(String key) {
    Node value = take(key);
    return value == null ? List.of() : words(key, value);
  }

  List<String> words(String key, Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank())
      return List.of(scalar.getValue());
    List<String> words = new ArrayList<>();
    if (value instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank())
          words.add(scalar.getValue());
        else
          problems.add(item, "an entry of " + key + " is no text", "write words, or leave it out");
      }
      if (!words.isEmpty()) return words;
    }
    problems.add(
        value, key + " of " + of + " is no list of words", "write " + key + ": [one, two]");
    return words;
  }

  /** What nobody has taken yet, in the order of the file; counts as taken. */
  SequencedMap<String, Node> rest() {
    SequencedMap<String, Node> rest = new LinkedHashMap<>(left);
    left.clear();
    return rest;
  }

  /** Names what nobody took. */
  void done() {
    for (Map.Entry<String, Node> entry : left.entrySet())
      problems.add(
          entry.getValue(),
          "unknown key " + entry.getKey() + " in " + of,
          Nearest.mend(entry.getKey(), asked));
    left.clear();
  }
}
