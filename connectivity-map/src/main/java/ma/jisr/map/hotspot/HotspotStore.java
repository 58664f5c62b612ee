package ma.jisr.map.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hotspots in the store, and the way from there onto the {@link HotspotMap}. Nothing here
 * blocks; the index is built on the given worker (30 ms of CPU for 100,000 hotspots).
 */
public final class HotspotStore {
  public static final CollectionSpec SPEC =
      new CollectionSpec("hotspots", CollectionSpec.Area.LIVE, List.of());

  /** Documents read at once: some 300 KB. */
  private static final int PAGE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(HotspotStore.class);

  private final Store store;
  private final HotspotMap map;
  private final List<Hotspot> samples;
  private final Executor worker;

  /**
   * @param samples listed beside the stored ones, which win over them; empty in production
   */
  public HotspotStore(Store store, HotspotMap map, List<Hotspot> samples, Executor worker) {
    this.store = store;
    this.map = map;
    this.samples = List.copyOf(samples);
    this.worker = worker;
  }

  /** Reads all hotspots and swaps the map's index; gives how many are on it. */
  public CompletableFuture<Integer> reload() {
    return read("", new ArrayList<>())
        .thenApplyAsync(
            stored -> {
              List<Hotspot> all = new ArrayList<>(samples);
              all.addAll(stored);
              map.replace(new HotspotIndex(all));
              return map.size();
            },
            worker);
  }

  /**
   * Adds hotspots; one outcome per item, in order. They are found once the future has completed.
   *
   * @param writeId what causes the write (an import's id)
   */
  public CompletableFuture<List<Outcome>> insert(List<Hotspot> hotspots, String writeId) {
    List<Document> documents =
        hotspots.stream()
            .map(h -> new Document(h.id(), 0, writeId, HotspotJson.write(h, "{}")))
            .toList();
    return store
        .insert(SPEC.name(), documents, Priority.BACKGROUND)
        .thenCompose(outcomes -> reload().thenApply(_ -> outcomes));
  }

  /**
   * Replaces a hotspot as it is stored now; what this release does not know of it is kept.
   *
   * @return REPLACED, CONFLICT (somebody else wrote: read again), MISSING or UNKNOWN
   */
  public CompletableFuture<Outcome> replace(Hotspot hotspot, String writeId) {
    return store
        .get(SPEC.name(), hotspot.id())
        .thenCompose(
            current -> {
              if (current.isEmpty()) return CompletableFuture.completedFuture(Outcome.MISSING);
              Document before = current.get();
              Document next =
                  new Document(
                      hotspot.id(),
                      before.version() + 1,
                      writeId,
                      HotspotJson.write(hotspot, before.json()));
              return store
                  .replaceIf(SPEC.name(), next, Priority.BACKGROUND)
                  .thenCompose(outcome -> reload().thenApply(_ -> outcome));
            });
  }

  private CompletableFuture<List<Hotspot>> read(String after, List<Hotspot> sofar) {
    return store
        .scan(SPEC.name(), after, PAGE)
        .thenCompose(
            page -> {
              page.forEach(document -> add(document, sofar));
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(sofar)
                  : read(page.getLast().id(), sofar);
            });
  }

  /** One damaged document must not take the whole map away. */
  private static void add(Document document, List<Hotspot> hotspots) {
    try {
      hotspots.add(HotspotJson.read(document.id(), document.json()));
    } catch (IllegalArgumentException e) {
      LOG.warn("hotspot {} is left out: {}", document.id(), e.getMessage());
    }
  }
}
