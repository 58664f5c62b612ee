package ma.jisr.app.command;

import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jisr places}: the gazetteer, imported and searched. */
@Command(
    name = "places",
    description = "the gazetteer: imports files, takes imports back, matches names",
    synopsisSubcommandLabel = "import | batches | undo | match",
    subcommands = MatchCommand.class)
final class PlacesCommand extends FilesCommand {
  PlacesCommand() {
    super("places");
  }

  @Command(
      name = "import",
      description = "adds or changes places by a file; the same file again changes nothing")
  int read(
      @Mixin Filing filing,
      @Mixin Sent sent,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = FileDesk.AUTO,
              description = "geonames (MA.txt), csv (in UTF-8) or auto")
          String format)
      throws Exception {
    return read(filing, sent, format, List.of());
  }
}
