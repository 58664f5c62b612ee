package ma.jisr.map.report;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change;
import ma.jisr.map.change.Follower;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.HotspotDesk;

/**
 * Thanks who reported a hotspot when it changes, whoever changes it and on whichever node: what the
 * feed of changes tells is held against what people had said. Every node does so; the first one
 * that gets through has done it for all.
 */
public final class ReportFollower implements Follower {
  /** Reads histories, for nobody in particular. */
  private static final Actor READER = new Actor("reports", Role.VIEWER, Territory.EVERYWHERE);

  private final Follower first;
  private final Function<Collection<Change>, CompletableFuture<List<String>>> touched;
  private final Reports reports;
  private final HotspotDesk desk;

  /**
   * @param first who brings the changes onto the map, and says which of them have come
   * @param touched the ids of the hotspots that changes are about
   */
  public ReportFollower(
      Follower first,
      Function<Collection<Change>, CompletableFuture<List<String>>> touched,
      Reports reports,
      HotspotDesk desk) {
    this.first = first;
    this.touched = touched;
    this.reports = reports;
    this.desk = desk;
  }

  /** For changes that are each about the hotspot of its id. */
  public static ReportFollower behind(Follower first, Reports reports, HotspotDesk desk) {
    return new ReportFollower(
        first,
        changes ->
            CompletableFuture.completedFuture(changes.stream().map(Change::id).distinct().toList()),
        reports,
        desk);
  }

  /** A failure leaves what has come to be followed once more. */
  @Override
  public CompletableFuture<List<Change>> follow(Collection<Change> changes) {
    return first
        .follow(changes)
        .thenCompose(
            come ->
                come.isEmpty()
                    ? CompletableFuture.completedFuture(come)
                    : touched
                        .apply(come)
                        .thenCompose(reports::spokenOf)
                        .thenCompose(this::settle)
                        .thenApply(_ -> come));
  }

  private CompletableFuture<Void> settle(List<String> hotspots) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (String hotspot : hotspots) all = all.thenCompose(_ -> settle(hotspot));
    return all;
  }

  private CompletableFuture<Void> settle(String hotspot) {
    return desk.history(READER, hotspot)
        .thenCompose(
            decision ->
                decision instanceof Decision.Shown(var now, var history)
                    ? reports.changed(now, history)
                    : CompletableFuture.completedFuture(null));
  }
}
