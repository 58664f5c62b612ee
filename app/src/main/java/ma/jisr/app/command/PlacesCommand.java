package ma.jisr.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.place.PlaceVerb;
import ma.jisr.app.place.VerdictTable;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.PlaceKeeping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr places}: the gazetteer, imported and searched. */
@Command(
    name = "places",
    description = "the gazetteer: imports files, takes imports back, matches names",
    synopsisSubcommandLabel = "import | batches | undo | match",
    subcommands = MatchCommand.class)
final class PlacesCommand implements Runnable {
  /** Reasons told at most; all verdicts are in the report. */
  private static final int MOST_REASONS = 20;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "places import, batches, undo or match");
  }

  @Command(
      name = "import",
      description = "adds or changes places by a file; the same file again changes nothing")
  int read(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "FILE", description = "MA.txt of GeoNames, or CSV in UTF-8")
          Path file,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "auto",
              description = "geonames, csv or auto")
          String format,
      @Option(names = "--dry-run", description = "says what would happen, changes nothing")
          boolean dry,
      @Option(
              names = "--report",
              paramLabel = "FILE",
              description = "writes the verdict of every row there, as CSV")
          @Nullable Path report)
      throws Exception {
    AdminClient.Answer answer =
        ask(
            config.settings(),
            "import",
            PlaceVerb.word(file.toAbsolutePath().toString()),
            PlaceVerb.word(format),
            dry ? "dry" : "write");
    List<String[]> verdicts = VerdictTable.of(answer.lines());
    if (answer.ok() && report != null) VerdictTable.write(verdicts, report);
    int told = print(answer);
    PrintWriter out = spec.commandLine().getOut();
    List<String> reasons = VerdictTable.reasons(verdicts);
    reasons.stream().limit(MOST_REASONS).forEach(out::println);
    if (reasons.size() > MOST_REASONS) out.println("more reasons are in the --report");
    return told;
  }

  @Command(name = "batches", description = "what was imported, newest first")
  int batches(@Mixin ConfigOption config) throws Exception {
    return print(ask(config.settings(), "batches"));
  }

  @Command(name = "undo", description = "takes one import back, as a whole")
  int undo(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "BATCH", description = "its id in the list of batches") String batch)
      throws Exception {
    return print(ask(config.settings(), "undo", PlaceVerb.word(batch)));
  }

  private int print(AdminClient.Answer answer) {
    PrintWriter to = answer.ok() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    for (String line : answer.lines())
      if (!line.startsWith(PlaceVerb.TAB)) to.println(answer.ok() ? line : "jisr: " + line);
    return answer.ok() ? 0 : Jisr.FAILED;
  }

  static AdminClient.Answer ask(Settings settings, String... words) throws Exception {
    List<String> asked = List.of(words);
    return Owner.answer(
        settings, "places " + String.join(" ", asked), () -> PlaceKeeping.offline(settings, asked));
  }
}
