package ma.jisr.bench.compare;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of bench/run. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures Jisr from outside.",
    subcommands = {EndToEnd.class, WindowCommand.class, LoadCommand.class, HelpCommand.class})
public final class Bench {
  private Bench() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }
}
