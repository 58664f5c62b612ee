package ma.jisr.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says about where things go; progress goes to standard error. */
final class Output {
  private static final PrintStream PROGRESS = System.err;

  @Option(
      names = "--folder",
      description =
          "where stores and logs are kept: the disk that is measured (default: a new"
              + " folder of the system's temporary ones)")
  @Nullable Path given;

  @Option(names = "--json", description = "writes every run's figures to this file")
  @Nullable Path json;

  @Option(
      names = "--markdown",
      description = "writes the tables for docs/benchmarks.md to this file")
  @Nullable Path markdown;

  @Option(
      names = "--java-options",
      defaultValue = "-Xmx1g",
      description = "of Jisr's JVM (default ${DEFAULT-VALUE})")
  String javaOptions = "";

  @Option(
      names = "--setting",
      description = "a line of YAML for Jisr's configuration, such as 'contact: \"0524000000\"'")
  List<String> settings = List.of();

  Path folder() throws IOException {
    if (given == null) given = Files.createTempDirectory("jisr-bench");
    say("stores and logs are in %s", given);
    return Files.createDirectories(given).toAbsolutePath();
  }

  void say(String format, Object... values) {
    PROGRESS.printf(format + "%n", values);
  }

  void line(Figures f, String scenario) {
    say(
        "  %-26s %,9.0f/s  p50 %.2f p99 %.2f ms  %.1f us, %s KB a message  cores: subject %.2f,"
            + " generator %.2f, others %.2f  stalls %d lost %d repeated %d refused %d",
        scenario,
        f.rate(),
        f.p50(),
        f.p99(),
        f.cpu(),
        f.allocated() < 0 ? "?" : "%.1f".formatted(f.allocated() / 1024),
        f.subjectCores(),
        f.generatorCores(),
        f.otherCores(),
        f.stalls(),
        f.lost(),
        f.repeated(),
        f.refused());
  }

  void report(Results results) throws IOException {
    String text = new Markdown(results).text();
    System.out.println(text);
    if (markdown != null) Files.writeString(markdown, text);
    if (json != null) Json.write(results, json);
  }
}
