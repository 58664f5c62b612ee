package ma.jisr.map.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.memory.MemoryStore;

/** An exchange on a store in memory, and a table to put into it. */
final class Desk {
  static final Gazetteer GAZETTEER = StarterGazetteer.read();
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  static final Actor OWNER = new Actor("owner", Role.ADMINISTRATOR, Territory.EVERYWHERE);

  final MemoryStore store = new MemoryStore(Hotspots.COLLECTIONS);
  final Hotspots hotspots =
      Hotspots.on(store, () -> GAZETTEER, List.of(), Almanac.COMPUTED, () -> NOW, Runnable::run);
  final HotspotExchange exchange = new HotspotExchange(store, hotspots, () -> GAZETTEER, () -> NOW);

  Plan plan(String file) {
    return plan(OWNER, file.getBytes(StandardCharsets.UTF_8), Options.USUAL);
  }

  Plan plan(Actor actor, byte[] file, Options options) {
    return exchange.plan(actor, "a.csv", file, null, options);
  }

  /** Imports, and gives the id of the batch. */
  String bring(String file) {
    return bring(plan(file));
  }

  String bring(Plan plan) {
    if (exchange.bring(OWNER, plan) instanceof Verdict.Done done) return done.batch().id();
    throw new IllegalStateException("not published");
  }

  List<Hotspot> all() {
    return exchange.hotspots(OWNER);
  }

  Hotspot only() {
    List<Hotspot> all = all();
    if (all.size() != 1) throw new IllegalStateException(all.size() + " hotspots");
    return all.getFirst();
  }

  /** The rows of a report: verdict, French, then the cells of the file. */
  static List<String> lines(byte[] report) {
    return new String(report, StandardCharsets.UTF_8).substring(1).lines().toList();
  }

  /** The verdicts of a plan's rows. */
  static List<String> verdicts(Plan plan) {
    return lines(plan.report()).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(';')))
        .toList();
  }

  /** What is said of a plan's only row, in French. */
  static String french(Plan plan) {
    String row = lines(plan.report()).get(1);
    return row.substring(row.indexOf(';') + 1);
  }
}
