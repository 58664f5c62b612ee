package ma.jisr.map.hotspot;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.LedgerFollower;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * Everything about hotspots on one node.
 *
 * @param map that is asked
 * @param store from which it is read
 * @param codes that hotspots have
 * @param desk where they are changed
 * @param feed that tells of changes
 */
public record Hotspots(
    HotspotMap map, HotspotStore store, CodeBook codes, HotspotDesk desk, ChangeFeed feed) {
  /** The collections that the store is to be opened with. */
  public static final List<CollectionSpec> COLLECTIONS =
      Stream.concat(
              Stream.of(HotspotStore.SPEC, HotspotCoding.SPEC, ChangeFeed.SPEC),
              Batches.SPECS.stream())
          .toList();

  /**
   * @param gazetteer the present one
   * @param samples listed beside the stored ones; empty in production
   * @param worker for what takes a second of CPU
   */
  public static Hotspots on(
      Store store,
      Supplier<Gazetteer> gazetteer,
      List<Hotspot> samples,
      Almanac almanac,
      InstantSource clock,
      Executor worker) {
    HotspotMap map = new HotspotMap(almanac);
    HotspotStore hotspots = new HotspotStore(store, map, samples, worker);
    CodeBook codes =
        new CodeBook(
            store,
            HotspotCoding.INSTANCE,
            map::size,
            code -> map.byCode(code).map(h -> new CodeBook.Holder(h.id(), h.sample())));
    ChangeFeed feed = new ChangeFeed(store, clock);
    HotspotDesk desk = new HotspotDesk(store, hotspots, map, feed, codes, gazetteer, clock);
    return new Hotspots(map, hotspots, codes, desk, feed);
  }

  /** Who brings what other nodes change onto the map. */
  public LedgerFollower<Hotspot> follower() {
    return new LedgerFollower<>(
        store.shelf(), seen -> map.put(seen.stream().map(HotspotDesk::kept).toList()));
  }

  /** Reads all of them; gives how many are on the map. */
  public CompletableFuture<Integer> reload() {
    return store.reload();
  }
}
