package ma.jisr.map.hotspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.map.change.Change;
import ma.jisr.map.change.Follower;

/** Brings what other nodes change in hotspots onto this node's map. */
public final class HotspotFollower implements Follower {
  private final HotspotStore hotspots;
  private final HotspotMap map;

  public HotspotFollower(HotspotStore hotspots, HotspotMap map) {
    this.hotspots = hotspots;
    this.map = map;
  }

  @Override
  public CompletableFuture<List<Change>> follow(Collection<Change> changes) {
    Set<String> ids = new LinkedHashSet<>();
    for (Change change : changes) ids.add(change.id());
    return hotspots
        .histories(List.copyOf(ids))
        .thenApply(
            stored -> {
              List<Kept> now = new ArrayList<>();
              Map<String, StoredHotspot> byId = new HashMap<>();
              for (StoredHotspot one : stored) {
                now.add(one.kept());
                byId.put(one.kept().hotspot().id(), one);
              }
              map.put(now);
              List<Change> come = new ArrayList<>();
              for (Change change : changes) {
                StoredHotspot one = byId.get(change.id());
                if (one != null && one.has(change.writeId())) come.add(change);
              }
              return come;
            });
  }
}
