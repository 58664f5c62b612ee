package ma.jisr.app.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr unresolved alias}: spellings of places. */
@Command(
    name = "alias",
    description = "spellings of places",
    synopsisSubcommandLabel = "add | remove | list")
final class AliasCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "alias add, remove or list");
  }

  @Command(name = "add", description = "teaches it, on all nodes within a minute")
  int add(
      @Mixin Reviewer asking,
      @Parameters(paramLabel = "PLACE", description = "its id or name: al-haouz.amizmiz")
          String place,
      @Parameters(paramLabel = "TEXT", description = "as people write it", arity = "1..*")
          List<String> text)
      throws Exception {
    return asking.ask("alias", "add", place, String.join(" ", text));
  }

  @Command(name = "remove", description = "takes it back")
  int remove(
      @Mixin Reviewer asking, @Parameters(paramLabel = "TEXT", arity = "1..*") List<String> text)
      throws Exception {
    return asking.ask("alias", "remove", String.join(" ", text));
  }

  @Command(name = "list", description = "what has been taught, by whom")
  int list(@Mixin Reviewer asking) throws Exception {
    return asking.ask("alias", "list");
  }
}
