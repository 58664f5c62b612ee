package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.FileVerb;
import ma.jisr.app.exchange.HotspotFileDesk;
import ma.jisr.map.exchange.HotspotFiles;
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
  private static final String HOTSPOTS = "hotspots";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "hotspots template, import, export, batches or undo");
  }

  @Command(name = "template", description = "an empty table to be filled in, for spreadsheets")
  int template(
      @Mixin Filing filing,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws IOException {
    filing.write(HotspotFiles.template(), out);
    return 0;
  }

  @Command(
      name = "import",
      description = "brings in a file, as one batch; the same file again changes nothing")
  int read(
      @Mixin Filing filing,
      @Parameters(paramLabel = "FILE", description = "CSV, GeoJSON, OSM XML or Overpass JSON")
          Path file,
      @Option(names = "--dry-run", description = "says what would happen, changes nothing")
          boolean dry,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = FileDesk.AUTO,
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
    List<String> options = new ArrayList<>();
    if (dry) options.add(FileVerb.DRY);
    if (anywhere) options.add(HotspotFileDesk.ANYWHERE);
    if (duplicates) options.add(HotspotFileDesk.DUPLICATES);
    return filing.read(HOTSPOTS, file, format, report, options);
  }

  @Command(name = "export", description = "all hotspots with all that they have")
  int export(
      @Mixin Filing filing,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "csv",
              description = "csv or geojson")
          String format,
      @Option(names = "--place", paramLabel = "AREA", description = "only what lies in this area")
          @Nullable String area,
      @Option(names = "--out", paramLabel = "FILE", description = "without it, standard output")
          @Nullable Path out)
      throws Exception {
    return filing.export(HOTSPOTS, format, area, out);
  }

  @Command(name = "batches", description = "what was imported, newest first")
  int batches(@Mixin Filing filing) throws Exception {
    return filing.batches(HOTSPOTS);
  }

  @Command(name = "undo", description = "takes one import back, but for what was edited since")
  int undo(
      @Mixin Filing filing,
      @Parameters(paramLabel = "BATCH", description = "its id in the list of batches") String batch)
      throws Exception {
    return filing.undo(HOTSPOTS, batch);
  }
}
