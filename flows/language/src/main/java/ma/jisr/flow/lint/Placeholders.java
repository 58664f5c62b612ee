package ma.jisr.flow.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names between braces of a text. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9_.-]+)}");

  private Placeholders() {}

  static Set<String> of(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) names.add(matcher.group(1));
    return names;
  }

  static Set<String> of(List<String> variants) {
    Set<String> names = new LinkedHashSet<>();
    for (String variant : variants) names.addAll(of(variant));
    return names;
  }
}
