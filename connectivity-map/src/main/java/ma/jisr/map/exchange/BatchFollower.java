package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.change.Change;
import ma.jisr.map.change.Follower;
import ma.jisr.map.hotspot.Hotspots;

/**
 * Brings the batches that this node or others publish or undo onto this node's map: what they have
 * changed, and nothing else is read.
 */
public final class BatchFollower implements Follower {
  private final HotspotExchange exchange;
  private final Hotspots hotspots;
  private final Executor worker;

  /**
   * @param worker that may block
   */
  public BatchFollower(HotspotExchange exchange, Hotspots hotspots, Executor worker) {
    this.exchange = exchange;
    this.hotspots = hotspots;
    this.worker = worker;
  }

  @Override
  public CompletableFuture<List<Change>> follow(Collection<Change> changes) {
    return CompletableFuture.supplyAsync(() -> come(changes), worker)
        .thenCompose(
            come ->
                come.isEmpty()
                    ? CompletableFuture.completedFuture(come)
                    : touched(come)
                        .thenCompose(ids -> hotspots.store().refresh(ids))
                        .thenApply(_ -> come));
  }

  /** The ids of the hotspots that these batches touch. */
  public CompletableFuture<List<String>> touched(Collection<Change> changes) {
    return CompletableFuture.supplyAsync(
        () ->
            changes.stream()
                .map(Change::id)
                .distinct()
                .flatMap(batch -> exchange.touched(batch).stream())
                .distinct()
                .toList(),
        worker);
  }

  private List<Change> come(Collection<Change> changes) {
    Map<String, Batch> batches =
        exchange.list().stream().collect(Collectors.toMap(Batch::id, batch -> batch));
    List<Change> come = new ArrayList<>();
    for (Change change : changes) {
      Batch batch = batches.get(change.id());
      boolean undo = change.deed().equals(HotspotExchange.UNDO);
      if (batch != null && batch.state().isSeen() != undo) come.add(change);
    }
    return come;
  }
}
