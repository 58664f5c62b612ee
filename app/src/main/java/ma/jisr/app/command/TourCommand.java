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
  private static final int NUMBERS = 100_000;

  @Mixin ConfigOption config = new ConfigOption();

  @Option(names = "--pay", description = "pays a merchant instead of looking for Wi-Fi")
  boolean pay;

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
    // A number that ends in 2 has a wallet with enough in it, see docs/wallet.md.
    String msisdn = "+212661%05d2".formatted(new SecureRandom().nextInt(NUMBERS));
    var steps = pay ? paying(settings.codes()) : steps(settings.codes());
    return tour.play(settings.data(), msisdn, steps, Duration.ofMillis(beat)) ? 0 : Jisr.FAILED;
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

  /** A merchant is paid: from the dialogue with Jisr to the provider's, and the receipt. */
  static List<Tour.Step> paying(Settings.Codes codes) {
    String code = codes.ussd().replace("#", "*3*1041*45#");
    return List.of(
        new Tour.Step("Pay 45 dirhams to the merchant 1041.", code, "Langue / Lougha"),
        new Tour.Step("", "5", "Language: English"),
        new Tour.Step("Yes.", "1", "Request JSR-"),
        new Tour.Step(
            "Jisr's dialogue is over: the wallet's provider asks, and Jisr never sees the PIN.",
            "wait prompt",
            "Wallet "),
        new Tour.Step("", "1234", "Paye: 45 DH"),
        new Tour.Step("", "wait", "Paid: 45 DH"));
  }
}
