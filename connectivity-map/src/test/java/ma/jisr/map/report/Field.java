package ma.jisr.map.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Vault;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/**
 * The field of a test: hotspots whose states a simulated desk sets, a store, and who is thanked.
 */
final class Field {
  static final Instant MONDAY_10 = Instant.parse("2026-03-02T10:00:00Z");

  /** Works when a test begins. */
  static final String SPOT = "sample-1042";

  static final String OTHER = "sample-1043";

  private static final Gazetteer GAZETTEER = StarterGazetteer.read();

  final MemoryStore store = new MemoryStore(ReportCollections.specs());
  final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  final Map<String, State> states = new TreeMap<>();
  final Map<String, Thanks.Owed> thanked = new HashMap<>();
  final Vault vault = Vault.passing(new Random(1));
  final Reports reports = on(store);
  final Proposals proposals = new Proposals(store, vault, this::thank, ReportRules.USUAL);
  boolean thanking = true;
  private final Map<String, Hotspot> hotspots = new HashMap<>();
  private long versions = 1;

  Field() {
    for (Hotspot sample : HotspotTable.samples(GAZETTEER)) {
      hotspots.put(sample.id(), sample);
      map.put(List.of(new Kept(sample, 0)));
    }
    set(SPOT, State.WORKS);
    states.clear();
  }

  /** Another node of the same deployment. */
  Reports on(Store its) {
    return new Reports(
        its,
        map,
        vault,
        (actor, hotspot, state, writeId) -> {
          set(hotspot, state);
          return CompletableFuture.completedFuture(true);
        },
        this::thank,
        ReportRules.USUAL);
  }

  private CompletableFuture<Void> thank(Thanks.Owed owed) {
    if (!thanking)
      return CompletableFuture.failedFuture(new IllegalStateException("the process has died"));
    thanked.putIfAbsent(owed.id(), owed);
    return CompletableFuture.completedFuture(null);
  }

  Thanks.Owed thanked(String id) {
    return Objects.requireNonNull(thanked.get(id), id);
  }

  /** What the desk does. */
  synchronized void set(String id, State state) {
    Hotspot now = hotspots.compute(id, (_, h) -> Objects.requireNonNull(h).with(state, null));
    states.put(id, state);
    map.put(List.of(new Kept(now, versions++)));
  }

  State state() {
    return map.byId(SPOT).orElseThrow().state();
  }

  /** Somebody says something of {@link #SPOT}, by USSD. */
  Told says(String person, Said said, Instant when) {
    return says(new Voice(SPOT, said, "", person, true, "iam", when, person + when + said));
  }

  /** The same by an SMS. */
  Told writes(String person, Said said, String link, Instant when) {
    return says(new Voice(SPOT, said, "", person, false, link, when, person + when + said));
  }

  Told says(Voice voice) {
    return reports.told(voice).join().orElseThrow();
  }
}
