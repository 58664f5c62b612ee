package ma.jisr.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** One pass over a configuration file: where references lead, and the problems found so far. */
final class Reading {
  /** A secret file holds a password or a URI, not a book. Bytes. */
  private static final long MAX_SECRET_FILE = 8_192;

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:(file):)?([^}]+)}");

  private final Path folder;
  private final Map<String, String> environment;
  private final List<Problem> problems = new ArrayList<>();

  /** The folder is the file's own: relative paths in references start there. */
  Reading(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** A file, by its name. */
  Path near(String name) {
    return folder.resolve(name);
  }

  static boolean isReference(String raw) {
    return REFERENCE.matcher(raw).matches();
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  void problem(int line, String key, String what, String mend) {
    problems.add(new Problem(line, key, what, mend));
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * The value itself, or what the reference stands for; empty, and a problem, when that is missing.
   */
  Optional<String> resolve(String raw, int line, String key) {
    Matcher matcher = REFERENCE.matcher(raw);
    if (!matcher.matches()) {
      if (!raw.contains("${")) return Optional.of(raw);
      problem(
          line, key, "mixes a reference with other text", "Put the whole value into the variable");
      return Optional.empty();
    }
    return matcher.group(1) == null
        ? variable(matcher.group(2), line, key)
        : file(matcher.group(2), line, key);
  }

  private Optional<String> variable(String name, int line, String key) {
    String value = environment.get(name);
    if (value != null && !value.isEmpty()) return Optional.of(value);
    problem(
        line,
        key,
        "needs the environment variable " + name + ", which is not set",
        "Run: export " + name + "=...");
    return Optional.empty();
  }

  private Optional<String> file(String name, int line, String key) {
    Path file = folder.resolve(name);
    try {
      if (Files.size(file) <= MAX_SECRET_FILE) return Optional.of(Files.readString(file).strip());
      problem(
          line,
          key,
          "names a file of more than " + MAX_SECRET_FILE + " bytes",
          "Name a file that holds only the value");
    } catch (IOException e) {
      problem(
          line,
          key,
          "needs the file " + name + ", which cannot be read",
          "Create it, readable by the user who runs jisr");
    }
    return Optional.empty();
  }
}
