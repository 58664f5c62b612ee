package ma.jisr.bench.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import ma.jisr.bench.load.Load;
import ma.jisr.bench.load.Phones;
import ma.jisr.bench.load.Span;
import ma.jisr.bench.load.Tally;
import ma.jisr.bench.load.Witness;

/**
 * One kind of load.
 *
 * @param name how the report calls it
 * @param ussd whether the phones dial
 * @param load what they send
 * @param warmup sent before anything is measured
 * @param expected what every reply of Jisr's holds
 */
record Scenario(String name, boolean ussd, Load load, Duration warmup, Pattern expected) {
  /** How long a reply is waited for before it counts as lost. */
  static final Duration DRAIN = Duration.ofSeconds(10);

  Tally run(Phones phones, Duration sending, Witness witness) throws IOException {
    Span span = new Span(sending, DRAIN);
    return ussd ? phones.ussd(load, span, witness) : phones.sms(load, span, witness);
  }

  /** The comparison's: SMS as fast as possible, SMS at a fixed rate, dialogues. */
  static List<Scenario> of(Loads loads) {
    Duration warm = Duration.ofSeconds(loads.warmup());
    Duration settle = Duration.ofSeconds(Math.max(1, loads.warmup() / 4));
    List<Scenario> all = new java.util.ArrayList<>();
    all.add(
        new Scenario("SMS, closed loop", false, loads.sms(), warm, Pattern.compile(loads.reply)));
    all.add(
        new Scenario(
            "SMS, %,.0f/s open loop".formatted(loads.rate),
            false,
            loads.sms().at(loads.rate),
            settle,
            Pattern.compile(loads.reply)));
    for (int open : loads.dialogues)
      all.add(
          new Scenario(
              "USSD, %d dialogues open".formatted(open),
              true,
              loads.ussd(open),
              Duration.ofSeconds(Math.max(1, loads.warmup() / 2)),
              Pattern.compile("")));
    return all;
  }
}
