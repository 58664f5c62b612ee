package ma.jisr.bench.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.bench.load.Load;
import picocli.CommandLine.Option;

/** What the command line says about the load. */
final class Loads {
  static final String SMS_CODE = "4141";
  private static final String USSD_CODE = "*585#";

  /** Numbers of Moroccan mobiles: 2126 and eight digits. */
  private static final long FIRST_NUMBER = 212_600_000_000L;

  @Option(
      names = "--people",
      defaultValue = "100000",
      description = "persons who write, in random order (default ${DEFAULT-VALUE})")
  int people;

  @Option(
      names = "--text",
      defaultValue = "wifi amizmiz",
      description = "an SMS; several are sent in turn (default ${DEFAULT-VALUE})")
  List<String> texts = new ArrayList<>();

  @Option(
      names = "--reply",
      defaultValue = "",
      description = "regular expression that every reply of Jisr's to an SMS holds")
  String reply = "";

  @Option(
      names = "--script",
      defaultValue = "*585*1#,3,1",
      split = ",",
      description = "the dialled string and the answers (default ${DEFAULT-VALUE})")
  List<String> script = new ArrayList<>();

  @Option(
      names = "--window",
      defaultValue = "100",
      description = "deliver_sm without a response, at most (default ${DEFAULT-VALUE})")
  int window;

  @Option(
      names = "--open",
      defaultValue = "200",
      description = "SMS without a reply, at most (default ${DEFAULT-VALUE})")
  int open;

  @Option(
      names = "--dialogues",
      defaultValue = "10,100",
      split = ",",
      description = "dialogues open at once; each number a run (default ${DEFAULT-VALUE})")
  List<Integer> dialogues = new ArrayList<>();

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "SMS a second in the open loop (default ${DEFAULT-VALUE})")
  double rate;

  @Option(
      names = "--delay",
      defaultValue = "0",
      description = "milliseconds from a submit_sm to its response (default ${DEFAULT-VALUE})")
  int delay;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "measured in each run (default ${DEFAULT-VALUE})")
  int seconds;

  @Option(
      names = "--warmup",
      defaultValue = "20",
      description =
          "seconds of the same load before SMS are measured; half of it before USSD, a quarter"
              + " before the open loop (default ${DEFAULT-VALUE})")
  int warmup;

  int warmup() {
    return warmup;
  }

  Duration sending() {
    return Duration.ofSeconds(seconds);
  }

  Load sms() {
    return new Load(
        SMS_CODE, FIRST_NUMBER, people, texts, window, open, 0, Duration.ofMillis(delay));
  }

  Load ussd(int concurrently) {
    return new Load(
        USSD_CODE, FIRST_NUMBER, people, script, window, concurrently, 0, Duration.ofMillis(delay));
  }
}
