package ma.jisr.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code counts and measures is explained to operators in docs/operations.md. */
class CountedTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** The first argument, when it is a word that is written down where it is counted. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:[cC]ount|took|gauge|timer|counter|counted)\\(\\s*\"([a-z][a-z._-]*)\"");

  private static final Pattern LINKS = Pattern.compile("\\b(?:held|done)\\(\\s*\"([a-z.]+)\"");

  /** The modules that count. The map's {@code count} is a table's column. */
  private static final List<String> MODULES =
      List.of("app", "base", "flows/language", "flows/services", "gateway", "store");

  @Test
  void whatIsCountedIsExplained() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/operations.md"));
    Set<String> counted = counted();
    assertTrue(counted.size() > 80, counted::toString);
    Set<String> missing = new TreeSet<>();
    for (String what : counted)
      if (!page.contains("jisr_" + what.replace('.', '_').replace('-', '_'))) missing.add(what);
    assertEquals(Set.of(), missing);
  }

  private static Set<String> counted() throws IOException {
    Set<String> counted = new TreeSet<>();
    for (String module : MODULES)
      for (Path file : sources(module)) {
        String code = Files.readString(file);
        Matcher each = COUNTED.matcher(code);
        while (each.find()) counted.add(each.group(1));
        if (!file.endsWith("LinkMeters.java")) continue;
        Matcher link = LINKS.matcher(code);
        while (link.find()) counted.add("link." + link.group(1));
      }
    return counted;
  }

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
