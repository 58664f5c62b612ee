package ma.jisr.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.GeoPoint;
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
 * The three nearest of many hotspots, by the tree and by looking at each, with the cap that the map
 * uses. Points lie around the towns (sigma 3 km); half of the questions come from anywhere in the
 * country's box, the sea and the desert included. Not measured: opening hours, which cost more than
 * the tree where many spots nearby are closed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NearestBench {
  private static final double CAP_METRES = 150_000;
  private static final double DEGREES_OF_3_KM = 0.027;
  private static final int QUESTIONS = 1024;

  @Param({"10000", "100000"})
  private int points;

  private List<GeoPoint> spots = List.of();
  private KdTree<GeoPoint> tree = KdTree.of(List.<GeoPoint>of(), p -> p);
  private final GeoPoint[] questions = new GeoPoint[QUESTIONS];
  private int next;

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
    for (int i = 0; i < QUESTIONS; i++)
      questions[i] = i % 2 == 0 ? around(towns, random) : anywhere(random);
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
    return tree.nearest(question(), 3, CAP_METRES, _ -> true);
  }

  @Benchmark
  public List<Neighbour<GeoPoint>> naiveScan() {
    GeoPoint from = question();
    return spots.stream()
        .map(p -> new Neighbour<>(p, from.metresTo(p)))
        .filter(n -> n.metres() <= CAP_METRES)
        .sorted(Comparator.comparingDouble(Neighbour::metres))
        .limit(3)
        .toList();
  }

  private GeoPoint question() {
    next = (next + 1) % QUESTIONS;
    return questions[next];
  }
}
