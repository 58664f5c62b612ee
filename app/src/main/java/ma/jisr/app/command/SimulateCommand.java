package ma.jisr.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import ma.jisr.app.simulate.Plant;
import ma.jisr.app.simulate.Report;
import ma.jisr.app.simulate.Simulation;
import ma.jisr.app.simulate.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jisr simulate}: runs simulated worlds in which everything fails, one a seed. */
@Command(
    name = "simulate",
    description = "runs simulated worlds in which everything fails, one for each seed")
final class SimulateCommand implements Callable<Integer> {
  /** Failing seeds shown in full. */
  private static final int SHOWN = 3;

  @Option(names = "--seeds", paramLabel = "N", description = "how many worlds (default 300)")
  int seeds = 300;

  @Option(names = "--from", paramLabel = "S", description = "the first seed (default 1)")
  long from = 1;

  @Option(names = "--nodes", paramLabel = "N", description = "1 (default), or 2 on one store")
  int nodes = 1;

  @Option(
      names = "--plant",
      paramLabel = "BUG",
      description = "puts a bug in, to see it found: ${COMPLETION-CANDIDATES}")
  Plant plant = Plant.NOTHING;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (seeds < 1) throw new ParameterException(spec.commandLine(), "--seeds is less than 1");
    if (nodes < 1 || nodes > 2)
      throw new ParameterException(spec.commandLine(), "--nodes is neither 1 nor 2");
    // What fails is wanted here; the log of it would hide what matters.
    System.setProperty("org.slf4j.simpleLogger.log.ma.jisr", "off");
    PrintWriter out = spec.commandLine().getOut();
    Simulation simulation = new Simulation(nodes, plant);
    int failed = 0;
    long events = 0;
    for (long seed = from; seed < from + seeds; seed++) {
      Report report = simulation.run(seed);
      events += report.events();
      if (report.clean()) continue;
      if (++failed <= SHOWN) show(out, seed, report);
    }
    out.printf(Locale.ROOT, "%d of %d worlds hold, %d events%n", seeds - failed, seeds, events);
    out.flush();
    return failed == 0 ? 0 : Jisr.FAILED;
  }

  private void show(PrintWriter out, long seed, Report report) {
    Violation first = report.violations().getFirst();
    first.trace().forEach(line -> out.println("  " + line));
    out.println("seed " + seed + " breaks " + first.invariant() + ": " + first.detail());
    String planted = plant == Plant.NOTHING ? "" : " --plant " + plant;
    String two = nodes == 1 ? "" : " --nodes " + nodes;
    out.println("again: ./jisr simulate --from " + seed + " --seeds 1" + two + planted);
    out.flush();
  }
}
