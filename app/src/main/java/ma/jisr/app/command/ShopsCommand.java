package ma.jisr.app.command;

import ma.jisr.service.shops.file.ShopFiles;
import picocli.CommandLine.Command;

/** {@code jisr shops}: shops in and out of tables, and who serves in them. */
@Command(
    name = "shops",
    description = "shops in and out of tables, and who serves in them",
    synopsisSubcommandLabel = "template | import | export | batches | undo | staff",
    subcommands = StaffCommand.class)
final class ShopsCommand extends TablesCommand {
  ShopsCommand() {
    super("shops", ShopFiles::template);
  }
}
