package ma.jisr.map.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ma.jisr.base.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree against looking at every point: the same distances, whatever is asked. */
final class KdTreeTest {
  private record Spot(int id, GeoPoint at) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithLookingAtEveryPoint(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Spot> spots = spots(random, 1 + random.nextInt(700), seed % 2 == 0);
    KdTree<Spot> tree = KdTree.of(spots, Spot::at);
    for (int round = 0; round < 200; round++) {
      GeoPoint from = round % 5 == 0 ? spots.get(random.nextInt(spots.size())).at() : any(random);
      int k = 1 + random.nextInt(12);
      double cap = random.nextBoolean() ? 150_000 : random.nextDouble(2e7);
      int one = 1 + random.nextInt(10);
      Predicate<Spot> wanted = s -> s.id() % one == 0;
      assertEquals(
          metres(naive(spots, from, k, cap, wanted)), metres(tree.nearest(from, k, cap, wanted)));
    }
  }

  @Test
  void anEmptyTreeHasNoNeighbours() {
    KdTree<Spot> tree = KdTree.of(List.<Spot>of(), Spot::at);
    assertEquals(List.of(), tree.nearest(new GeoPoint(31, -8), 3, 1e6, _ -> true));
  }

  @Test
  void manyThingsAtOnePointAreAllFound() {
    GeoPoint here = new GeoPoint(31.6, -8);
    List<Spot> spots = Stream.iterate(0, i -> i + 1).limit(50).map(i -> new Spot(i, here)).toList();
    List<Neighbour<Spot>> found = KdTree.of(spots, Spot::at).nearest(here, 60, 0, _ -> true);
    assertEquals(50, found.size());
  }

  @Test
  void theDateLineIsNoBorder() {
    KdTree<Spot> tree =
        KdTree.of(
            List.of(new Spot(1, new GeoPoint(0, 179.9)), new Spot(2, new GeoPoint(0, 170))),
            Spot::at);
    assertEquals(
        1, tree.nearest(new GeoPoint(0, -179.9), 1, 1e6, _ -> true).getFirst().item().id());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, KdTree.MOST_NEIGHBOURS + 1})
  void refusesToAnswerForSoMany(int k) {
    KdTree<Spot> tree = KdTree.of(List.<Spot>of(), Spot::at);
    GeoPoint from = new GeoPoint(0, 0);
    assertThrows(IllegalArgumentException.class, () -> tree.nearest(from, k, 1, _ -> true));
  }

  private static List<Spot> spots(RandomGenerator random, int n, boolean clustered) {
    List<Spot> spots = new ArrayList<>();
    GeoPoint centre = any(random);
    for (int i = 0; i < n; i++) {
      if (random.nextInt(20) == 0) centre = any(random);
      GeoPoint p =
          clustered
              ? new GeoPoint(
                  centre.lat() + random.nextGaussian() * 0.03,
                  centre.lon() + random.nextGaussian() * 0.03)
              : any(random);
      spots.add(new Spot(i, p));
    }
    return spots;
  }

  /** Morocco's box; the desert and the sea included. */
  private static GeoPoint any(RandomGenerator random) {
    return new GeoPoint(21 + random.nextDouble() * 15, -17 + random.nextDouble() * 16);
  }

  private static List<Neighbour<Spot>> naive(
      List<Spot> spots, GeoPoint from, int k, double cap, Predicate<Spot> wanted) {
    return spots.stream()
        .filter(wanted)
        .map(s -> new Neighbour<>(s, from.metresTo(s.at())))
        .filter(n -> n.metres() <= cap)
        .sorted(Comparator.comparingDouble(Neighbour::metres))
        .limit(k)
        .toList();
  }

  /** Rounded to centimetres: haversine and chord differ in the last digits. */
  private static List<Long> metres(List<Neighbour<Spot>> found) {
    return found.stream().map(n -> Math.round(n.metres() * 100)).toList();
  }
}
