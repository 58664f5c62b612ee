package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.HotspotFiles;
import ma.jisr.map.exchange.Options;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;

/** Hotspots in and out of files. */
public final class HotspotFileDesk implements FileDesk {
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
  public int mostBytes() {
    return Sheet.MOST_BYTES;
  }

  @Override
  public JudgedFile judge(Actor actor, byte[] file, Label label) {
    Options options =
        new Options(label.options().contains(ANYWHERE), label.options().contains(DUPLICATES));
    Plan plan;
    try {
      plan =
          exchange.plan(actor, label.name(), file, Format.of(label.format()).orElse(null), options);
    } catch (BadSheetException e) {
      String report = new String(HotspotExchange.report(e), UTF_8);
      throw new BadFileException(String.valueOf(e.getMessage()), report, e);
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (var verdict : ma.jisr.map.exchange.Verdict.values())
      counts.put(verdict.word(), plan.count(verdict));
    return new JudgedFile(
        counts,
        List.of(),
        new String(plan.report(), UTF_8),
        plan.isNothingNew(),
        () -> exchange.stage(actor, plan));
  }

  @Override
  public Verdict publish(Actor actor, String batch) {
    return ours(actor, batch, exchange::publish);
  }

  @Override
  public Verdict undo(Actor actor, String batch) {
    return ours(actor, batch, exchange::undo);
  }

  /** A batch of places is none of hotspots. */
  private Verdict ours(Actor actor, String id, BiFunction<Actor, String, Verdict> deed) {
    return batches().stream().anyMatch(batch -> batch.id().equals(id))
        ? deed.apply(actor, id)
        : Verdict.refused(Verdict.Why.UNKNOWN);
  }

  @Override
  public List<Batch> batches() {
    return exchange.list();
  }

  @Override
  public Optional<Exported> export(Actor actor, String format, String area, int most) {
    if (!Rights.of(actor.role()).contains(Deed.EXPORT)) return Optional.empty();
    Gazetteer now = places.get();
    List<Hotspot> hotspots =
        exchange.hotspots(actor).stream()
            .filter(hotspot -> area.isEmpty() || now.way(hotspot.place()).contains(area))
            .toList();
    if (hotspots.size() > most)
      throw new IllegalArgumentException("more than " + most + " hotspots: name an area of them");
    byte[] file = format.equals(CSV) ? HotspotFiles.csv(hotspots) : HotspotFiles.geoJson(hotspots);
    return Optional.of(new Exported(hotspots.size(), new String(file, UTF_8)));
  }
}
