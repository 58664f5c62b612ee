package ma.jisr.bench.compare;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of bench/run. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures Jisr from outside.",
    subcommands = {EndToEnd.class})
public final class Bench {
  private Bench() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }
}
