package ma.jisr.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.exchange.FileVerb;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command of things that go in and out of files: what is the same of all of them. */
abstract class FilesCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  private final String things;

  /**
   * @param things the word of the command and of their desk
   */
  FilesCommand(String things) {
    this.things = things;
  }

  /** A file to be brought in, and what every import knows. */
  static final class Sent {
    @Parameters(paramLabel = "FILE", description = "to be brought in")
    Path file = Path.of("");

    @Option(names = "--dry-run", description = "says what would happen, changes nothing")
    boolean dry;

    @Option(
        names = "--report",
        paramLabel = "FILE",
        description = "writes the verdict on every row there, as CSV")
    @Nullable Path report;
  }

  @Override
  public void run() {
    String words = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), things + " " + words);
  }

  /** Brings a file in. */
  int read(Filing filing, Sent sent, String format, List<String> options) throws Exception {
    List<String> all = new ArrayList<>(options);
    if (sent.dry) all.add(FileVerb.DRY);
    return filing.read(things, sent.file, format, sent.report, all);
  }

  @Command(name = "batches", description = "what was imported, newest first")
  public int batches(@Mixin Filing filing) throws Exception {
    return filing.batches(things);
  }

  @Command(name = "undo", description = "takes one import back, but for what was edited since")
  public int undo(
      @Mixin Filing filing,
      @Parameters(paramLabel = "BATCH", description = "its id in the list of batches") String batch)
      throws Exception {
    return takeBack(filing, batch);
  }

  /** Takes one import back; what else can be, a command may know by its name. */
  int takeBack(Filing filing, String batch) throws Exception {
    return filing.undo(things, batch);
  }
}
