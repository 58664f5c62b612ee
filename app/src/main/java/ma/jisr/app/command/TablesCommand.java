package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.TableDesk;
import ma.jisr.map.exchange.TableExchange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command of things that go in and out of one kind of table. */
abstract class TablesCommand extends FilesCommand {
  private final String name;
  private final Supplier<byte[]> template;

  /**
   * @param things the word of the command and of their desk
   * @param template an empty table
   */
  TablesCommand(String things, Supplier<byte[]> template) {
    super(things);
    this.name = things;
    this.template = template;
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  public int template(
      @Mixin Filing filing,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    filing.write(template.get(), out);
    return 0;
  }

  @Command(
      name = "import",
      description = "brings in a table, as one batch; the same table again changes nothing")
  public int read(
      @Mixin Filing filing,
      @Mixin Sent sent,
      @Option(names = "--duplicates", description = "takes rows that seem to be there already")
          boolean duplicates)
      throws Exception {
    List<String> options = duplicates ? List.of(TableDesk.DUPLICATES) : List.of();
    return read(filing, sent, FileDesk.AUTO, options);
  }

  @Command(name = "export", description = "all of them with what they have but numbers")
  public int export(
      @Mixin Filing filing,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = TableExchange.CSV,
              description = "csv; of challenges json, too")
          String format,
      @Option(names = "--place", paramLabel = "AREA", description = "only what lies in this area")
          @Nullable String area,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws Exception {
    return filing.export(name, format, area, out);
  }
}
