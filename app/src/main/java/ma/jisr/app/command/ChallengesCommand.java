package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.jisr.app.admin.Words;
import ma.jisr.app.challenge.ChallengesVerb;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.service.challenges.file.ChallengeFiles;
import ma.jisr.service.challenges.register.ChallengeCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/**
 * {@code jisr challenges}: what people may take up, one by one through the running process, and in
 * and out of files.
 */
@Command(
    name = "challenges",
    description = "challenges that people may take up, one by one and in and out of files",
    synopsisSubcommandLabel =
        "list | show | offers | write | change | publish | close | keeper"
            + " | template | import | export | batches | undo",
    footer = "undo CODE takes the last change of one challenge back; twice, it brings it again.",
    subcommands = ChallengeKeeperCommand.class)
final class ChallengesCommand extends TablesCommand {
  static final String CODE = "of the challenge, such as 2.4";

  ChallengesCommand() {
    super("challenges", ChallengeFiles::template);
  }

  @Command(name = "list", description = "those of the territory, drafts and closed ones too")
  int list(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(spec, config, signature, "list");
  }

  @Command(name = "show", description = "one as JSON; numbers are shown to nobody")
  int show(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = CODE) String code)
      throws Exception {
    return ask(spec, config, signature, "show", code);
  }

  @Command(
      name = "offers",
      description = "where the offers for one stand; with the number once both have agreed")
  int offers(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = CODE) String code)
      throws Exception {
    return ask(spec, config, signature, "offers", code);
  }

  @Command(name = "write", description = "makes a draft of a JSON file: code, title, goal…")
  int write(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "FILE", description = "JSON") Path file)
      throws Exception {
    return hand(config, signature, file, "write");
  }

  @Command(name = "change", description = "puts a JSON file in place of what one says")
  int change(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(index = "0", paramLabel = "CODE", description = CODE) String code,
      @Parameters(index = "1", paramLabel = "FILE", description = "JSON") Path file)
      throws Exception {
    return hand(config, signature, file, "change", code);
  }

  @Command(name = "publish", description = "shows a draft to people, or a closed one again")
  int publish(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = CODE) String code)
      throws Exception {
    return ask(spec, config, signature, "publish", code);
  }

  @Command(name = "close", description = "ends one; everybody who offered hears of it")
  int close(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = CODE) String code)
      throws Exception {
    return ask(spec, config, signature, "close", code);
  }

  @Override
  int takeBack(Filing filing, String of) throws Exception {
    return ChallengeCode.isCode(of)
        ? ask(spec, filing.config, filing.signature, "undo", of)
        : super.takeBack(filing, of);
  }

  /** Asks with a file behind the other words. */
  private int hand(ConfigOption config, Signature signature, Path file, String... words)
      throws Exception {
    Settings settings = config.settings();
    if (Files.size(file) > ChallengesVerb.MOST_BYTES)
      throw new IOException(file.getFileName() + " is too large for a challenge");
    Handover handover = new Handover(settings.data());
    String number = Handover.number();
    handover.put(number, Files.readAllBytes(file));
    String[] all = new String[words.length + 1];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = number;
    try {
      return ask(spec, config, signature, all);
    } finally {
      // When it was refused before it was taken it lies there still.
      var unused = handover.maybe(number, ChallengesVerb.MOST_BYTES);
    }
  }

  /** Asks the running process. */
  static int ask(CommandSpec spec, ConfigOption config, Signature signature, String... words)
      throws Exception {
    StringBuilder request = new StringBuilder("challenges ").append(signature.word());
    for (String word : words) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
