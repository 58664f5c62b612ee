package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.RelayDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jisr audience}: who hears notices, as counts; groups and relays, of which nobody is shown
 * a number. Asks the running process.
 */
@Command(
    name = "audience",
    description = "who hears notices: counts, groups, relays; asks the running process",
    synopsisSubcommandLabel = "counts | groups | relays | import | template",
    subcommands = {AudienceGroupsCommand.class, AudienceRelaysCommand.class})
final class AudienceCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "audience counts, groups, relays, import or template");
  }

  @Command(name = "counts", description = "how many follow an area; fewer than five are not told")
  int counts(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(
              paramLabel = "AREA",
              arity = "0..1",
              defaultValue = "",
              description = "id of a region, province or place; without it, everybody")
          String area)
      throws Exception {
    return ask(spec, config, signature, "counts", area);
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  int template(
      @Mixin Filing filing,
      @Parameters(paramLabel = "WHAT", description = "group or relays") String what,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    byte[] table =
        switch (what) {
          case "group" -> GroupDesk.template();
          case "relays" -> RelayDesk.template();
          default -> throw new ParameterException(spec.commandLine(), "template group or relays");
        };
    filing.write(table, out);
    return 0;
  }

  @Command(
      name = "import",
      description = "puts who stands in a table into a group, or registers them as relays")
  int read(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "FILE", description = "CSV") Path file,
      @Option(names = "--group", paramLabel = "ID", description = "without it, they are relays")
          @Nullable String group,
      @Option(names = "--replace", description = "who is not in the table leaves the group")
          boolean replace)
      throws Exception {
    if (replace && group == null)
      throw new ParameterException(spec.commandLine(), "--replace is of a group");
    Settings settings = config.settings();
    if (Files.size(file) > Sheet.MOST_BYTES)
      throw new IOException(file.getFileName() + " is too large: bring it in parts");
    Handover handover = new Handover(settings.data());
    String number = Handover.number();
    handover.put(number, Files.readAllBytes(file));
    try {
      return group == null
          ? ask(spec, config, signature, "import", number, "relays")
          : ask(spec, config, signature, "import", number, replace ? "replace" : "add", group);
    } finally {
      // When it was refused before it was taken it lies there still.
      var unused = handover.maybe(number, Sheet.MOST_BYTES);
    }
  }

  /**
   * Asks the running process.
   *
   * @param words empty ones are left out; only the last may be
   */
  static int ask(CommandSpec spec, ConfigOption config, Signature signature, String... words)
      throws Exception {
    StringBuilder request = new StringBuilder("audience ").append(signature.word());
    for (String word : words) if (!word.isEmpty()) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
