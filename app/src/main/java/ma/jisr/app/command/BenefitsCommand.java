package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.service.wallet.benefit.Benefits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jisr benefits}: batches of social benefits, of which nobody is ever shown a list. Asks the
 * running process.
 */
@Command(
    name = "benefits",
    description = "batches of social benefits: brought, approved, told; asks the running process",
    synopsisSubcommandLabel = "template | import | approve | withdraw | status | list")
final class BenefitsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  /** What is said of a batch beside its file. */
  static final class Draft {
    @Option(
        names = "--title",
        required = true,
        paramLabel = "TEXTS",
        description = "what it is, by language: \"fr=Aide de mars|ar=…\"")
    String title = "";

    @Option(
        names = "--where",
        required = true,
        paramLabel = "TEXTS",
        description = "how and where to collect it, by language")
    String where = "";

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DAY",
        description = "first day, such as 2026-03-01; recipients are told from then on")
    String from = "";

    @Option(names = "--until", required = true, paramLabel = "DAY", description = "last day")
    String until = "";

    @Option(
        names = "--place",
        paramLabel = "AREA",
        description = "whose people it is for; without it, the whole country")
    @Nullable String area;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "benefits template, import, approve, withdraw, status or list");
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  int template(
      @Mixin Filing filing,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    filing.write(Benefits.template(), out);
    return 0;
  }

  @Command(
      name = "import",
      description = "brings a batch, for another account to approve; the same again is the same")
  int read(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Mixin Draft draft,
      @Parameters(paramLabel = "FILE", description = "CSV") Path file)
      throws Exception {
    Settings settings = config.settings();
    if (Files.size(file) > Sheet.MOST_BYTES)
      throw new IOException(file.getFileName() + " is too large: bring it in parts");
    Handover handover = new Handover(settings.data());
    String number = Handover.number();
    handover.put(number, Files.readAllBytes(file));
    try {
      List<String> words = new ArrayList<>(List.of("import", number));
      words.addAll(List.of(draft.title, draft.where, draft.from, draft.until));
      if (draft.area != null) words.add(draft.area);
      return ask(config, signature, words.toArray(String[]::new));
    } finally {
      // When it was refused before it was taken it lies there still.
      var unused = handover.maybe(number, Sheet.MOST_BYTES);
    }
  }

  @Command(name = "approve", description = "has a batch's recipients told; never by its author")
  int approve(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "BATCH", description = "its id") String batch)
      throws Exception {
    return ask(config, signature, "approve", batch);
  }

  @Command(name = "withdraw", description = "refuses a batch, or takes it back")
  int withdraw(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "BATCH", description = "its id") String batch)
      throws Exception {
    return ask(config, signature, "withdraw", batch);
  }

  @Command(name = "status", description = "how many have been told; never who")
  int status(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "BATCH", description = "its id") String batch)
      throws Exception {
    return ask(config, signature, "status", batch);
  }

  @Command(name = "list", description = "the batches, oldest first")
  int list(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "list");
  }

  private int ask(ConfigOption config, Signature signature, String... words) throws Exception {
    StringBuilder request = new StringBuilder("benefits ").append(signature.word());
    for (String word : words) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
