package ma.jisr.app.command;

import ma.jisr.app.admin.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr erasures}: who is being erased. Asks the running process. */
@Command(
    name = "erasures",
    description = "who is being erased; asks the running process",
    synopsisSubcommandLabel = "list | replay | erase")
final class ErasuresCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "erasures list, replay or erase");
  }

  @Command(name = "list", description = "those on their way, without whose they are")
  int list(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "list");
  }

  @Command(
      name = "replay",
      description = "erases again whom a restored store holds; done at each start, too")
  int replay(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return ask(config, signature, "replay");
  }

  @Command(
      name = "erase",
      description = "erases the person of a number, who has wished it in writing")
  int erase(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "NUMBER", description = "such as +212661000001") String number)
      throws Exception {
    return ask(config, signature, "erase", number);
  }

  private int ask(ConfigOption config, Signature signature, String... words) throws Exception {
    StringBuilder request = new StringBuilder("erasures ").append(signature.word());
    for (String word : words) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
