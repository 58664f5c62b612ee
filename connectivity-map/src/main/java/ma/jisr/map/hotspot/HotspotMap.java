package ma.jisr.map.hotspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import ma.jisr.map.hotspot.HotspotIndex.Listed;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.index.Neighbour;

/**
 * The map that people ask: the nearest spots that are open and suit. Readers never lock and never
 * wait; {@link #replace} swaps the whole index.
 */
public final class HotspotMap {
  /** How far is near, metres: half an hour by shared taxi, and back before dark. */
  public static final double NEAR_METRES = 25_000;

  /** How far is worth telling at all, metres: who has a basic phone goes no farther for it. */
  public static final double REACH_METRES = 150_000;

  private final AtomicReference<HotspotIndex> index = new AtomicReference<>(HotspotIndex.EMPTY);
  private final PublicHolidays holidays;

  public HotspotMap(PublicHolidays holidays) {
    this.holidays = holidays;
  }

  /** From now on these are the hotspots. */
  public void replace(HotspotIndex next) {
    index.set(next);
  }

  public int size() {
    return index.get().size();
  }

  public Optional<Hotspot> byCode(String code) {
    return index.get().byCode(code).map(Listed::hotspot);
  }

  public Optional<Hotspot> byId(String id) {
    return index.get().byId(id).map(Listed::hotspot);
  }

  /** Whether a hotspot is open. */
  public OpenState open(Hotspot hotspot, Instant now) {
    return index.get().hours(hotspot).at(now, holidays);
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
    Predicate<Listed> open =
        l -> suits.test(l) && l.hours().at(now, holidays).kind() != OpenState.Kind.CLOSED;
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
      spots.add(
          new Near.Spot(
              hotspot,
              n.item().hours().at(now, holidays),
              n.metres(),
              from.exact() && hotspot.exact(),
              from.isIn(hotspot)));
    }
  }
}
