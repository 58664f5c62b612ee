package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.ShopFileDesk;
import ma.jisr.service.shops.file.ShopFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jisr shops}: shops in and out of tables, and who serves in them. */
@Command(
    name = "shops",
    description = "shops in and out of tables, and who serves in them",
    synopsisSubcommandLabel = "template | import | export | batches | undo | staff",
    subcommands = StaffCommand.class)
final class ShopsCommand extends FilesCommand {
  private static final String SHOPS = "shops";

  ShopsCommand() {
    super(SHOPS);
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
      @Mixin Sent sent,
      @Option(names = "--duplicates", description = "takes rows that seem to be there already")
          boolean duplicates)
      throws Exception {
    List<String> options = duplicates ? List.of(ShopFileDesk.DUPLICATES) : List.of();
    return read(filing, sent, FileDesk.AUTO, options);
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
}
