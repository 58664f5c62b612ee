package ma.jisr.app.command;

import java.nio.file.Path;
import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.FileVerb;
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
  private static final String PLACES = "places";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "places import, batches, undo or match");
  }

  @Command(
      name = "import",
      description = "adds or changes places by a file; the same file again changes nothing")
  int read(
      @Mixin Filing filing,
      @Parameters(paramLabel = "FILE", description = "MA.txt of GeoNames, or CSV in UTF-8")
          Path file,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = FileDesk.AUTO,
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
    return filing.read(PLACES, file, format, report, dry ? List.of(FileVerb.DRY) : List.of());
  }

  @Command(name = "batches", description = "what was imported, newest first")
  int batches(@Mixin Filing filing) throws Exception {
    return filing.batches(PLACES);
  }

  @Command(name = "undo", description = "takes one import back, as a whole")
  int undo(
      @Mixin Filing filing,
      @Parameters(paramLabel = "BATCH", description = "its id in the list of batches") String batch)
      throws Exception {
    return filing.undo(PLACES, batch);
  }
}
