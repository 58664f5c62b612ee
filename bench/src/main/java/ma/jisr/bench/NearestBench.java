package ma.jisr.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Filter;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotIndex;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Near;
import ma.jisr.map.hotspot.Origin;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.index.KdTree;
import ma.jisr.map.index.Neighbour;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.StarterGazetteer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The three nearest of many hotspots: by the tree alone, by the map with its filters (free and open
 * now, told of with hours and direction) with and without edits that lie over its index, and by
 * looking at each. With the cap that the map uses. Points lie around the towns (sigma 3 km); half
 * of the questions come from anywhere in the country's box, the sea and the desert included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NearestBench {
  private static final double CAP_METRES = HotspotMap.REACH_METRES;
  private static final double DEGREES_OF_3_KM = 0.027;
  private static final int QUESTIONS = 1024;
  private static final int NEAREST = 3;

  /** Edits that lie over the index: as many as there can be before they are folded in. */
  private static final int EDITS = 500;

  /** A Monday at eleven. */
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

  private static final Filter FREE_AND_OPEN = new Filter(true, true, Set.of(), Set.of());

  @Param({"10000", "100000", "1000000"})
  private int points;

  private List<GeoPoint> spots = List.of();
  private KdTree<GeoPoint> tree = KdTree.of(List.<GeoPoint>of(), p -> p);
  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final HotspotMap edited = new HotspotMap(Almanac.COMPUTED);
  private final GeoPoint[] questions = new GeoPoint[QUESTIONS];
  private int next;
  private int version = 1;

  /** For JMH, which sets how many points there are. */
  public NearestBench() {}

  NearestBench(int points) {
    this.points = points;
  }

  @Setup
  public void scatter() {
    SplittableRandom random = new SplittableRandom(20260302);
    List<GeoPoint> towns =
        StarterGazetteer.read().areas().stream()
            .filter(Place.class::isInstance)
            .map(a -> a.point())
            .sorted(Comparator.comparingDouble(GeoPoint::lat))
            .toList();
    List<GeoPoint> scattered = new ArrayList<>(points);
    for (int i = 0; i < points; i++) scattered.add(around(towns, random));
    spots = List.copyOf(scattered);
    tree = KdTree.of(spots, p -> p);
    List<Kept> kept = new ArrayList<>(points);
    for (int i = 0; i < points; i++) kept.add(new Kept(hotspot(i, spots.get(i)), 0));
    map.replace(HotspotIndex.of(kept));
    edited.replace(map.now());
    List<Kept> edits = new ArrayList<>(EDITS);
    for (int i = 0; i < EDITS; i++) edits.add(new Kept(hotspot(i, around(towns, random)), 1));
    edited.put(edits);
    for (int i = 0; i < QUESTIONS; i++)
      questions[i] = i % 2 == 0 ? around(towns, random) : anywhere(random);
  }

  /** Half of them free, two in three open at eleven on a Monday. */
  private static Hotspot hotspot(int i, GeoPoint point) {
    Facts facts =
        new Facts(
            LocalText.same("Spot"),
            Hotspot.Kind.CAFE,
            i % 2 == 0 ? Hotspot.Access.FREE : Hotspot.Access.CUSTOMERS,
            null,
            Timetable.of(i % 3 == 0 ? "Mo-Su 18:00-23:00" : "Mo-Su 08:00-23:00"),
            null,
            point,
            true,
            "al-haouz.amizmiz",
            null,
            null,
            null,
            Map.of());
    String code = Integer.toString(1_000_000 + i);
    return new Hotspot("h" + i, code, facts, Hotspot.State.WORKS, null, false, false);
  }

  private static GeoPoint around(List<GeoPoint> towns, SplittableRandom random) {
    GeoPoint town = towns.get(random.nextInt(towns.size()));
    return new GeoPoint(
        town.lat() + random.nextGaussian() * DEGREES_OF_3_KM,
        town.lon() + random.nextGaussian() * DEGREES_OF_3_KM);
  }

  private static GeoPoint anywhere(SplittableRandom random) {
    return new GeoPoint(21 + random.nextDouble() * 15, -17 + random.nextDouble() * 16);
  }

  @Benchmark
  public List<Neighbour<GeoPoint>> tree() {
    return tree.nearest(question(), NEAREST, CAP_METRES, _ -> true);
  }

  @Benchmark
  public List<Near.Spot> map() {
    return map.nearest(Origin.at(question()), NEAREST, CAP_METRES, FREE_AND_OPEN, NOW);
  }

  @Benchmark
  public List<Near.Spot> mapWithEdits() {
    return edited.nearest(Origin.at(question()), NEAREST, CAP_METRES, FREE_AND_OPEN, NOW);
  }

  /** One edit while some hundreds lie over the index: what it takes until readers see it. */
  @Benchmark
  public HotspotMap edit() {
    version++;
    edited.put(List.of(new Kept(hotspot(version % EDITS, question()), version)));
    return edited;
  }

  @Benchmark
  public List<Neighbour<GeoPoint>> naiveScan() {
    GeoPoint from = question();
    return spots.stream()
        .map(p -> new Neighbour<>(p, from.metresTo(p)))
        .filter(n -> n.metres() <= CAP_METRES)
        .sorted(Comparator.comparingDouble(Neighbour::metres))
        .limit(NEAREST)
        .toList();
  }

  private GeoPoint question() {
    next = (next + 1) % QUESTIONS;
    return questions[next];
  }
}
