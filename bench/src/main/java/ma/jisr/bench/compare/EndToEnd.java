package ma.jisr.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
          "a JFR recording of Jisr in its last closed loop goes to this file, its methods"
              + " to standard output")
  @Nullable Path profile;

  @Override
  public Integer call() throws IOException {
    Results results = new Results();
    List<Subject> subjects = subjects(results);
    Path folder = output.folder();
    for (int rep = 1; rep <= reps; rep++)
      for (Subject subject : subjects) {
        output.say("repetition %d of %d: %s", rep, reps, subject.name());
        try (Trial trial = Trial.start(subject, output, folder)) {
          measure(trial, subject, results, rep == reps);
        }
      }
    output.report(results);
    if (profile != null) System.out.println(Profile.top(profile));
    return results.complete() ? 0 : 1;
  }

  private List<Subject> subjects(Results results) {
    List<Subject> all = Subjects.all(loads.script.getLast(), output.javaOptions, output.settings);
    for (Subject subject : all) if (!subject.missing().isEmpty()) results.remark(subject.missing());
    return all.stream()
        .filter(subject -> subject.missing().isEmpty())
        .filter(s -> only.isEmpty() || only.stream().anyMatch(s.name()::startsWith))
        .toList();
  }

  private void measure(Trial trial, Subject subject, Results results, boolean last)
      throws IOException {
    if (trial.understands()) {
      String met = trial.meet(loads.sms());
      if (!met.isEmpty()) results.remark(met);
    }
    boolean first = true;
    for (Scenario scenario : Scenario.of(loads)) {
      if (scenario.ussd() && !subject.ussd()) continue;
      Path recorded = first && last && trial.understands() ? profile : null;
      first = false;
      results.add(
          scenario.name(), subject.name(), trial.measure(scenario, loads.sending(), recorded));
    }
  }
}
