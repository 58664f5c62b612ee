package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map under edits against looking at each of what it should hold: the same, in all filters. */
final class HotspotIndexTest {
  /** A Monday, 11:00 in Casablanca. */
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

  private static final List<String> HOURS = List.of("24/7", "Mo 08:00-10:00", "", "nonsense");

  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final Map<String, Kept> model = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void editsAndQuestionsInAnyOrder(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int made = random.nextInt(400);
    List<Kept> first = new ArrayList<>();
    for (int i = 0; i < made; i++) first.add(make(random, "h" + i));
    map.replace(HotspotIndex.of(first));
    for (int round = 0; round < 300; round++) {
      switch (random.nextInt(8)) {
        case 0, 1 -> edit(random, made);
        case 2 -> map.put(List.of(make(random, "h" + made++)));
        case 3 -> map.rebuild(HotspotIndex::rebuilt);
        case 4 -> stale(random);
        default -> ask(random);
      }
      assertEquals(living().size(), map.size());
    }
    for (Kept kept : model.values()) {
      boolean shown = !kept.hotspot().retired();
      assertEquals(shown, map.byId(kept.hotspot().id()).isPresent());
      assertEquals(shown, map.byCode(kept.hotspot().code()).isPresent());
    }
    assertEquals(Set.copyOf(living()), Set.copyOf(map.now().all()));
  }

  private void ask(RandomGenerator random) {
    Kept some = model.isEmpty() ? null : model.values().iterator().next();
    GeoPoint from = some != null && random.nextInt(4) == 0 ? some.hotspot().point() : any(random);
    int k = 1 + random.nextInt(10);
    double cap = random.nextInt(3) == 0 ? 5_000 : 1_000_000;
    Filter filter =
        new Filter(
            random.nextBoolean(),
            random.nextInt(3) == 0,
            random.nextInt(3) == 0 ? Set.of(Hotspot.Kind.CAFE, Hotspot.Kind.RELAY) : Set.of(),
            random.nextInt(3) == 0 ? Set.of(Hotspot.State.WORKS) : Set.of());
    List<Long> expected =
        living().stream()
            .map(Kept::hotspot)
            .filter(filter::suits)
            .filter(h -> filter.suits(map.open(h, NOW)))
            .map(h -> from.metresTo(h.point()))
            .filter(metres -> metres <= Math.min(cap, HotspotMap.REACH_METRES))
            .sorted(Comparator.naturalOrder())
            .limit(k)
            .map(metres -> Math.round(metres * 100))
            .toList();
    List<Near.Spot> found = map.nearest(Origin.at(from), k, cap, filter, NOW);
    assertEquals(expected, found.stream().map(s -> Math.round(s.metres() * 100)).toList());
    for (Near.Spot spot : found) {
      Kept kept = model.get(spot.hotspot().id());
      assertEquals(kept, new Kept(spot.hotspot(), spot.version()));
      assertTrue(filter.suits(spot.hotspot()) && filter.suits(spot.open()));
    }
  }

  private void edit(RandomGenerator random, int made) {
    if (made == 0) return;
    Kept kept = Objects.requireNonNull(model.get("h" + random.nextInt(made)));
    Hotspot h = kept.hotspot();
    Hotspot next =
        switch (random.nextInt(3)) {
          case 0 -> h.retired(!h.retired());
          case 1 -> h.with(pick(random, Hotspot.State.values()), null);
          default -> h.with(make(random, "x").hotspot().facts());
        };
    model.remove("x");
    Kept changed = new Kept(next, kept.version() + 1);
    model.put(h.id(), changed);
    map.put(List.of(changed));
  }

  /** What another node read before the last change must not take it back. */
  private void stale(RandomGenerator random) {
    for (Kept kept : model.values()) {
      if (kept.version() == 0 || kept.hotspot().retired()) continue;
      map.put(List.of(new Kept(kept.hotspot().with(Hotspot.State.CLOSED, null), 0)));
      if (random.nextBoolean()) return;
    }
  }

  private List<Kept> living() {
    return model.values().stream().filter(kept -> !kept.hotspot().retired()).toList();
  }

  private Kept make(RandomGenerator random, String id) {
    GeoPoint point = random.nextInt(5) == 0 ? Spots.HERE : any(random);
    Facts plain = Spots.open(Spots.facts(point), Timetable.of(HOURS.get(random.nextInt(4))));
    Facts facts =
        new Facts(
            plain.name(),
            pick(random, Hotspot.Kind.values()),
            pick(random, Hotspot.Access.values()),
            null,
            plain.hours(),
            null,
            point,
            true,
            plain.place(),
            null,
            null,
            null,
            Map.of());
    String code = id.equals("x") ? "1000" : String.valueOf(10_000 + model.size());
    Kept kept = new Kept(Spots.of(id, code, facts), 0);
    model.put(id, kept);
    return kept;
  }

  private static <T> T pick(RandomGenerator random, T[] from) {
    return from[random.nextInt(from.length)];
  }

  /** Morocco's box, the sea and the desert included; half of them in a crowd. */
  private static GeoPoint any(RandomGenerator random) {
    if (random.nextBoolean())
      return new GeoPoint(31 + random.nextGaussian() * 0.1, -8 + random.nextGaussian() * 0.1);
    return new GeoPoint(21 + random.nextDouble() * 15, -17 + random.nextDouble() * 16);
  }

  @Test
  void nothingNewIsNoNewIndex() {
    Kept kept = new Kept(Spots.of("a", "1001", Spots.named("A")), 3);
    HotspotIndex index = HotspotIndex.of(List.of(kept));
    assertSame(index, index.with(List.of(kept)));
    assertSame(index, index.with(List.of(new Kept(kept.hotspot().retired(true), 2))));
  }

  /** A change that comes while the worker indexes is there before, while and after. */
  @Test
  void whatIsPutWhileAllIsIndexedStays() {
    Kept old = new Kept(Spots.of("a", "1001", Spots.named("A")), 0);
    Kept next = new Kept(Spots.of("a", "1001", Spots.named("B")), 1);
    map.put(List.of(old));
    map.rebuild(
        before -> {
          HotspotIndex built = before.rebuilt();
          map.put(List.of(next));
          assertEquals(next.hotspot(), map.byId("a").orElseThrow());
          return built;
        });
    assertEquals(next.hotspot(), map.byId("a").orElseThrow());
    assertEquals(1, map.changes());
    map.rebuild(HotspotIndex::rebuilt);
    assertEquals(0, map.changes());
    assertEquals(next.hotspot(), map.byId("a").orElseThrow());
  }
}
