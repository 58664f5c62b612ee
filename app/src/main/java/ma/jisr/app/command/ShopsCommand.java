package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.FileVerb;
import ma.jisr.app.exchange.ShopFileDesk;
import ma.jisr.service.shops.file.ShopFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr shops}: shops in and out of tables, and who serves in them. */
@Command(
    name = "shops",
    description = "shops in and out of tables, and who serves in them",
    synopsisSubcommandLabel = "template | import | export | batches | undo | staff",
    subcommands = StaffCommand.class)
final class ShopsCommand implements Runnable {
  private static final String SHOPS = "shops";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "shops template, import, export, batches, undo or staff");
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  int template(
      @Mixin Filing filing,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    filing.write(ShopFiles.template(), out);
    return 0;
  }

  @Command(
      name = "import",
      description = "brings in a table, as one batch; the same table again changes nothing")
  int read(
      @Mixin Filing filing,
      @Parameters(paramLabel = "FILE", description = "CSV, as any spreadsheet writes it") Path file,
      @Option(names = "--dry-run", description = "says what would happen, changes nothing")
          boolean dry,
      @Option(
              names = "--report",
              paramLabel = "FILE",
              description = "the table with a verdict on each row, to be mended and imported again")
          @Nullable Path report,
      @Option(names = "--duplicates", description = "takes rows that seem to be there already")
          boolean duplicates)
      throws Exception {
    List<String> options = new ArrayList<>();
    if (dry) options.add(FileVerb.DRY);
    if (duplicates) options.add(ShopFileDesk.DUPLICATES);
    return filing.read(SHOPS, file, FileDesk.AUTO, report, options);
  }

  @Command(name = "export", description = "all shops with all that they have, as CSV")
  int export(
      @Mixin Filing filing,
      @Option(names = "--place", paramLabel = "AREA", description = "only what lies in this area")
          @Nullable String area,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws Exception {
    return filing.export(SHOPS, "csv", area, out);
  }

  @Command(name = "batches", description = "what was imported, newest first")
  int batches(@Mixin Filing filing) throws Exception {
    return filing.batches(SHOPS);
  }

  @Command(name = "undo", description = "takes one import back, but for what was edited since")
  int undo(
      @Mixin Filing filing,
      @Parameters(paramLabel = "BATCH", description = "its id in the list of batches") String batch)
      throws Exception {
    return filing.undo(SHOPS, batch);
  }
}
