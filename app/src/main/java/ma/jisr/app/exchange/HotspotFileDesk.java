package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.HotspotFiles;
import ma.jisr.map.exchange.Options;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;

/** Hotspots in and out of files. */
public final class HotspotFileDesk extends PlanDesk {
  /** Takes rows outside the country too, for trying out a file. */
  public static final String ANYWHERE = "anywhere";

  /** Takes rows that seem to be on the map already. */
  public static final String DUPLICATES = "duplicates";

  private static final String CSV = "csv";
  private static final String GEO_JSON = "geojson";

  private static final Set<String> FORMATS =
      Stream.concat(Stream.of(AUTO), Arrays.stream(Format.values()).map(Format::word))
          .collect(Collectors.toUnmodifiableSet());

  private final HotspotExchange exchange;
  private final Supplier<Gazetteer> places;

  /**
   * @param places the gazetteer in use
   */
  public HotspotFileDesk(HotspotExchange exchange, Supplier<Gazetteer> places) {
    super(exchange.publishing());
    this.exchange = exchange;
    this.places = places;
  }

  @Override
  public String things() {
    return "hotspots";
  }

  @Override
  public Set<String> formats() {
    return FORMATS;
  }

  @Override
  public Set<String> written() {
    return Set.of(CSV, GEO_JSON);
  }

  @Override
  Plan plan(Actor actor, byte[] file, Label label) {
    Options options =
        new Options(label.options().contains(ANYWHERE), label.options().contains(DUPLICATES));
    Format format = Format.of(label.format()).orElse(null);
    return exchange.plan(actor, label.name(), file, format, options);
  }

  @Override
  public Optional<Exported> export(Actor actor, String format, String area, int most) {
    if (!Rights.of(actor.role()).contains(Deed.EXPORT)) return Optional.empty();
    Gazetteer now = places.get();
    List<Hotspot> hotspots =
        exchange.hotspots(actor).stream()
            .filter(hotspot -> area.isEmpty() || now.way(hotspot.place()).contains(area))
            .toList();
    bounded(hotspots.size(), most, things());
    byte[] file = format.equals(CSV) ? HotspotFiles.csv(hotspots) : HotspotFiles.geoJson(hotspots);
    return Optional.of(new Exported(hotspots.size(), new String(file, UTF_8)));
  }
}
