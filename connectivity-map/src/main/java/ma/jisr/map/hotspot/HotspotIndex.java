package ma.jisr.map.hotspot;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.index.KdTree;
import ma.jisr.map.index.Neighbour;
import org.jspecify.annotations.Nullable;

/** All hotspots at one moment, by place on earth, code and id. Immutable; swapped as a whole. */
public final class HotspotIndex {
  public static final HotspotIndex EMPTY = new HotspotIndex(List.of());

  private final KdTree<Listed> tree;
  private final Map<String, Listed> byCode = new HashMap<>();
  private final Map<String, Listed> byId = new HashMap<>();

  /** By what was written: most hotspots keep the hours of many others. */
  private final Map<String, OpeningHours> hours = new HashMap<>();

  /** A hotspot and its hours, read once. */
  public record Listed(Hotspot hotspot, OpeningHours hours) {}

  /** Of two hotspots with one id or code the later wins: stored ones are listed behind samples. */
  public HotspotIndex(Collection<Hotspot> hotspots) {
    for (Hotspot hotspot : hotspots) {
      Listed listed = new Listed(hotspot, hours.computeIfAbsent(hotspot.hours(), OpeningHours::of));
      drop(byId.put(hotspot.id(), listed));
      drop(byCode.put(hotspot.code(), listed));
    }
    tree = KdTree.of(byCode.values(), l -> l.hotspot().point());
  }

  private void drop(@Nullable Listed overtaken) {
    if (overtaken == null) return;
    byId.remove(overtaken.hotspot().id(), overtaken);
    byCode.remove(overtaken.hotspot().code(), overtaken);
  }

  public int size() {
    return tree.size();
  }

  public Optional<Listed> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public Optional<Listed> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The hours that a hotspot says. */
  OpeningHours hours(Hotspot hotspot) {
    OpeningHours read = hours.get(hotspot.hours());
    return read == null ? OpeningHours.of(hotspot.hours()) : read;
  }

  List<Neighbour<Listed>> nearest(
      GeoPoint from, int k, double capMetres, Predicate<? super Listed> wanted) {
    return tree.nearest(from, k, capMetres, wanted);
  }
}
