package ma.jisr.map.report;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.HotspotDesk;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Proposal.State;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator decides what becomes of what people name as new: a hotspot of its own, made at
 * the desk, so that rights, history and feed are those of any other; one that is on the map
 * already; or nothing. Who named it is thanked, but for the last. May be repeated; never blocks.
 */
public final class Admission {
  private final Proposals proposals;
  private final HotspotDesk desk;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  public Admission(
      Proposals proposals, HotspotDesk desk, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.proposals = proposals;
    this.desk = desk;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * Puts it on the map. Done with the hotspot; the same one when it was accepted before.
   *
   * @param id of the proposal
   * @param wished what the operator knows of it; the rest is what was named
   */
  public CompletableFuture<Decision> accept(Actor actor, String id, NewSpot wished) {
    return open(actor, id)
        .thenCompose(
            open -> {
              if (open.refused() != null) return now(open.refused());
              Proposal proposal = open.of();
              String hotspot = proposal.hotspot();
              if (hotspot != null) return made(actor, hotspot);
              if (proposal.state() == State.REJECTED) return now(rejected());
              Area place = gazetteer.get().area(proposal.place()).orElse(null);
              if (place == null) return now(invalid("place: not in the gazetteer"));
              return make(actor, proposal, wished, place);
            });
  }

  private CompletableFuture<Decision> make(
      Actor actor, Proposal proposal, NewSpot wished, Area place) {
    try {
      return desk.create(actor, wished.draft(proposal, place), "proposal:" + proposal.id())
          .thenCompose(
              decision ->
                  decision instanceof Decision.Done(Kept made)
                      ? decided(actor, proposal, made)
                      : now(decision));
    } catch (IllegalArgumentException e) {
      return now(invalid(String.valueOf(e.getMessage())));
    }
  }

  /** Somebody else may have decided meanwhile: then it is theirs. */
  private CompletableFuture<Decision> decided(Actor actor, Proposal proposal, Kept made) {
    String hotspot = made.hotspot().id();
    return proposals
        .decide(proposal.id(), actor.id(), hotspot, clock.instant())
        .thenCompose(
            after -> {
              if (after.filter(p -> hotspot.equals(p.hotspot())).isPresent())
                return now(new Decision.Done(made));
              return desk.retire(
                      actor, hotspot, made.version(), "proposal-overtaken:" + proposal.id())
                  .thenApply(_ -> invalid("somebody else has decided meanwhile"));
            });
  }

  /**
   * Says which hotspot on the map was meant. Done with it.
   *
   * @param hotspot the id of one that there is
   */
  public CompletableFuture<Decision> link(Actor actor, String id, String hotspot) {
    return open(actor, id)
        .thenCompose(open -> open.refused() != null ? now(open.refused()) : made(actor, hotspot))
        .thenCompose(
            decision ->
                decision instanceof Decision.Done
                    ? proposals
                        .decide(id, actor.id(), hotspot, clock.instant())
                        .thenApply(after -> linked(after, hotspot, decision))
                    : now(decision));
  }

  private static Decision linked(Optional<Proposal> after, String hotspot, Decision done) {
    if (after.filter(p -> hotspot.equals(p.hotspot())).isPresent()) return done;
    return after.filter(p -> p.state() == State.ACCEPTED).isPresent()
        ? invalid("it has become another hotspot before")
        : rejected();
  }

  /** Puts it aside; nobody is told. Empty when it is so, else why not. */
  public CompletableFuture<Optional<Refused>> reject(Actor actor, String id) {
    return open(actor, id)
        .thenCompose(
            open -> {
              Refused refused = open.refused();
              if (refused != null) return CompletableFuture.completedFuture(Optional.of(refused));
              return proposals
                  .decide(id, actor.id(), null, clock.instant())
                  .thenApply(
                      after ->
                          after.filter(p -> p.state() == State.ACCEPTED).isPresent()
                              ? Optional.of(invalid("it has been accepted before"))
                              : Optional.empty());
            });
  }

  private record Open(@Nullable Proposal proposal, @Nullable Refused refused) {
    Proposal of() {
      if (proposal == null) throw new IllegalStateException("it was refused");
      return proposal;
    }
  }

  /**
   * The proposal for who may change the map where it lies: agents name hotspots, and decide none.
   */
  private CompletableFuture<Open> open(Actor actor, String id) {
    return proposals
        .byId(id)
        .thenApply(
            found -> {
              if (found.isEmpty()) return new Open(null, new Refused(Reason.UNKNOWN, ""));
              Gazetteer now = gazetteer.get();
              String place = found.get().place();
              boolean may =
                  Rights.allow(
                      actor, Deed.CHANGE, now.area(place).map(now::way).orElse(List.of(place)));
              return may
                  ? new Open(found.get(), null)
                  : new Open(null, new Refused(Reason.NO_RIGHT, ""));
            });
  }

  private CompletableFuture<Decision> made(Actor actor, String hotspot) {
    return desk.read(actor, hotspot)
        .thenApply(
            decision ->
                decision instanceof Decision.Shown(Kept now, var ignored)
                    ? new Decision.Done(now)
                    : decision);
  }

  private static Refused rejected() {
    return invalid("it has been rejected before");
  }

  private static Refused invalid(String what) {
    return new Refused(Reason.INVALID, what);
  }

  private static CompletableFuture<Decision> now(Decision decision) {
    return CompletableFuture.completedFuture(decision);
  }
}
