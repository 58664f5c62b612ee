package ma.jisr.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the file while it is being read: asks for each key by type and reports what it
 * cannot use.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

  private final String path;
  private final int line;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Reading reading;

  Section(String path, @Nullable Node node, Reading reading) {
    this.path = path;
    this.reading = reading;
    this.line = node == null ? 1 : Reading.line(node);
    if (node instanceof MappingNode mapping) mapping.getValue().forEach(this::add);
    else if (node != null)
      reading.problem(line, path, "is not a list of keys", "Write it as key: value");
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) return;
    if (nodes.put(key.getValue(), tuple.getValueNode()) != null) {
      reading.problem(
          Reading.line(key), key(key.getValue()), "stands twice", "Keep one of the two");
    }
    lines.put(key.getValue(), Reading.line(key));
  }

  int line() {
    return line;
  }

  boolean has(String key) {
    known.add(key);
    return nodes.containsKey(key);
  }

  void problem(String key, String what, String mend) {
    reading.problem(lines.getOrDefault(key, line), key(key), what, mend);
  }

  /** A word; references ({@code ${NAME}}, {@code ${file:path}}) are resolved. */
  Optional<String> text(String key) {
    return scalar(key)
        .flatMap(raw -> reading.resolve(raw, lines.getOrDefault(key, line), key(key)));
  }

  /** A file that is named; a relative name begins at the configuration's folder. */
  Optional<Path> file(String key) {
    return text(key).map(reading::near);
  }

  String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  String required(String key, String mend) {
    Optional<String> text = text(key);
    if (text.isEmpty() && !nodes.containsKey(key)) problem(key, "is missing", mend);
    return text.orElse("");
  }

  /** Whether the value itself stands in the file, not a reference to it. */
  boolean literal(String key) {
    return nodes.get(key) instanceof ScalarNode scalar && !Reading.isReference(scalar.getValue());
  }

  /** A value that must stand outside the file. */
  Secret secret(String key, String variable) {
    Optional<String> raw = scalar(key);
    if (raw.isEmpty() && !nodes.containsKey(key))
      problem(key, "is missing", "Write " + key + ": \"${" + variable + "}\"");
    if (raw.isPresent() && !Reading.isReference(raw.get())) {
      problem(
          key,
          "stands in the file",
          "Write \"${"
              + variable
              + "}\" or \"${file:path}\" instead, and change it: it has been seen");
      return new Secret("");
    }
    return new Secret(text(key, ""));
  }

  long whole(String key, long otherwise, long least, long most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return otherwise;
    if (text.get().matches("\\d{1,12}")) {
      long value = Long.parseLong(text.get());
      if (value >= least && value <= most) return value;
    }
    problem(
        key,
        "is not a whole number from " + least + " to " + most,
        "Write for example " + key + ": " + otherwise);
    return otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return otherwise;
    if (text.get().equals("true") || text.get().equals("false")) return text.get().equals("true");
    problem(key, "is neither true nor false", "Write " + key + ": " + otherwise);
    return otherwise;
  }

  Duration duration(String key, Duration otherwise, Duration least, Duration most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return otherwise;
    Matcher matcher = DURATION.matcher(text.get());
    if (matcher.matches()) {
      Duration value = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) return value;
    }
    problem(
        key,
        "is not a time from " + shown(least) + " to " + shown(most),
        "Write for example " + key + ": " + shown(otherwise));
    return otherwise;
  }

  /** One of a few words. */
  String oneOf(String key, String otherwise, List<String> words) {
    String word = text(key, otherwise);
    if (words.contains(word)) return word;
    problem(
        key,
        "is not one of " + String.join(", ", words),
        "Write for example " + key + ": " + otherwise);
    return otherwise;
  }

  /** Whether the value is just this word; any other is left to be read otherwise. */
  boolean is(String key, String word) {
    known.add(key);
    return nodes.get(key) instanceof ScalarNode scalar && scalar.getValue().equals(word);
  }

  /** A list of words; empty when there is none. */
  List<String> words(String key) {
    known.add(key);
    Node node = nodes.get(key);
    List<String> found = new ArrayList<>();
    boolean good = node == null || node instanceof SequenceNode;
    if (node instanceof SequenceNode list)
      for (Node item : list.getValue())
        if (item instanceof ScalarNode word) found.add(word.getValue());
        else good = false;
    if (!good) problem(key, "is not a list of words", "Write it as " + key + ": [one, another]");
    return found;
  }

  /** A list of words, each one of a few. */
  Set<String> someOf(String key, Set<String> otherwise, List<String> words) {
    known.add(key);
    Node node = nodes.get(key);
    if (node == null) return otherwise;
    Set<String> found = new HashSet<>();
    boolean good = node instanceof SequenceNode;
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (item instanceof ScalarNode word && words.contains(word.getValue()))
          found.add(word.getValue());
        else good = false;
      }
    }
    if (good && !found.isEmpty()) return Set.copyOf(found);
    problem(
        key,
        "is not a list of " + String.join(", ", words),
        "Write for example " + key + ": [" + String.join(", ", words) + "]");
    return otherwise;
  }

  /** The keys that are there. */
  List<String> names() {
    return List.copyOf(nodes.keySet());
  }

  Section section(String key) {
    known.add(key);
    return new Section(key(key), nodes.get(key), reading);
  }

  List<Section> sections(String key) {
    known.add(key);
    List<Section> sections = new ArrayList<>();
    Node node = nodes.get(key);
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue())
        sections.add(new Section(key(key) + "[" + sections.size() + "]", item, reading));
    } else if (node != null) {
      problem(key, "is not a list", "Begin each of its entries with a dash");
    }
    return sections;
  }

  /** Reports the keys that nobody asked for. Call it last. */
  void finish() {
    for (String key : nodes.keySet()) {
      if (known.contains(key)) continue;
      String near =
          Spelling.nearest(key, known)
              .map(k -> "Did you mean " + k + "?")
              .orElse("Known here: " + String.join(", ", known.stream().sorted().toList()));
      problem(key, "is not a setting", near);
    }
  }

  private Optional<String> scalar(String key) {
    known.add(key);
    Node node = nodes.get(key);
    if (node == null) return Optional.empty();
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank())
      return Optional.of(scalar.getValue());
    problem(
        key,
        node instanceof ScalarNode ? "is empty" : "is not a single value",
        "Write it as " + key + ": value");
    return Optional.empty();
  }

  private String key(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  private static String shown(Duration duration) {
    boolean days = duration.toMillis() % Duration.ofDays(1).toMillis() == 0;
    if (days && !duration.isZero()) return duration.toDays() + "d";
    if (duration.toMillis() % 1000 != 0) return duration.toMillis() + "ms";
    return duration.toSeconds() % 60 == 0 && !duration.isZero()
        ? duration.toMinutes() + "m"
        : duration.toSeconds() + "s";
  }
}
