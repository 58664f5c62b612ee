package ma.jisr.app.command;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import ma.jisr.app.settings.SettingsException;
import ma.jisr.app.talk.TalkException;
import ma.jisr.gateway.session.KeyException;
import ma.jisr.sandbox.radio.RadioException;
import ma.jisr.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ./jisr}: runs the gateway, or what one of its words says. */
@Command(
    name = "jisr",
    description = "Services for a basic phone, by USSD, SMS and chat. Without a word: run.",
    synopsisSubcommandLabel =
        "[run | phone | tour | talk | simulate | lint | check | trace | account | reports |"
            + " demand | unresolved | understand | hotspots | shops | payees | wallet |"
            + " claims | benefits | notices | audience | challenges | places | cells |"
            + " erasures | keys | help]",
    subcommands = {
      RunCommand.class,
      PhoneCommand.class,
      TourCommand.class,
      TalkCommand.class,
      SimulateCommand.class,
      LintCommand.class,
      CheckCommand.class,
      TraceCommand.class,
      ReportsCommand.class,
      DemandCommand.class,
      AccountCommand.class,
      ErasuresCommand.class,
      UnresolvedCommand.class,
      UnderstandCommand.class,
      HotspotsCommand.class,
      ShopsCommand.class,
      PayeesCommand.class,
      ClaimsCommand.class,
      BenefitsCommand.class,
      WalletCommand.class,
      NoticesCommand.class,
      AudienceCommand.class,
      ChallengesCommand.class,
      PlacesCommand.class,
      CellsCommand.class,
      KeysCommand.class,
      HelpCommand.class
    })
public final class Jisr implements Callable<Integer> {
  /** Something is wrong, and has been said. */
  static final int FAILED = 1;

  private static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help").usageHelp(true).description("these lines").build();

  @Mixin ConfigOption config = new ConfigOption();

  /**
   * The whole command line. What people can mend is told in a line; anything else with its trace.
   */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Jisr());
    explain(line);
    // One id of 64 begins with a dash.
    Objects.requireNonNull(line.getSubcommands().get("trace"))
        .setUnmatchedOptionsArePositionalParams(true);
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          if (!expected(failure)) throw failure;
          command.getErr().println("jisr: " + failure.getMessage());
          return FAILED;
        });
    return line;
  }

  @Override
  public Integer call() throws Exception {
    return RunCommand.run(config.settings());
  }

  /** Every word takes --help; the word help brings its own, so the option cannot be inherited. */
  private static void explain(CommandLine word) {
    if (!word.getCommandSpec().helpCommand()) word.getCommandSpec().addOption(HELP);
    word.getSubcommands().values().forEach(Jisr::explain);
  }

  private static boolean expected(Exception failure) {
    return failure instanceof SettingsException
        || failure instanceof TalkException
        || failure instanceof StoreException
        || failure instanceof KeyException
        || failure instanceof RadioException
        || failure instanceof IOException;
  }
}
