package ma.jisr.map.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.map.hotspot.HotspotDocuments;
import ma.jisr.store.Document;

/** The hotspots that are kept, by everything that a row may know them by. */
final class Known {
  private final Map<String, Stored> byId = new HashMap<>();
  private final Map<String, Stored> byCode = new HashMap<>();
  private final Map<String, Stored> bySource = new HashMap<>();
  private final Grid grid = new Grid();

  /**
   * @param documents as readers see them; a damaged one is left out, as it is from the map
   */
  Known(Collection<Document> documents) {
    for (Document document : documents)
      HotspotDocuments.read(document).ifPresent(kept -> add(new Stored(kept.hotspot(), document)));
  }

  private void add(Stored stored) {
    byId.put(stored.hotspot().id(), stored);
    byCode.put(stored.hotspot().code(), stored);
    String source = stored.hotspot().facts().source();
    if (source != null) bySource.put(source, stored);
    if (!stored.hotspot().retired()) grid.add(stored.hotspot(), 0);
  }

  Optional<Stored> id(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Stored> code(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<Stored> source(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** What is on the map, to which rows are added as they come. */
  Grid grid() {
    return grid;
  }

  Set<String> codes() {
    return new HashSet<>(byCode.keySet());
  }

  Collection<Stored> all() {
    return byId.values();
  }
}
