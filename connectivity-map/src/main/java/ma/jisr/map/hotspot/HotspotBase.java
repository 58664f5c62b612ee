package ma.jisr.map.hotspot;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.index.KdTree;
import org.jspecify.annotations.Nullable;

/** Many hotspots, indexed once: the part of the map that edits leave alone. Immutable. */
final class HotspotBase {
  static final HotspotBase EMPTY = new HotspotBase(List.of(), OpeningHours::of);

  private final KdTree<Listed> tree;
  private final Map<String, Listed> byCode;
  private final Map<String, Listed> byId;

  /** By what was written: most hotspots keep the hours of many others. */
  private final Map<Timetable, OpeningHours> hours = new HashMap<>();

  /**
   * Retired ones are left out. Of two with one id or code the later wins.
   *
   * @param read reads a timetable, once
   */
  HotspotBase(Collection<Kept> hotspots, Function<Timetable, OpeningHours> read) {
    byCode = HashMap.newHashMap(hotspots.size());
    byId = HashMap.newHashMap(hotspots.size());
    for (Kept kept : hotspots) {
      if (kept.hotspot().retired()) continue;
      Timetable timetable = kept.hotspot().hours();
      Listed listed = new Listed(kept, hours.computeIfAbsent(timetable, read));
      drop(byId.put(listed.id(), listed));
      drop(byCode.put(listed.code(), listed));
    }
    tree = KdTree.of(byId.values(), listed -> listed.hotspot().point());
  }

  private void drop(@Nullable Listed overtaken) {
    if (overtaken == null) return;
    byId.remove(overtaken.id(), overtaken);
    byCode.remove(overtaken.code(), overtaken);
  }

  KdTree<Listed> tree() {
    return tree;
  }

  @Nullable Listed byCode(String code) {
    return byCode.get(code);
  }

  @Nullable Listed byId(String id) {
    return byId.get(id);
  }

  Collection<Listed> all() {
    return byId.values();
  }

  /** The hours of a timetable that one of these has; null when none has it. */
  @Nullable OpeningHours hours(Timetable timetable) {
    return hours.get(timetable);
  }
}
