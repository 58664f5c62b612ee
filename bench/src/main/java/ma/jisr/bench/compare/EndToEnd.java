package ma.jisr.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import ma.jisr.bench.load.Phones;
import ma.jisr.bench.load.Smsc;
import ma.jisr.bench.load.Tally;
import ma.jisr.bench.load.Witness;
import ma.jisr.bench.subject.Running;
import ma.jisr.bench.subject.Subject;
import ma.jisr.bench.subject.Subjects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the echoes, Kannel and Jisr in turn under the same load and tells the ratios. */
@Command(
    name = "end-to-end",
    mixinStandardHelpOptions = true,
    description = "Compares Jisr with two echoes and Kannel, on this machine, in turn.")
final class EndToEnd implements Callable<Integer> {
  private static final Duration BIND_BOUND = Duration.ofSeconds(90);
  private static final Duration POPULATION_BOUND = Duration.ofHours(1);

  @Mixin final Loads loads = new Loads();
  @Mixin final Output output = new Output();

  @Option(
      names = "--reps",
      defaultValue = "3",
      description = "repetitions; medians are told (default ${DEFAULT-VALUE})")
  int reps;

  @Option(
      names = "--only",
      split = ",",
      description = "only the subjects whose names begin so, such as codec,Jisr")
  List<String> only = List.of();

  @Option(
      names = "--profile",
      description =
          "a JFR recording of Jisr in its closed loop goes to this file, its top methods"
              + " to the report")
  @Nullable Path profile;

  @Override
  public Integer call() throws IOException {
    Results results = new Results();
    List<Subject> subjects = subjects(results);
    Path folder = output.folder();
    for (int rep = 1; rep <= reps; rep++)
      for (Subject subject : subjects) {
        output.say("repetition %d of %d: %s", rep, reps, subject.name());
        try (Smsc smsc = Smsc.listen(0)) {
          measure(smsc, subject, folder, results);
        }
      }
    output.report(results);
    return results.complete() ? 0 : 1;
  }

  private List<Subject> subjects(Results results) {
    List<Subject> all = Subjects.all(loads.script.getLast(), output.javaOptions);
    for (Subject subject : all) if (!subject.missing().isEmpty()) results.remark(subject.missing());
    return all.stream()
        .filter(subject -> subject.missing().isEmpty())
        .filter(s -> only.isEmpty() || only.stream().anyMatch(s.name()::startsWith))
        .toList();
  }

  private void measure(Smsc smsc, Subject subject, Path root, Results results) throws IOException {
    Path folder = Files.createDirectories(root.resolve(subject.name().replace(' ', '-')));
    boolean fresh = !Files.exists(folder.resolve("known"));
    long start = System.nanoTime();
    try (Running running = subject.start(smsc.port(), folder)) {
      if (!smsc.serve(() -> smsc.bound() || !running.alive(), BIND_BOUND) || !smsc.bound())
        throw new IOException(subject.name() + " does not bind: see its log in " + folder);
      output.say("  bound after %.1f s", (System.nanoTime() - start) / 1e9);
      Phones phones = new Phones(smsc);
      if (fresh && subject.name().equals("Jisr")) meet(phones, results);
      for (Scenario scenario : Scenario.of(loads))
        if (subject.ussd() || !scenario.ussd()) {
          Figures figures = measure(phones, running, scenario, subject);
          results.add(scenario.name(), subject.name(), figures);
          output.line(figures, scenario.name());
        }
      Files.writeString(folder.resolve("known"), "");
    }
  }

  /** Everybody writes once: from then on all are known. */
  private void meet(Phones phones, Results results) throws IOException {
    long start = System.nanoTime();
    Tally tally =
        phones.everybody(
            loads.sms(), POPULATION_BOUND, Scenario.DRAIN, new Witness(Pattern.compile("")));
    double seconds = (System.nanoTime() - start) / 1e9;
    results.remark(
        "New persons: %,d in %.0f s, %,.0f/s (alias, person and key are made; the process just started); refused %,d, lost %,d."
            .formatted(
                tally.replied(),
                seconds,
                tally.replied() / seconds,
                tally.refusals(),
                tally.lost() + tally.unanswered()));
  }

  private Figures measure(Phones phones, Running running, Scenario scenario, Subject subject)
      throws IOException {
    scenario.run(phones, scenario.warmup(), new Witness(Pattern.compile("")));
    boolean jisr = subject.name().equals("Jisr");
    Witness witness = new Witness(jisr ? scenario.expected() : Pattern.compile(""));
    Meter meter = Meter.start(running);
    Figures figures = meter.stop(scenario.run(phones, loads.sending(), witness), witness);
    for (String text : witness.unexpected()) output.say("  not expected: %s", text);
    return figures;
  }
}
