package ma.jisr.map.hotspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/**
 * The hotspots in the store, to be read, and the way from there onto the {@link HotspotMap}.
 * Nothing here blocks; the index is built on the given worker. Only the {@link HotspotDesk} writes.
 */
public final class HotspotStore {
  public static final CollectionSpec SPEC =
      new CollectionSpec("hotspots", CollectionSpec.Area.LIVE, List.of());

  private final Store store;
  private final BatchView view;
  private final HotspotMap map;
  private final Shelf<Hotspot> shelf;
  private final Map<String, Kept> samples = new HashMap<>();
  private final Executor worker;

  /**
   * @param samples listed beside the stored ones, which win over them; empty in production
   * @param worker for what takes a second of CPU
   */
  public HotspotStore(Store store, HotspotMap map, List<Hotspot> samples, Executor worker) {
    this.store = store;
    this.view = new BatchView(store);
    this.map = map;
    Map<String, Hotspot> byId = new HashMap<>();
    for (Hotspot sample : samples) byId.put(sample.id(), sample);
    byId.forEach((id, sample) -> this.samples.put(id, new Kept(sample, 0)));
    this.shelf = new Shelf<>(store, HotspotForm.INSTANCE, byId);
    this.worker = worker;
  }

  /**
   * Reads all hotspots and swaps the map's index; gives how many are on it. One reading at a time:
   * what an earlier one has seen, a later one has not missed.
   */
  public CompletableFuture<Integer> reload() {
    return shelf.inTurn(this::readAll);
  }

  private CompletableFuture<Integer> readAll() {
    map.beginReading();
    return view.read(SPEC.name(), HotspotStore::kept, worker)
        .thenApplyAsync(
            stored -> {
              List<Kept> read = new ArrayList<>(samples.values());
              read.addAll(stored.values());
              // What was put on the map meanwhile may have been written behind the reader's back.
              map.rebuild(before -> HotspotIndex.of(read).with(before.since(HotspotIndex.EMPTY)));
              return map.size();
            },
            worker)
        .whenComplete((known, failure) -> map.endReading());
  }

  /** Hotspots by id, retired ones too, behind {@code after} ("" to start); no samples. */
  public CompletableFuture<HotspotPage> page(String after, int limit) {
    return store
        .scan(SPEC.name(), after, limit)
        .thenApply(
            page -> {
              List<Kept> kept = new ArrayList<>(page.size());
              for (Document document : page) kept(document).ifPresent(kept::add);
              return new HotspotPage(kept, page.size() < limit ? null : page.getLast().id());
            });
  }

  /** The hotspots of these ids as they are stored, retired ones too; a sample as it is given. */
  public CompletableFuture<Map<String, Kept>> getAll(List<String> ids) {
    return store
        .getAll(SPEC.name(), ids)
        .thenApply(
            found -> {
              Map<String, Kept> kept = new HashMap<>();
              for (String id : ids) {
                Document document = found.get(id);
                Kept sample = samples.get(id);
                if (document != null) kept(document).ifPresent(k -> kept.put(id, k));
                else if (sample != null) kept.put(id, sample);
              }
              return kept;
            });
  }

  /** The hotspots for whoever changes them, each with its history. */
  Shelf<Hotspot> shelf() {
    return shelf;
  }

  private static Optional<Kept> kept(Document document) {
    return HotspotDocuments.read(document);
  }
}
