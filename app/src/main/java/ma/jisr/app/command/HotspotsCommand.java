package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.HotspotFileDesk;
import ma.jisr.map.exchange.HotspotFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jisr hotspots}: hotspots in and out of files. */
@Command(
    name = "hotspots",
    description = "hotspots in and out of files: imports them, takes imports back, exports all",
    synopsisSubcommandLabel = "template | import | export | batches | undo")
final class HotspotsCommand extends FilesCommand {
  private static final String HOTSPOTS = "hotspots";

  HotspotsCommand() {
    super(HOTSPOTS);
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
      @Mixin Sent sent,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = FileDesk.AUTO,
              description = "auto, csv, geojson, osm-xml or overpass")
          String format,
      @Option(names = "--anywhere", description = "takes rows outside the country too, for trying")
          boolean anywhere,
      @Option(names = "--duplicates", description = "takes rows that seem to be there already")
          boolean duplicates)
      throws Exception {
    List<String> options = new ArrayList<>();
    if (anywhere) options.add(HotspotFileDesk.ANYWHERE);
    if (duplicates) options.add(HotspotFileDesk.DUPLICATES);
    return read(filing, sent, format, options);
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
}
