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

/**
 * Brings the batches that this node or others publish or undo to where this node shows what they
 * change: what they have changed, and nothing else is read.
 */
public final class BatchFollower implements Follower {
  private final Publishing publishing;
  private final Executor worker;

  /**
   * @param worker that may block
   */
  public BatchFollower(Publishing publishing, Executor worker) {
    this.publishing = publishing;
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
                        .thenCompose(ids -> publishing.refresh(ids))
                        .thenApply(_ -> come));
  }

  /** The ids of the things that these batches touch. */
  public CompletableFuture<List<String>> touched(Collection<Change> changes) {
    return CompletableFuture.supplyAsync(
        () ->
            changes.stream()
                .map(Change::id)
                .distinct()
                .flatMap(batch -> publishing.touched(batch).stream())
                .distinct()
                .toList(),
        worker);
  }

  private List<Change> come(Collection<Change> changes) {
    Map<String, Batch> batches =
        publishing.list().stream().collect(Collectors.toMap(Batch::id, batch -> batch));
    List<Change> come = new ArrayList<>();
    for (Change change : changes) {
      Batch batch = batches.get(change.id());
      boolean undo = change.deed().equals(Publishing.UNDO);
      if (batch != null && batch.state().isSeen() != undo) come.add(change);
    }
    return come;
  }
}
