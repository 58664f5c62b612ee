package ma.jisr.app.command;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
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
  /** Numbers of the tour: one that nobody had before meets Jisr for the first time. */
  private static final int NUMBERS = 1_000_000;

  @Mixin ConfigOption config = new ConfigOption();

  @Option(
      names = "--beat",
      paramLabel = "MILLIS",
      defaultValue = "3000",
      description = "the pause after each step (${DEFAULT-VALUE})")
  long beat;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    Console console =
        Console.plain(new InputStreamReader(System.in, StandardCharsets.UTF_8), System.out);
    Tour tour = new Tour(console, Handset.BASIC, pause -> LockSupport.parkNanos(pause.toNanos()));
    String msisdn = "+212661%06d".formatted(new SecureRandom().nextInt(NUMBERS));
    return tour.play(settings.data(), msisdn, steps(settings.codes()), Duration.ofMillis(beat))
        ? 0
        : Jisr.FAILED;
  }

  /**
   * In English, for whoever reads the README; what is open depends on the hour, so no place does.
   */
  static List<Tour.Step> steps(Settings.Codes codes) {
    return List.of(
        new Tour.Step("The first call asks for a language.", codes.ussd(), "Langue / Lougha"),
        new Tour.Step("", "5", "Language: English"),
        new Tour.Step("Find Wi-Fi.", "1", "Your place?"),
        new Tour.Step("By name, however it is spelt.", "amizmize", "Open wifi, Amizmiz"),
        new Tour.Step("The nearest one.", "1", ""),
        new Tour.Step("Keep the way there as an SMS.", "1", ""),
        new Tour.Step("", "wait", ""),
        new Tour.Step(
            "The same by one SMS.", "sms " + codes.sms() + " wifi amizmiz", "Open wifi, Amizmiz"));
  }
}
