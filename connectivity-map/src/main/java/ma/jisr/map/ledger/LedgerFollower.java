package ma.jisr.map.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.map.change.Change;
import ma.jisr.map.change.Follower;

/** Brings what other nodes change in the things of one form to where this node shows them. */
public final class LedgerFollower<T> implements Follower {
  private final Shelf<T> shelf;
  private final Consumer<List<Versioned<T>>> seen;

  public LedgerFollower(Shelf<T> shelf, Consumer<List<Versioned<T>>> seen) {
    this.shelf = shelf;
    this.seen = seen;
  }

  @Override
  public CompletableFuture<List<Change>> follow(Collection<Change> changes) {
    Set<String> ids = new LinkedHashSet<>();
    for (Change change : changes) ids.add(change.id());
    return shelf
        .entries(List.copyOf(ids))
        .thenApply(
            entries -> {
              List<Versioned<T>> now = new ArrayList<>();
              Map<String, Entry<T>> byId = new HashMap<>();
              for (Entry<T> entry : entries) {
                now.add(entry.now());
                byId.put(shelf.form().id(entry.thing()), entry);
              }
              seen.accept(now);
              List<Change> come = new ArrayList<>();
              for (Change change : changes) {
                Entry<T> entry = byId.get(change.id());
                if (entry != null && entry.has(change.writeId())) come.add(change);
              }
              return come;
            });
  }
}
