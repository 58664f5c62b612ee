package ma.jisr.map.hotspot;

import java.util.ArrayList;
import java.util.Collection;
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

  /** Hotspots read at once: some 500 KB. */
  private static final int SLICE = 500;

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

  /**
   * Brings hotspots onto the map as they are now, all of them at once; those that are no longer
   * there leave it. For what a batch has changed: its other hotspots are not read.
   *
   * @param ids at most as many as a batch touches
   */
  public CompletableFuture<Void> refresh(Collection<String> ids) {
    return shelf.inTurn(() -> take(ids));
  }

  private CompletableFuture<Void> take(Collection<String> ids) {
    // Neighbours by id lie together, in the store as in a batch.
    List<String> sorted = ids.stream().sorted().toList();
    CompletableFuture<Map<String, Kept>> all = CompletableFuture.completedFuture(new HashMap<>());
    for (int from = 0; from < sorted.size(); from += SLICE) {
      List<String> some = sorted.subList(from, Math.min(sorted.size(), from + SLICE));
      all =
          all.thenCompose(
              sofar ->
                  getAll(some)
                      .thenApply(
                          found -> {
                            sofar.putAll(found);
                            return sofar;
                          }));
    }
    return all.thenAcceptAsync(
        found -> {
          map.put(found.values(), sorted.stream().filter(id -> !found.containsKey(id)).toList());
          // Many would make every further change slow until somebody folds them in.
          if (map.changes() >= HotspotKeeper.MANY) map.fold();
        },
        worker);
  }

  /** The hotspots of these ids as everybody sees them, retired ones and samples too. */
  public CompletableFuture<Map<String, Kept>> getAll(List<String> ids) {
    return shelf
        .getAll(ids)
        .thenApply(
            found -> {
              Map<String, Kept> kept = new HashMap<>();
              found.forEach((id, one) -> kept.put(id, new Kept(one.thing(), one.version())));
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
