package ma.jisr.map.hotspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.index.Neighbour;

/**
 * The map that people ask: the nearest spots that are open and suit. Readers never lock and never
 * wait; a change is there for the next of them when {@link #put} has returned.
 */
public final class HotspotMap {
  /** How far is near, metres: half an hour by shared taxi, and back before dark. */
  public static final double NEAR_METRES = 25_000;

  /** How far is worth telling at all, metres: who has a basic phone goes no farther for it. */
  public static final double REACH_METRES = 150_000;

  private final AtomicReference<HotspotIndex> index = new AtomicReference<>(HotspotIndex.EMPTY);
  private final AtomicInteger readings = new AtomicInteger();
  private final Almanac almanac;

  public HotspotMap(Almanac almanac) {
    this.almanac = almanac;
  }

  /** From now on these are the hotspots. */
  public void replace(HotspotIndex next) {
    index.set(next);
  }

  /**
   * These have changed, or are new: what is known of a later version stays. All of them become
   * visible at once. For some hundreds; quick, on any thread.
   */
  public void put(Collection<Kept> changes) {
    index.updateAndGet(now -> now.with(changes));
  }

  /**
   * The same for what a batch has changed: in one step these are as they are, and those of the
   * other ids are no longer there.
   */
  void put(Collection<Kept> changes, Collection<String> gone) {
    index.updateAndGet(now -> now.with(changes).without(gone));
  }

  /**
   * Indexes all anew, what was put meanwhile stays. For a worker: 1 s of CPU for a million.
   *
   * @param next makes the new index from the present one
   */
  void rebuild(UnaryOperator<HotspotIndex> next) {
    while (true) {
      HotspotIndex before = index.get();
      HotspotIndex built = next.apply(before);
      HotspotIndex swapped =
          index.updateAndGet(
              now -> now.isOfTheSameBase(before) ? built.with(now.since(before)) : now);
      if (swapped.isOfTheSameBase(built)) return;
    }
  }

  /** All is being read from the store: what is put until {@link #endReading} must not be folded. */
  void beginReading() {
    readings.incrementAndGet();
  }

  void endReading() {
    readings.decrementAndGet();
  }

  /**
   * Folds what lies over the index into it; not while all is being read, when it may hold what the
   * reader misses. For a worker, as {@link #rebuild}.
   */
  void fold() {
    if (readings.get() == 0) rebuild(HotspotIndex::rebuilt);
  }

  /** How many changes lie over what was indexed at once; a {@link HotspotKeeper} folds them in. */
  int changes() {
    return index.get().changes();
  }

  /** All hotspots at this moment. */
  public HotspotIndex now() {
    return index.get();
  }

  public int size() {
    return index.get().size();
  }

  public Optional<Hotspot> byCode(String code) {
    return index.get().byCode(code).map(Kept::hotspot);
  }

  public Optional<Hotspot> byId(String id) {
    return index.get().byId(id).map(Kept::hotspot);
  }

  /** Whether a hotspot is open. */
  public OpenState open(Hotspot hotspot, Instant now) {
    return index.get().hours(hotspot.hours()).at(now, almanac);
  }

  /**
   * The nearest spots: those of the named place first, then by distance. Spots whose hours nobody
   * knows count as open, and say so. When nothing near is open: the nearest known ones with their
   * hours, then the nearest open ones within reach.
   *
   * @param k most to tell
   */
  public Near near(Origin from, int k, Wish wish, Instant now) {
    HotspotIndex current = index.get();
    Predicate<Listed> suits = l -> l.hotspot().isUsable() && wish.suits(l.hotspot());
    Predicate<Listed> open = l -> suits.test(l) && wish.suits(l.hours().at(now, almanac));
    List<Near.Spot> found = spots(current, from, k, NEAR_METRES, open, now);
    if (!found.isEmpty()) return new Near(Near.Kind.FOUND, found);
    List<Near.Spot> known = spots(current, from, k, NEAR_METRES, suits, now);
    List<Near.Spot> reach = spots(current, from, k, REACH_METRES, open, now);
    List<Near.Spot> offered = new ArrayList<>(known.subList(0, Math.min(k, known.size())));
    if (!reach.isEmpty() && offered.size() == k) offered.removeLast();
    for (Near.Spot spot : reach) if (offered.size() < k) offered.add(spot);
    if (offered.isEmpty()) offered = spots(current, from, 1, REACH_METRES, suits, now);
    return new Near(offered.isEmpty() ? Near.Kind.NONE : Near.Kind.FAR, offered);
  }

  /**
   * The nearest hotspots that suit, nearest first, wherever they lie.
   *
   * @param k most to tell, 1 to {@link ma.jisr.map.index.KdTree#MOST_NEIGHBOURS}
   * @param capMetres nothing farther; never more than {@link #REACH_METRES}
   */
  public List<Near.Spot> nearest(Origin from, int k, double capMetres, Filter filter, Instant now) {
    List<Near.Spot> spots = new ArrayList<>();
    Predicate<Listed> wanted =
        l -> filter.suits(l.hotspot()) && filter.suits(l.hours().at(now, almanac));
    add(spots, index.get(), from, k, Math.min(capMetres, REACH_METRES), wanted, now);
    return spots;
  }

  private List<Near.Spot> spots(
      HotspotIndex current, Origin from, int k, double cap, Predicate<Listed> wanted, Instant now) {
    List<Near.Spot> spots = new ArrayList<>();
    if (!from.place().isEmpty())
      add(spots, current, from, k, cap, l -> from.isIn(l.hotspot()) && wanted.test(l), now);
    if (spots.size() < k)
      add(
          spots,
          current,
          from,
          k - spots.size(),
          cap,
          l -> !from.isIn(l.hotspot()) && wanted.test(l),
          now);
    return spots;
  }

  private void add(
      List<Near.Spot> spots,
      HotspotIndex current,
      Origin from,
      int k,
      double cap,
      Predicate<Listed> wanted,
      Instant now) {
    for (Neighbour<Listed> n : current.nearest(from.point(), k, cap, wanted)) {
      Hotspot hotspot = n.item().hotspot();
      boolean exact = from.exact() && hotspot.exact();
      spots.add(
          new Near.Spot(
              hotspot,
              n.item().kept().version(),
              n.item().hours().at(now, almanac),
              n.metres(),
              exact,
              exact ? Sector.from(from.point(), hotspot.point()) : null,
              from.isIn(hotspot)));
    }
  }
}
