package ma.jisr.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.app.admin.AdminClient;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.FileVerb;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.FileDoor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * What the commands share whose things go in and out of files: asks whoever has the data. Files are
 * read and written here, as whoever called; they are handed over as copies.
 */
final class Filing {
  /** Largest file that is taken in, bytes; each desk has a bound of its own below it. */
  private static final int MOST_IMPORT = 64 * 1024 * 1024;

  /** Largest export, bytes: a million hotspots. */
  private static final int MOST_EXPORT = 1_000_000_000;

  @Mixin ConfigOption config = new ConfigOption();

  @Mixin Signature signature = new Signature();

  @Spec(Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  /**
   * Brings a file in.
   *
   * @param things that are in it: the word of their desk
   * @param options by which they are taken, {@link FileVerb#DRY} among them
   * @param report where to write the verdicts; null for nowhere
   */
  int read(String things, Path file, String format, @Nullable Path report, List<String> options)
      throws Exception {
    Settings settings = config.settings();
    Handover handover = new Handover(settings.data());
    String number = Handover.number();
    String reportNumber = Handover.number();
    byte[] bytes = bytes(file);
    // Where there is no store there is nobody to hand it to, which is said below.
    if (settings.store().isPresent() || Files.isDirectory(settings.data()))
      handover.put(number, bytes);
    AdminClient.Answer answer =
        answer(
            settings,
            things,
            "import",
            number,
            reportNumber,
            Words.of(String.valueOf(file.getFileName())),
            Words.of(format),
            options.isEmpty() ? FileVerb.NO_OPTIONS : String.join(",", options));
    // When it was refused before it was taken it lies there still.
    var unused = handover.maybe(number, MOST_IMPORT);
    Optional<byte[]> verdicts = handover.maybe(reportNumber, MOST_EXPORT);
    if (report != null && verdicts.isPresent()) write(verdicts.get(), report);
    return print(answer, spec.commandLine().getOut());
  }

  /** Takes them out, to a file or to standard output; how many there are is told beside them. */
  int export(String things, String format, @Nullable String area, @Nullable Path out)
      throws Exception {
    Settings settings = config.settings();
    String number = Handover.number();
    List<String> words = new ArrayList<>(List.of("export", number, Words.of(format)));
    if (area != null) words.add(Words.of(area));
    AdminClient.Answer answer = answer(settings, things, words.toArray(String[]::new));
    if (answer.ok()) write(new Handover(settings.data()).take(number, MOST_EXPORT), out);
    return print(answer, spec.commandLine().getErr());
  }

  int batches(String things) throws Exception {
    return print(answer(config.settings(), things, "batches"), spec.commandLine().getOut());
  }

  int undo(String things, String batch) throws Exception {
    return print(
        answer(config.settings(), things, "undo", Words.of(batch)), spec.commandLine().getOut());
  }

  private AdminClient.Answer answer(Settings settings, String things, String... words)
      throws Exception {
    List<String> asked = new ArrayList<>(List.of(signature.word()));
    asked.addAll(List.of(words));
    return Owner.answer(
        settings,
        things + " " + String.join(" ", asked),
        () -> FileDoor.ask(settings, things, asked));
  }

  private int print(AdminClient.Answer answer, PrintWriter out) {
    PrintWriter to = answer.ok() ? out : spec.commandLine().getErr();
    answer.lines().forEach(line -> to.println(answer.ok() ? line : "jisr: " + line));
    return answer.ok() ? 0 : Jisr.FAILED;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_IMPORT + 1);
      if (bytes.length > MOST_IMPORT)
        throw new IOException(
            file.getFileName() + " has more than " + MOST_IMPORT + " bytes: import it in parts");
      return bytes;
    }
  }

  void write(byte[] bytes, @Nullable Path out) throws IOException {
    if (out != null) {
      Files.write(out, bytes);
      return;
    }
    PrintWriter to = spec.commandLine().getOut();
    to.print(new String(bytes, StandardCharsets.UTF_8));
    to.flush();
  }
}
