package ma.jisr.app.command;

import java.nio.file.Path;
import java.util.List;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.CellVerb;
import ma.jisr.map.position.CellImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr cells}: where the cells of the networks are. */
@Command(
    name = "cells",
    description = "where the cells of the mobile networks are",
    synopsisSubcommandLabel = "import")
final class CellsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "cells import FILE");
  }

  @Command(
      name = "import",
      description = "brings in a file of OpenCelliD (CSV, plain or gzipped) in place of the last")
  int bring(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "FILE", description = "such as 604.csv.gz") Path file,
      @Option(names = "--dry-run", description = "says what it holds and changes nothing")
          boolean dryRun,
      @Option(
              names = "--mcc",
              paramLabel = "N",
              defaultValue = "" + CellImport.MOROCCO,
              description = "the country whose cells are kept; ${DEFAULT-VALUE} without it")
          int mcc)
      throws Exception {
    Settings settings = config.settings();
    // As a URI: words of a request are parted by blanks, which a path may hold.
    String uri = file.toAbsolutePath().normalize().toUri().toString();
    List<String> words =
        List.of(
            signature.word(), "import", uri, dryRun ? CellVerb.DRY : "real", Integer.toString(mcc));
    return Owner.ask(
        spec,
        settings,
        "cells " + String.join(" ", words),
        () -> CellVerb.offline(settings, words));
  }
}
