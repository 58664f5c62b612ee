package ma.jisr.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.place.MatchLine;
import ma.jisr.app.place.MatchSource;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.PlaceKeeping;
import ma.jisr.map.table.Lines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code jisr places match}: reads names, one a line, and writes of each the three places that it
 * may mean, with their scores, by tabs. A line that is no name has an empty answer; the next is
 * read. Nothing is stored.
 */
@Command(
    name = "match",
    description =
        "reads names, a line each; writes NAME, then three times PLACE and SCORE, by tabs")
final class MatchCommand implements Callable<Integer> {
  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE",
      arity = "1..*",
      description = "tries these files on top of the bundled places, without importing them")
  @Nullable List<Path> files;

  @Option(names = "--ids", description = "writes the ids of places instead of their names")
  boolean ids;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    MatchSource source = files == null ? stored(config.settings()) : MatchSource.of(files, ids);
    return match(
        source,
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        spec.commandLine().getOut());
  }

  /** Answers in the order of the lines. */
  static int match(MatchSource source, java.io.Reader in, PrintWriter out) throws IOException {
    Lines lines = new Lines(in, MatchLine.MAX_LINE);
    List<String> some = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      some.add(line);
      if (some.size() == MatchSource.MOST) answer(source, some, out);
    }
    answer(source, some, out);
    out.flush();
    return 0;
  }

  private static void answer(MatchSource source, List<String> lines, PrintWriter out)
      throws IOException {
    List<String> names = lines.stream().filter(MatchLine::isName).toList();
    List<String> answers = names.isEmpty() ? List.of() : source.answers(names);
    int next = 0;
    for (String line : lines) {
      boolean name = MatchLine.isName(line);
      out.println(MatchLine.cell(line) + (name ? answers.get(next) : MatchLine.NOTHING));
      if (name) next++;
    }
    lines.clear();
  }

  /** The gazetteer of the running process, or of the store when none runs. */
  private MatchSource stored(Settings settings) throws Exception {
    String kind = ids ? "ids" : "names";
    if (AdminClient.ask(settings.data(), "match " + kind).isPresent())
      return MatchSource.parts(words -> asked(settings, words), kind);
    boolean there =
        settings.store().isPresent() || Files.exists(settings.data().resolve("live.db"));
    return there
        ? MatchSource.of(PlaceKeeping.stored(settings), ids)
        : MatchSource.of(List.of(), ids);
  }

  private static List<String> asked(Settings settings, String... words) throws IOException {
    return AdminClient.ask(settings.data(), "match " + String.join(" ", words))
        .map(AdminClient.Answer::lines)
        .orElseThrow(() -> new IOException("the running process has stopped"));
  }
}
