package ma.jisr.service.audience;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/**
 * In whose area each group is, in memory: they are few, and a group's area never changes. Callable
 * from any thread.
 */
public final class GroupBook implements GroupAreas {
  private final Store store;
  private final Supplier<Gazetteer> gazetteer;
  private volatile Map<String, String> areas = Map.of();

  /**
   * @param gazetteer the present one
   */
  public GroupBook(Store store, Supplier<Gazetteer> gazetteer) {
    this.store = store;
    this.gazetteer = gazetteer;
  }

  @Override
  public Optional<String> of(String group) {
    if (group.startsWith(Group.SHOPS))
      return gazetteer.get().area(group.substring(Group.SHOPS.length())).map(Area::id);
    return Optional.ofNullable(areas.get(group));
  }

  @Override
  public CompletableFuture<Void> refresh() {
    return store
        .find(GroupDesk.SPEC.name(), GroupDesk.all(GroupDesk.MOST_GROUPS))
        .thenAccept(
            page -> {
              Map<String, String> read = new HashMap<>();
              for (Document document : page.documents()) {
                Group group = RecordJson.read(document.json(), Group.class);
                read.put(group.id(), group.area());
              }
              areas = Map.copyOf(read);
            });
  }
}
