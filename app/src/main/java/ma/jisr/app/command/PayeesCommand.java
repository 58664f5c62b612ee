package ma.jisr.app.command;

import ma.jisr.service.wallet.payee.file.PayeeFiles;
import picocli.CommandLine.Command;

/**
 * {@code jisr payees}: merchants, billers, suppliers and operators of airtime in and out of tables.
 */
@Command(
    name = "payees",
    description = "merchants, billers, suppliers, operators of airtime in and out of tables",
    synopsisSubcommandLabel = "template | import | export | batches | undo")
final class PayeesCommand extends TablesCommand {
  PayeesCommand() {
    super("payees", PayeeFiles::template);
  }
}
