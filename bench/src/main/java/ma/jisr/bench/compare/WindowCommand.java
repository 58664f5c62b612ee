package ma.jisr.bench.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import ma.jisr.bench.subject.Subjects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Watches how Jisr fills its window of 100 towards an SMSC that takes its time. */
@Command(
    name = "window",
    mixinStandardHelpOptions = true,
    description =
        "Jisr alone, and an SMSC that answers after 50 ms: is the window of 100 filled,"
            + " and never more? Exit code 1 when it is not.")
final class WindowCommand implements Callable<Integer> {
  /** What Jisr's link is configured with. */
  private static final int WINDOW = 100;

  private static final int DELAY = 50;

  /** By Little's law, with nobody dawdling. */
  private static final double CEILING = WINDOW * 1000.0 / DELAY;

  /** The least share of the ceiling. */
  private static final double FILLED = 0.95;

  /** SMS without a reply: enough for the window to be full while others are being understood. */
  private static final int OPEN = 1000;

  @Mixin final Loads loads = new Loads();
  @Mixin final Output output = new Output();

  @Override
  public Integer call() throws IOException {
    Scenario scenario =
        new Scenario(
            "SMS, SMSC answers after %d ms".formatted(DELAY),
            false,
            loads.sms().bounded(WINDOW, OPEN).delayed(Duration.ofMillis(DELAY)),
            Duration.ofSeconds(loads.warmup()),
            Pattern.compile(loads.reply));
    try (Trial trial =
        Trial.start(Subjects.jisr(output.javaOptions, output.settings), output, output.folder())) {
      output.say("%s", trial.meet(loads.sms()));
      Figures figures = trial.measure(scenario, loads.sending(), null);
      double fill = figures.segments() / CEILING;
      System.out.printf(
          "%,.0f segments/s of %,.0f: the window was filled to %.1f %%; most unanswered at once: %d"
              + " of %d; lost %d, repeated %d; others used %.2f processors%n",
          figures.segments(),
          CEILING,
          100 * fill,
          figures.mostSubmits(),
          WINDOW,
          figures.lost(),
          figures.repeated(),
          figures.otherCores());
      return fill >= FILLED && figures.mostSubmits() <= WINDOW ? 0 : 1;
    }
  }
}
