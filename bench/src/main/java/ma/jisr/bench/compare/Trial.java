package ma.jisr.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import ma.jisr.bench.load.Load;
import ma.jisr.bench.load.Phones;
import ma.jisr.bench.load.Smsc;
import ma.jisr.bench.load.Tally;
import ma.jisr.bench.load.Witness;
import ma.jisr.bench.subject.Running;
import ma.jisr.bench.subject.Subject;
import org.jspecify.annotations.Nullable;

/** One subject, from its start to its end: started against an SMSC of its own, warmed, measured. */
final class Trial implements AutoCloseable {
  private static final Duration BIND_BOUND = Duration.ofSeconds(90);
  private static final Duration POPULATION_BOUND = Duration.ofHours(1);
  private static final Pattern ANYTHING = Pattern.compile("");

  /** The file in the subject's folder that says that all persons have written before. */
  private static final String KNOWN = "known";

  private final Subject subject;
  private final Output output;
  private final Path folder;
  private final Smsc smsc;
  private final Running running;
  private final Phones phones;

  private Trial(Subject subject, Output output, Path folder, Smsc smsc, Running running) {
    this.subject = subject;
    this.output = output;
    this.folder = folder;
    this.smsc = smsc;
    this.running = running;
    phones = new Phones(smsc);
  }

  /** Starts it and waits until it has bound. */
  static Trial start(Subject subject, Output output, Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve(subject.name().replace(' ', '-')));
    Smsc smsc = Smsc.listen(0);
    try {
      long start = System.nanoTime();
      Running running = subject.start(smsc.port(), folder);
      Trial trial = new Trial(subject, output, folder, smsc, running);
      trial.bind(start);
      return trial;
    } catch (IOException e) {
      smsc.close();
      throw e;
    }
  }

  private void bind(long start) throws IOException {
    boolean ended = smsc.serve(() -> smsc.bound() || !running.alive(), BIND_BOUND);
    if (!ended || !smsc.bound()) {
      running.close();
      throw new IOException(subject.name() + " does not bind: see its log in " + folder);
    }
    output.say("  bound after %.1f s", (System.nanoTime() - start) / 1e9);
  }

  /** Everybody writes once, unless that was done in this folder before; what that showed. */
  String meet(Load load) throws IOException {
    if (Files.exists(folder.resolve(KNOWN))) return "";
    long start = System.nanoTime();
    Tally tally = phones.everybody(load, POPULATION_BOUND, Scenario.DRAIN, new Witness(ANYTHING));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (tally.replied() == load.people()) Files.writeString(folder.resolve(KNOWN), "");
    return "New persons: %,d in %.0f s, %,.0f/s (alias, person and key are made; the process has just started); refused %,d, lost %,d."
        .formatted(
            tally.replied(),
            seconds,
            tally.replied() / seconds,
            tally.refusals(),
            tally.lost() + tally.unanswered());
  }

  /**
   * Warms it with the scenario's load, then measures the same.
   *
   * @param profile where a JFR recording of the measured part goes, or none
   */
  Figures measure(Scenario scenario, Duration sending, @Nullable Path profile) throws IOException {
    scenario.run(phones, scenario.warmup(), new Witness(ANYTHING));
    Witness witness = new Witness(understands() ? scenario.expected() : ANYTHING);
    Profile recording = profile == null ? null : Profile.start(running.pid(), profile);
    Meter meter = Meter.start(running);
    Figures figures = meter.stop(scenario.run(phones, sending, witness), witness);
    if (recording != null) recording.stop();
    for (String text : witness.unexpected()) output.say("  not expected: %s", text);
    output.line(figures, scenario.name());
    return figures;
  }

  /** Whether its replies mean something: whether they are read and people are known to it. */
  boolean understands() {
    return subject.name().equals(Markdown.JISR);
  }

  @Override
  public void close() throws IOException {
    running.close();
    smsc.close();
  }
}
