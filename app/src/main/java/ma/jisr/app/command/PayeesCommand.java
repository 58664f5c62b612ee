package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.PayeeFileDesk;
import ma.jisr.service.wallet.payee.file.PayeeFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code jisr payees}: merchants, billers, suppliers and operators of airtime in and out of tables.
 */
@Command(
    name = "payees",
    description = "merchants, billers, suppliers, operators of airtime in and out of tables",
    synopsisSubcommandLabel = "template | import | export | batches | undo")
final class PayeesCommand extends FilesCommand {
  private static final String PAYEES = "payees";

  PayeesCommand() {
    super(PAYEES);
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  int template(
      @Mixin Filing filing,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    filing.write(PayeeFiles.template(), out);
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
    List<String> options = duplicates ? List.of(PayeeFileDesk.DUPLICATES) : List.of();
    return read(filing, sent, FileDesk.AUTO, options);
  }

  @Command(name = "export", description = "all payees with all that they have but numbers, as CSV")
  int export(
      @Mixin Filing filing,
      @Option(names = "--place", paramLabel = "AREA", description = "only what lies in this area")
          @Nullable String area,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws Exception {
    return filing.export(PAYEES, "csv", area, out);
  }
}
