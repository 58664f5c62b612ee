package ma.jisr.app.settings;

import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code prefixes}: beginnings of numbers, a hint whose they are. */
final class Prefixes {
  private static final Pattern PREFIX = Pattern.compile("[1-9]\\d{0,14}");

  private Prefixes() {}

  static List<String> read(Section section) {
    List<String> prefixes = List.of(section.text("prefixes", "").strip().split("[ ,]+"));
    if (prefixes.equals(List.of(""))) return List.of();
    for (String prefix : prefixes)
      if (!PREFIX.matcher(prefix).matches()) {
        section.problem(
            "prefixes",
            "holds something that is no beginning of a number",
            "Write for example prefixes: 21266 21277");
        return List.of();
      }
    return prefixes;
  }
}
