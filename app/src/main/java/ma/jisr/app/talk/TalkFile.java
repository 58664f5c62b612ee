package ma.jisr.app.talk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.wiring.Scratch;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.parse.FlowParser;

/** A transcript on disk, and its runs in every variation. */
public final class TalkFile {
  /** More writes than any transcript makes: a bound on the runs that kill the process. */
  private static final int MAX_CRASHES = 200;

  private final Path path;
  private final String text;
  private final Talk talk;
  private final Map<String, Flow> deployed;

  /**
   * How the runs went.
   *
   * @param runs how many there were
   * @param failures the first of each variation that failed
   * @param seen what the phone showed in the first of them, as far as it went
   */
  public record Verdict(int runs, List<String> failures, List<TalkPlayer.Seen> seen) {
    public Verdict {
      failures = List.copyOf(failures);
      seen = List.copyOf(seen);
    }
  }

  private TalkFile(Path path, String text) throws IOException {
    this.path = path;
    this.text = text;
    this.talk = TalkParser.parse(path.getFileName().toString(), text);
    this.deployed = deployed(talk, path);
  }

  /** The flows that the transcript deploys; their files lie beside it. */
  private static Map<String, Flow> deployed(Talk talk, Path path) throws IOException {
    Map<String, Flow> flows = new HashMap<>();
    for (TalkLine line : talk.lines()) {
      if (!(line instanceof TalkLine.Deploys deploys)) continue;
      Path file = path.resolveSibling(deploys.file());
      if (!Files.isRegularFile(file))
        throw new TalkException(
            talk.file(), line.line(), "there is no " + deploys.file() + " beside the transcript");
      FlowParser.Parsed parsed = FlowParser.parse(deploys.file(), Files.readString(file));
      if (parsed.flow() == null)
        throw new TalkException(talk.file(), line.line(), "" + parsed.problems().getFirst());
      flows.put(deploys.file(), parsed.flow());
    }
    return Map.copyOf(flows);
  }

  /**
   * @throws TalkException when it is no transcript
   */
  public static TalkFile read(Path path) throws IOException {
    return new TalkFile(path, Files.readString(path));
  }

  /** The files, and those of the folders, by name. */
  public static List<TalkFile> all(List<Path> paths) throws IOException {
    List<TalkFile> all = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        all.add(read(path));
        continue;
      }
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".talk")).sorted().toList())
          all.add(read(file));
      }
    }
    return all;
  }

  public String name() {
    return talk.file();
  }

  Talk talk() {
    return talk;
  }

  /** Runs it plainly, once. */
  public Verdict runPlainly() throws IOException {
    TalkPlayer.Result result = play(Variation.LIGHT, false);
    return new Verdict(1, result.failure().stream().toList(), result.seen());
  }

  /** Runs it plainly, forgetfully, with everything twice, and killed after each of its writes. */
  public Verdict run() throws IOException {
    return run(1, 1);
  }

  /**
   * The same, killed after some of its writes only.
   *
   * @param first after which the first of them
   * @param every how many writes further the next
   */
  public Verdict run(int first, int every) throws IOException {
    Verdict alive = runAlive();
    // A crash would only say it again.
    return alive.failures().isEmpty() ? killed(alive, first, every) : alive;
  }

  /** Runs it plainly, forgetfully and with everything twice, in a process that lives on. */
  public Verdict runAlive() throws IOException {
    List<String> failures = new ArrayList<>();
    List<TalkPlayer.Seen> seen = List.of();
    int runs = 0;
    for (Variation variation : List.of(Variation.PLAIN, Variation.FORGETFUL, Variation.TWICE)) {
      TalkPlayer.Result result = play(variation, false);
      if (runs++ == 0) seen = result.seen();
      result.failure().ifPresent(failures::add);
    }
    return new Verdict(runs, failures, seen);
  }

  private Verdict killed(Verdict alive, int first, int every) throws IOException {
    List<String> failures = new ArrayList<>();
    int runs = alive.runs();
    for (int write = first; write <= MAX_CRASHES; write += every) {
      TalkPlayer.Result result = play(Variation.crash(write), false);
      runs++;
      result.failure().ifPresent(failures::add);
      if (!result.crashed() || !failures.isEmpty()) break;
    }
    return new Verdict(runs, failures, alive.seen());
  }

  /** What the phone shows in a plain run. */
  List<TalkPlayer.Seen> seen() throws IOException {
    return play(Variation.LIGHT, true).seen();
  }

  /** Rewrites the file with what the phone shows; whether that changed it. */
  public boolean promote() throws IOException {
    String promoted = Promotion.promote(text, seen());
    if (promoted.equals(text)) return false;
    Files.writeString(path, promoted);
    return true;
  }

  private TalkPlayer.Result play(Variation variation, boolean lenient) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      return TalkPlayer.play(talk, deployed, variation, scratch.folder(), lenient);
    }
  }
}
