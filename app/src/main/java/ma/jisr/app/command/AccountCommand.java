package ma.jisr.app.command;

import java.util.Locale;
import ma.jisr.app.account.AccountDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr account}: who may work with Jisr. Asks the running process, and nobody else. */
@Command(
    name = "account",
    description = "who may work with Jisr; asks the running process",
    synopsisSubcommandLabel =
        "create | list | show | disable | enable | role | territory | token | audit",
    subcommands = TokenCommand.class)
final class AccountCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "account create, list, show, disable, enable, role, territory or audit");
  }

  @Command(name = "create", description = "makes an account; the first one is an administrator")
  int create(
      @Mixin Asking asking,
      @Parameters(paramLabel = "NAME", description = "a lower-case word") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "viewer, official, agent, operator or administrator")
          String role,
      @Option(
              names = "--territory",
              paramLabel = "AREA,…",
              description = "ids of regions, provinces or places, or everywhere")
          @Nullable String territory,
      @Option(
              names = "--phone",
              paramLabel = "NUMBER",
              description =
                  "of an agent or official who acts by phone; it is not kept in readable form")
          @Nullable String phone)
      throws Exception {
    String number = phone == null ? null : phone.replaceAll("\\s", "");
    return asking.ask("create", name, role.toLowerCase(Locale.ROOT), said(territory), said(number));
  }

  @Command(name = "list", description = "all accounts")
  int list(@Mixin Asking asking) throws Exception {
    return asking.ask("list");
  }

  @Command(name = "show", description = "an account and its tokens, by their ids")
  int show(@Mixin Asking asking, @Parameters(paramLabel = "NAME") String name) throws Exception {
    return asking.ask("show", name);
  }

  @Command(name = "disable", description = "takes everything from it at once, tokens for good")
  int disable(@Mixin Asking asking, @Parameters(paramLabel = "NAME") String name) throws Exception {
    return asking.ask("disable", name);
  }

  @Command(name = "enable", description = "gives it back what its role allows")
  int enable(@Mixin Asking asking, @Parameters(paramLabel = "NAME") String name) throws Exception {
    return asking.ask("enable", name);
  }

  @Command(name = "role", description = "changes what it may do; its tokens are cut down to that")
  int role(
      @Mixin Asking asking,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(
              paramLabel = "ROLE",
              description = "viewer, official, agent, operator or administrator")
          String role,
      @Option(
              names = "--territory",
              paramLabel = "AREA,…",
              description = "another territory; needed for who was an administrator")
          @Nullable String territory)
      throws Exception {
    return asking.ask("role", name, role.toLowerCase(Locale.ROOT), said(territory));
  }

  @Command(name = "territory", description = "changes where it may do it")
  int territory(
      @Mixin Asking asking,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "AREA,…", description = "ids of areas, or everywhere") String areas)
      throws Exception {
    return asking.ask("territory", name, areas);
  }

  @Command(name = "audit", description = "who did and read what on a day (UTC); today without one")
  int audit(
      @Mixin Asking asking,
      @Parameters(paramLabel = "DAY", arity = "0..1", description = "such as 2026-11-22")
          @Nullable String day)
      throws Exception {
    return asking.ask("audit", said(day));
  }

  static String said(@Nullable String word) {
    return word == null ? AccountDesk.NONE : word;
  }
}
