package ma.jisr.app.command;

import ma.jisr.app.admin.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr shops staff}: who runs the queues of a shop. Asks the running process. */
@Command(
    name = "staff",
    description = "who runs the queues of a shop; asks the running process",
    synopsisSubcommandLabel = "list | add | remove")
final class StaffCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "shops staff list, add or remove");
  }

  @Command(name = "list", description = "who serves there, by ids that tell nothing")
  int list(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = "the shop's code") String code)
      throws Exception {
    return ask(config, signature, "list", code);
  }

  @Command(name = "add", description = "registers a phone; it is not kept in readable form")
  int add(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = "the shop's code") String code,
      @Parameters(paramLabel = "NUMBER", description = "such as +212661000001") String number,
      @Option(names = "--owner", description = "also closes for the day by a code") boolean owner)
      throws Exception {
    return ask(config, signature, "add", code, number, owner ? "owner" : "staff");
  }

  @Command(name = "remove", description = "takes somebody's rights away, at once")
  int remove(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "CODE", description = "the shop's code") String code,
      @Parameters(paramLabel = "MEMBER", description = "their id in the list") String member)
      throws Exception {
    return ask(config, signature, "remove", code, member);
  }

  private int ask(ConfigOption config, Signature signature, String... words) throws Exception {
    StringBuilder request = new StringBuilder("staff ").append(signature.word());
    for (String word : words) request.append(' ').append(Words.of(word));
    return Owner.askRunning(spec, config.settings(), request.toString());
  }
}
