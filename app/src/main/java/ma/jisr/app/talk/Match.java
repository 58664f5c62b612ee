package ma.jisr.app.talk;

import java.util.List;

/** Compares lines with a pattern in which "..." stands for any number of lines, none included. */
final class Match {
  static final String SKIP = "...";

  private Match() {}

  static boolean lines(List<String> pattern, List<String> lines) {
    if (pattern.isEmpty()) return lines.isEmpty();
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.getFirst().strip().equals(SKIP)) {
      for (int skip = 0; skip <= lines.size(); skip++)
        if (lines(rest, lines.subList(skip, lines.size()))) return true;
      return false;
    }
    return !lines.isEmpty()
        && pattern.getFirst().stripTrailing().equals(lines.getFirst().stripTrailing())
        && lines(rest, lines.subList(1, lines.size()));
  }
}
