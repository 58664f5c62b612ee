package ma.jisr.flow.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a value in a message.
 *
 * @param name in full, as between the braces: {@code take.number}
 * @param path the names between its dots
 */
public record Placeholder(String name, List<String> path) {
  private static final Pattern BRACES = Pattern.compile("\\{([a-z0-9_.-]+)}");

  public Placeholder {
    path = List.copyOf(path);
  }

  /** Those of all variants in all languages, each once. */
  static List<Placeholder> of(Map<?, List<String>> variants) {
    Map<String, Placeholder> found = new LinkedHashMap<>();
    for (List<String> each : variants.values())
      for (String variant : each) {
        Matcher matcher = BRACES.matcher(variant);
        while (matcher.find()) {
          String name = matcher.group(1);
          found.computeIfAbsent(name, n -> new Placeholder(n, List.of(n.split("\\.", -1))));
        }
      }
    return List.copyOf(found.values());
  }
}
