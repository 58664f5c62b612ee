package ma.jisr.map.hotspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.map.batch.BatchView;
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
  private final Map<String, Kept> samples = new HashMap<>();
  private final Executor worker;

  /** The last reading that was asked for. */
  private final AtomicReference<CompletableFuture<Integer>> reloads =
      new AtomicReference<>(CompletableFuture.completedFuture(0));

  /**
   * @param samples listed beside the stored ones, which win over them; empty in production
   * @param worker for what takes a second of CPU
   */
  public HotspotStore(Store store, HotspotMap map, List<Hotspot> samples, Executor worker) {
    this.store = store;
    this.view = new BatchView(store);
    this.map = map;
    for (Hotspot sample : samples) this.samples.put(sample.id(), new Kept(sample, 0));
    this.worker = worker;
  }

  /**
   * Reads all hotspots and swaps the map's index; gives how many are on it. One reading at a time:
   * what an earlier one has seen, a later one has not missed.
   */
  public CompletableFuture<Integer> reload() {
    synchronized (reloads) {
      CompletableFuture<Integer> next =
          reloads.get().handle((known, failure) -> 0).thenCompose(before -> readAll());
      reloads.set(next);
      return next;
    }
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

  /** One hotspot with its history; a sample that nobody has touched has none. */
  CompletableFuture<Optional<StoredHotspot>> get(String id) {
    return store
        .get(SPEC.name(), id)
        .thenApply(
            found -> {
              if (found.isPresent()) return found.map(StoredHotspot::of);
              return Optional.ofNullable(samples.get(id)).map(StoredHotspot::unstored);
            });
  }

  /** Those of these ids that are stored, with their histories; damaged ones are left out. */
  CompletableFuture<List<StoredHotspot>> histories(List<String> ids) {
    return store
        .getAll(SPEC.name(), ids)
        .thenApply(
            found -> {
              List<StoredHotspot> stored = new ArrayList<>(found.size());
              for (Document document : found.values())
                if (kept(document).isPresent()) stored.add(StoredHotspot.of(document));
              return stored;
            });
  }

  private static Optional<Kept> kept(Document document) {
    return HotspotDocuments.read(document);
  }
}
