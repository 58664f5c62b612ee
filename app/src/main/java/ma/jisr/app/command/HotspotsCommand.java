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
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.exchange.HotspotVerb;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Exchanging;
import ma.jisr.map.exchange.HotspotFiles;
import ma.jisr.map.exchange.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr hotspots}: hotspots in and out of files. */
@Command(
    name = "hotspots",
    description = "hotspots in and out of files: imports them, takes imports back, exports all",
    synopsisSubcommandLabel = "template | import | export | batches | undo")
final class HotspotsCommand implements Runnable {
  /** Largest export, bytes: a million hotspots. */
  private static final int MOST_EXPORT = 1_000_000_000;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "hotspots template, import, export, batches or undo");
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  int template(
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    write(HotspotFiles.template(), out);
    return 0;
  }

  @Command(
      name = "import",
      description = "brings in a file, as one batch; the same file again changes nothing")
  int read(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "FILE", description = "CSV, GeoJSON, OSM XML or Overpass JSON")
          Path file,
      @Option(names = "--dry-run", description = "says what would happen, changes nothing")
          boolean dry,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = HotspotVerb.AUTO,
              description = "auto, csv, geojson, osm-xml or overpass")
          String format,
      @Option(
              names = "--report",
              paramLabel = "FILE",
              description = "the file with a verdict on each row, to be mended and imported again")
          @Nullable Path report,
      @Option(names = "--anywhere", description = "takes rows outside the country too, for trying")
          boolean anywhere,
      @Option(names = "--duplicates", description = "takes rows that seem to be there already")
          boolean duplicates)
      throws Exception {
    Settings settings = config.settings();
    Handover handover = new Handover(settings.data());
    String number = Handover.number();
    String reportNumber = Handover.number();
    List<String> options = new ArrayList<>(List.of(dry ? HotspotVerb.DRY : "write"));
    if (anywhere) options.add(HotspotVerb.ANYWHERE);
    if (duplicates) options.add(HotspotVerb.DUPLICATES);
    byte[] bytes = bytes(file);
    // Where there is no store there is nobody to hand it to, which is said below.
    if (settings.store().isPresent() || Files.isDirectory(settings.data()))
      handover.put(number, bytes);
    AdminClient.Answer answer =
        ask(
            settings,
            "import",
            number,
            reportNumber,
            HotspotVerb.word(String.valueOf(file.getFileName())),
            HotspotVerb.word(format),
            String.join(",", options));
    // When it was refused before it was taken it lies there still.
    var unused = handover.maybe(number, Sheet.MOST_BYTES);
    Optional<byte[]> verdicts = handover.maybe(reportNumber, MOST_EXPORT);
    if (report != null && verdicts.isPresent()) write(verdicts.get(), report);
    return print(answer, spec.commandLine().getOut());
  }

  @Command(name = "export", description = "all hotspots with all that they have")
  int export(
      @Mixin ConfigOption config,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "csv",
              description = "csv or geojson")
          String format,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws Exception {
    Settings settings = config.settings();
    String number = Handover.number();
    AdminClient.Answer answer = ask(settings, "export", number, HotspotVerb.word(format));
    if (answer.ok()) write(new Handover(settings.data()).take(number, MOST_EXPORT), out);
    // Beside the hotspots themselves, not among them.
    return print(answer, spec.commandLine().getErr());
  }

  @Command(name = "batches", description = "what was imported, newest first")
  int batches(@Mixin ConfigOption config) throws Exception {
    return print(ask(config.settings(), "batches"), spec.commandLine().getOut());
  }

  @Command(name = "undo", description = "takes one import back, but for what was edited since")
  int undo(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "BATCH", description = "its id in the list of batches") String batch)
      throws Exception {
    return print(
        ask(config.settings(), "undo", HotspotVerb.word(batch)), spec.commandLine().getOut());
  }

  private static AdminClient.Answer ask(Settings settings, String... words) throws Exception {
    List<String> asked = List.of(words);
    return Owner.answer(
        settings, "hotspots " + String.join(" ", asked), () -> Exchanging.offline(settings, asked));
  }

  private int print(AdminClient.Answer answer, PrintWriter out) {
    PrintWriter to = answer.ok() ? out : spec.commandLine().getErr();
    answer.lines().forEach(line -> to.println(answer.ok() ? line : "jisr: " + line));
    return answer.ok() ? 0 : Jisr.FAILED;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Sheet.MOST_BYTES + 1);
      if (bytes.length > Sheet.MOST_BYTES)
        throw new IOException(
            file.getFileName()
                + " has more than "
                + Sheet.MOST_BYTES
                + " bytes: import it in parts");
      return bytes;
    }
  }

  private void write(byte[] bytes, @Nullable Path out) throws IOException {
    if (out != null) {
      Files.write(out, bytes);
      return;
    }
    PrintWriter to = spec.commandLine().getOut();
    to.print(new String(bytes, StandardCharsets.UTF_8));
    to.flush();
  }
}
