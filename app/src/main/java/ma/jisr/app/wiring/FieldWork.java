package ma.jisr.app.wiring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Admission;
import ma.jisr.map.report.Confirming;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.ReportCollections;
import ma.jisr.map.report.Reports;
import ma.jisr.map.report.Thanks;
import ma.jisr.service.FieldPorts;
import ma.jisr.service.hotspots.Thanking;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * All that listens to the field, put together.
 *
 * @param ports for the services
 * @param admission decides what becomes of what people name as new
 * @param demand counts what people asked for in vain
 * @param book reads that
 * @param map that is spoken of
 */
public record FieldWork(
    FieldPorts ports, Admission admission, Demand demand, DemandBook book, HotspotMap map) {
  /** Hotspots that are thanked for at once, of those that a dead process has left. */
  private static final int OWING = 50;

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(ReportCollections.specs());
    all.addAll(Demand.specs());
    all.add(Proofs.SPEC);
    all.add(Thanking.SPEC);
    return List.copyOf(all);
  }

  /** How long it is kept. */
  static List<Retention> retentions() {
    List<Retention> all = new ArrayList<>(ReportCollections.retentions());
    all.addAll(Demand.retentions());
    all.add(Proofs.retention());
    all.add(Thanking.retention());
    return List.copyOf(all);
  }

  static FieldWork of(
      FieldKit kit,
      Store store,
      Hotspots hotspots,
      Supplier<Gazetteer> gazetteer,
      Outboxes outboxes,
      InstantSource clock) {
    HotspotMap map = hotspots.map();
    Confirming desk = Confirming.on(hotspots.desk());
    Thanks thanks = new Thanking(store, hotspots.store(), outboxes, clock);
    Proposals proposals = new Proposals(store, kit.reports(), thanks, kit.rules());
    return new FieldWork(
        new FieldPorts(
            new Reports(store, map, kit.reports(), desk, thanks, kit.rules()),
            proposals,
            desk,
            new Proofs(store, kit.proofs(), kit.codes()),
            kit.agents(),
            kit.trail()),
        new Admission(proposals, hotspots.desk(), gazetteer, clock),
        new Demand(store, kit.demand(), kit.random()),
        new DemandBook(store),
        map);
  }

  /**
   * What has to be done again and again: ends the days of the demand, pays thanks that a dead
   * process owes.
   */
  CompletableFuture<Integer> keep(Instant now) {
    return demand.close(now).thenCompose(_ -> ports.reports().payAll(OWING));
  }
}
