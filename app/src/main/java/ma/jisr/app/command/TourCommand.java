package ma.jisr.app.command;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import ma.jisr.app.settings.Settings;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.terminal.Console;
import ma.jisr.sandbox.terminal.Tour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jisr tour}: a dialogue that plays itself with the running sandbox. */
@Command(
    name = "tour",
    description = "plays one dialogue with the running sandbox in half a minute")
final class TourCommand implements Callable<Integer> {
  /** A number that nobody would take for their own phone of the sandbox. */
  private static final String MSISDN = "+212661000099";

  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--beat",
      paramLabel = "MILLIS",
      defaultValue = "3000",
      description = "the pause after each screen (${DEFAULT-VALUE})")
  long beat;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    Console console =
        Console.plain(new InputStreamReader(System.in, StandardCharsets.UTF_8), System.out);
    Tour tour = new Tour(console, Handset.BASIC, pause -> LockSupport.parkNanos(pause.toNanos()));
    return tour.play(settings.data(), MSISDN, steps(settings.codes()), Duration.ofMillis(beat))
        ? 0
        : Jisr.FAILED;
  }

  static List<Tour.Step> steps(Settings.Codes codes) {
    return List.of();
  }
}
