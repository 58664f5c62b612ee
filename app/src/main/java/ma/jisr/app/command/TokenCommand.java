package ma.jisr.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr account token}: the tokens of an account. */
@Command(
    name = "token",
    description = "tokens for the API",
    synopsisSubcommandLabel = "create | list | revoke")
final class TokenCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "token create, list or revoke");
  }

  @Command(name = "create", description = "shows a new token, this once and alone on its line")
  int create(
      @Mixin Asking asking,
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--scopes",
              paramLabel = "SCOPE,…",
              description = "such as hotspots:read,places:read; all of the role without it")
          @Nullable String scopes,
      @Option(names = "--days", paramLabel = "N", description = "1 to 366; 90 without it")
          @Nullable Integer days)
      throws Exception {
    String until = days == null ? null : days.toString();
    return asking.ask(
        "token", "create", name, AccountCommand.said(scopes), AccountCommand.said(until));
  }

  @Command(name = "list", description = "those that are good, by their ids")
  int list(@Mixin Asking asking, @Parameters(paramLabel = "NAME") String name) throws Exception {
    return asking.ask("token", "list", name);
  }

  @Command(name = "revoke", description = "takes one back, at once and on all nodes")
  int revoke(
      @Mixin Asking asking,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ID", description = "its eight letters, as list shows them")
          String id)
      throws Exception {
    return asking.ask("token", "revoke", name, id);
  }
}
