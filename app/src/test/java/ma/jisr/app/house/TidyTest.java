package ma.jisr.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Style as a test: sizes, forbidden words and calls, marked packages. docs/style.md says why. */
class TidyTest {
  /** Lines. One noun a file. */
  private static final int MAX_FILE = 400;

  /** Lines, the signature included. */
  private static final int MAX_METHOD = 69;

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** What no Java file holds. The words are spelt in halves so that this file passes. */
  private static final List<Pattern> FORBIDDEN =
      Stream.of(
              "@Dis" + "abled",
              "Thread\\.sl" + "eep",
              "\\bTO" + "DO\\b",
              "\\bFIX" + "ME\\b",
              "\\bXX" + "X\\b",
              "Unsupported" + "OperationException",
              "org\\.mock" + "ito")
          .map(Pattern::compile)
          .toList();

  /** What main code must be handed: clocks and randomness. Where they are made is listed. */
  private static final Pattern AMBIENT =
      Pattern.compile(
          "Instant\\.now\\(|System\\.currentTimeMillis\\(|Clock\\.system|new"
              + " Random\\(|Math\\.random\\(|ThreadLocalRandom");

  private static final List<String> MAKERS =
      List.of("/VertxLoop.java", "/app/src/main/", "/sandbox/src/main/", "/bench/src/main/");

  private static final Pattern CONSOLE = Pattern.compile("System\\.(out|err)\\b|printStackTrace");

  @Test
  void filesAreSmall() throws IOException {
    List<String> large = new ArrayList<>();
    for (Path file : sources()) {
      long lines = lines(file).size();
      if (lines > MAX_FILE) large.add(name(file) + ": " + lines);
    }
    assertEquals(List.of(), large);
  }

  @Test
  void methodsAreSmall() throws IOException {
    List<String> large = new ArrayList<>();
    JavaCompiler compiler =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "runs on a JDK");
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  d -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources()));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse())
        new Lengths(trees, unit, large).scan(unit, null);
    }
    assertEquals(List.of(), large);
  }

  @Test
  void nothingForbiddenIsWritten() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) for (Pattern word : FORBIDDEN) find(file, word, found);
    assertEquals(List.of(), found);
  }

  @Test
  void clocksAndRandomnessAreHandedIn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : mainSources()) {
      if (MAKERS.stream().noneMatch(maker -> ("/" + name(file)).contains(maker)))
        find(file, AMBIENT, found);
    }
    assertEquals(List.of(), found);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheConsole() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : mainSources()) {
      if (!name(file).contains("ma/jisr/app/") && !name(file).startsWith("bench/"))
        find(file, CONSOLE, found);
    }
    assertEquals(List.of(), found);
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<String> unmarked = new ArrayList<>();
    for (Path folder : mainSources().stream().map(Path::getParent).distinct().toList()) {
      Path info = folder.resolve("package-info.java");
      if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked"))
        unmarked.add(name(folder));
    }
    assertEquals(List.of(), unmarked);
  }

  @Test
  void medianFileFitsAScreenOrTwo() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    for (Path file : mainSources()) sizes.add(lines(file).size());
    int median = sizes.stream().sorted().toList().get(sizes.size() / 2);
    assertTrue(median <= 100, "median " + median);
  }

  private static void find(Path file, Pattern pattern, List<String> found) throws IOException {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i)).find())
        found.add(name(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  private static List<Path> mainSources() throws IOException {
    return sources().stream().filter(file -> name(file).contains("src/main/")).toList();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !name(f).contains("target/"))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  /** Collects methods that are too long. */
  private static final class Lengths extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final List<String> large;

    Lengths(Trees trees, CompilationUnitTree unit, List<String> large) {
      this.trees = trees;
      this.unit = unit;
      this.large = large;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(trees.getSourcePositions().getStartPosition(unit, method));
      long last =
          map.getLineNumber(Math.max(0, trees.getSourcePositions().getEndPosition(unit, method)));
      if (last - first + 1 > MAX_METHOD) {
        large.add(
            name(Path.of(unit.getSourceFile().getName()))
                + ": "
                + method.getName()
                + ": "
                + (last - first + 1));
      }
      return super.visitMethod(method, null);
    }
  }
}
