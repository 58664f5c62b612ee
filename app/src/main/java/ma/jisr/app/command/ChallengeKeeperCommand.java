package ma.jisr.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr challenges keeper}: who answers for a challenge, by phone. */
@Command(
    name = "keeper",
    description = "who answers for a challenge: its owner, and a key partner",
    synopsisSubcommandLabel = "add | remove")
final class ChallengeKeeperCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "challenges keeper add or remove");
  }

  @Command(
      name = "add",
      description = "registers a phone, in place of another; it is told every offer that waits")
  int add(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(index = "0", paramLabel = "CODE", description = ChallengesCommand.CODE)
          String code,
      @Parameters(index = "1", paramLabel = "NUMBER", description = "such as +212661000001")
          String number,
      @Parameters(index = "2", paramLabel = "NAME", description = "as people are told it")
          String name,
      @Option(names = "--partner", description = "as the key partner: does not close it")
          boolean partner)
      throws Exception {
    return ChallengesCommand.ask(
        spec, config, signature, "keeper", code, post(partner), number, name);
  }

  @Command(name = "remove", description = "takes their rights away, at once")
  int remove(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = ChallengesCommand.CODE) String code,
      @Option(names = "--partner", description = "the key partner instead of the owner")
          boolean partner)
      throws Exception {
    return ChallengesCommand.ask(spec, config, signature, "unkeep", code, post(partner));
  }

  private static String post(boolean partner) {
    return partner ? "partner" : "owner";
  }
}
