package ma.jisr.map.place;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the store has of places into use: at the start, after an import on this node, and,
 * asked time and again, after one on another. Blocks; for one thread at a time, others wait.
 */
public final class PlaceKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceKeeper.class);

  private final PlaceStore store;
  private final Places places;
  private @Nullable Map<String, Long> seen;

  public PlaceKeeper(PlaceStore store, Places places) {
    this.store = store;
    this.places = places;
  }

  /** Looks whether anything has changed, and uses it then; whether it had. */
  public synchronized boolean refresh() {
    // Read before the places: what is published in between is read once more, which harms nothing.
    Map<String, Long> marks = store.marks();
    if (marks.equals(seen)) return false;
    boolean anything = seen != null || !marks.isEmpty();
    if (anything) {
      places.replace(store.read().gazetteer());
      LOG.info("{} places known", places.now().areas().size());
    }
    seen = marks;
    return anything;
  }
}
