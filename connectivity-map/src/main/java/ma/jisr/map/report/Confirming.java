package ma.jisr.map.report;

import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotDesk;

/** The port by which a hotspot's state is set; the desk of hotspots, which judges who may. */
@FunctionalInterface
public interface Confirming {
  /** On whose behalf voices make a hotspot doubtful: nobody's but the system's own. */
  Actor REPORTS = new Actor("reports", Role.OPERATOR, Territory.EVERYWHERE);

  /**
   * Sets it.
   *
   * @param writeId what causes it: the same cause is one change
   * @return whether it is so now; false when the actor may not, or there is no such hotspot
   */
  CompletableFuture<Boolean> confirm(
      Actor actor, String hotspot, Hotspot.State state, String writeId);

  /** Through the desk; what the reports say by what is kept for several people together. */
  static Confirming on(HotspotDesk desk) {
    return (actor, hotspot, state, writeId) ->
        (actor.equals(REPORTS)
                ? desk.reported(hotspot, state, writeId)
                : desk.confirm(actor, hotspot, state, writeId))
            .thenApply(decision -> decision instanceof Decision.Done);
  }
}
