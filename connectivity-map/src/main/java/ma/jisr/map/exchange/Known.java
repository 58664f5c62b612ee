package ma.jisr.map.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Kept;

/** The hotspots that are kept, by everything that a row may know them by. */
final class Known {
  private final Map<String, Hotspot> byId = new HashMap<>();
  private final Map<String, Hotspot> byCode = new HashMap<>();
  private final Map<String, Hotspot> bySource = new HashMap<>();
  private final Grid grid = new Grid();

  /**
   * @param hotspots as readers see them
   */
  Known(Collection<Kept> hotspots) {
    for (Kept kept : hotspots) add(kept.hotspot());
  }

  private void add(Hotspot hotspot) {
    byId.put(hotspot.id(), hotspot);
    byCode.put(hotspot.code(), hotspot);
    String source = hotspot.facts().source();
    if (source != null) bySource.put(source, hotspot);
    if (!hotspot.retired()) grid.add(hotspot, 0);
  }

  Optional<Hotspot> id(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Hotspot> code(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<Hotspot> source(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** What is on the map, to which rows are added as they come. */
  Grid grid() {
    return grid;
  }

  Set<String> codes() {
    return new HashSet<>(byCode.keySet());
  }
}
