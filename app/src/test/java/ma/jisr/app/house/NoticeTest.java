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

/** What is shipped is named in the notice with its licence. */
class NoticeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

  /** What only builds, tests and measures is not shipped. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "<scope>(test|provided|import)</scope>|<groupId>(ma\\.jisr|\\$\\{project\\.groupId})</");

  private static Set<String> shipped() throws IOException {
    Set<String> shipped = new TreeSet<>();
    for (Path file : poms()) {
      String pom = Files.readString(file);
      // The list of versions is no list of dependencies.
      pom = pom.substring(Math.max(0, pom.indexOf("</dependencyManagement>")));
      Matcher each = DEPENDENCY.matcher(pom);
      while (each.find()) {
        if (LEFT_OUT.matcher(each.group(1)).find()) continue;
        Matcher artifact = ARTIFACT.matcher(each.group(1));
        assertTrue(artifact.find(), each.group(1));
        shipped.add(artifact.group(1));
      }
    }
    return shipped;
  }

  /** Of the root and of all modules but that of the measurements. */
  private static List<Path> poms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml"))
          .filter(file -> !ROOT.relativize(file).startsWith("bench"))
          .toList();
    }
  }

  @Test
  void everyLibraryThatIsShippedHasItsLicence() throws IOException {
    Set<String> missing = shipped();
    assertTrue(missing.size() > 15, missing::toString);
    try (Stream<String> lines = Files.lines(ROOT.resolve("NOTICE.md"))) {
      List<String> rows = lines.filter(line -> line.startsWith("| `")).toList();
      missing.removeIf(one -> rows.stream().anyMatch(row -> row.contains("`" + one + "`")));
    }
    assertEquals(Set.of(), missing);
  }
}
