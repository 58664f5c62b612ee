package ma.jisr.bench.compare;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import ma.jisr.bench.load.Load;
import ma.jisr.bench.load.Phones;
import ma.jisr.bench.load.Smsc;
import ma.jisr.bench.load.Tally;
import ma.jisr.bench.load.Witness;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The load generator alone, for an ESME that somebody else has started. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Listens as an SMSC on 127.0.0.1, waits for a bind and sends. --rate 0 is a closed"
            + " loop; --delay the SMSC's response time.")
final class LoadCommand implements Callable<Integer> {
  private static final Duration BIND_BOUND = Duration.ofMinutes(2);
  private static final double MILLISECOND = 1e6;

  @Mixin final Loads loads = new Loads();

  @Option(names = "--port", defaultValue = "2775", description = "default ${DEFAULT-VALUE}")
  int port;

  @Option(names = "--ussd", description = "dialogues instead of SMS")
  boolean ussd;

  @Option(names = "--paced", description = "SMS at --rate instead of a closed loop")
  boolean paced;

  @Override
  public Integer call() throws IOException {
    Load load =
        ussd
            ? loads.ussd(loads.dialogues.getFirst())
            : paced ? loads.sms().at(loads.rate) : loads.sms();
    Scenario scenario =
        new Scenario(
            "", ussd, load, Duration.ofSeconds(loads.warmup()), Pattern.compile(loads.reply));
    try (Smsc smsc = Smsc.listen(port)) {
      if (!smsc.serve(smsc::bound, BIND_BOUND)) throw new IOException("nobody has bound");
      Phones phones = new Phones(smsc);
      Pattern anything = Pattern.compile("");
      scenario.run(phones, scenario.warmup(), new Witness(anything));
      Duration before = Machine.own();
      Tally tally = scenario.run(phones, loads.sending(), new Witness(scenario.expected()));
      double cpu = Machine.own().minus(before).toNanos() / 1e3 / Math.max(1, tally.replied());
      tell(tally, cpu);
      return tally.lost() + tally.repeatedReplies() == 0 ? 0 : 1;
    }
  }

  private static void tell(Tally tally, double cpu) {
    Histogram replies = tally.replies();
    System.out.printf(
        "%,.0f/s (%,.0f dialogues/s), p50 %.2f p99 %.2f p99.9 %.2f ms; sent %,d, lost %,d,"
            + " unanswered %,d, repeated %,d, refused %s, at most %d submits unanswered, stalls %d;"
            + " generator %.2f us a message, late by %.2f ms (p99)%n",
        tally.rate(),
        tally.dialoguesPerSecond(),
        replies.getValueAtPercentile(50) / MILLISECOND,
        replies.getValueAtPercentile(99) / MILLISECOND,
        replies.getValueAtPercentile(99.9) / MILLISECOND,
        tally.sent(),
        tally.lost(),
        tally.unanswered(),
        tally.repeatedReplies(),
        tally.refused(),
        tally.mostSubmits(),
        tally.stalls(),
        cpu,
        tally.lateness().getValueAtPercentile(99) / MILLISECOND);
  }
}
