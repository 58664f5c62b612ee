package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of the gateway: takes what channels bring, gives each person one turn at a time, writes
 * once and durably, acknowledges, and only then acts. A person's turns run on one loop, chosen by
 * the person's id.
 */
public final class SessionEngine implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEngine.class);

  private final Ground ground;
  private final Admission admission;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Aliases> aliases = new ArrayList<>();
  private final Sweeper sweeper;

  /**
   * @param loops that share the persons; at least one
   * @param random makes the ids of persons: cryptographically strong in production
   */
  public SessionEngine(
      Ground ground, List<Loop> loops, RandomGenerator random, SessionSettings settings) {
    this.ground = ground;
    this.admission = new Admission(settings.inFlight());
    Ulids ids = new Ulids(random);
    for (Loop loop : loops) {
      lanes.add(new Lane(loop, ground, settings));
      aliases.add(new Aliases(loop, ground.store(), ids, settings.resident()));
    }
    this.sweeper = new Sweeper(loops.getFirst(), ground.store(), settings, this::awaken);
  }

  /** Takes up what an earlier process left under way. Call once, before the channels start. */
  public void start() {
    lanes.getFirst().loop.execute(sweeper::start);
  }

  /**
   * Takes nothing more, and looks for nothing more; completes when every input taken is answered.
   */
  public CompletableFuture<Void> drain() {
    lanes.getFirst().loop.execute(sweeper::stop);
    return admission.close();
  }

  /** Inputs taken and not yet answered. */
  public int inFlight() {
    return admission.inFlight();
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    Acknowledgement late = admission.enter(acknowledgement);
    LinkInfo link = ground.links().of(inbound.link());
    if (late == null || link == null) {
      String reason = late == null ? "overload" : "link";
      ground.counters().count("turn.refused", Map.of("reason", reason));
      if (late == null) acknowledgement.busy();
      else late.busy();
      return;
    }
    ground.counters().count("inbound", Map.of("link", inbound.link(), "act", inbound.act().name()));
    String alias = ground.keys().alias(inbound.from());
    Work.Arrived work =
        new Work.Arrived(
            inbound,
            Inputs.of(inbound, link),
            ground.keys().mark(inbound.link(), inbound.id()),
            late);
    int desk = Math.floorMod(alias.hashCode(), lanes.size());
    lanes.get(desk).loop.execute(() -> resolve(desk, alias, work));
  }

  private void resolve(int desk, String alias, Work.Arrived work) {
    aliases
        .get(desk)
        .resolve(
            alias,
            (person, failure) -> {
              if (person == null) {
                // Only its kind: a message may quote what was stored.
                LOG.warn("an address could not be resolved: {}", Lane.cause(failure));
                ground.counters().count("turn.refused", Map.of("reason", "store"));
                work.acknowledgement().busy();
                return;
              }
              Lane lane = lane(person);
              lane.loop.execute(() -> lane.arrived(person, work));
            });
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    ground
        .counters()
        .count("receipt", Map.of("link", receipt.link(), "state", receipt.state().name()));
    LOG.debug(
        "receipt on {}: message {} is {}",
        receipt.link(),
        ground.keys().pseudonym(receipt.messageId()),
        receipt.state());
    acknowledgement.accepted();
  }

  private void awaken(String person) {
    Lane lane = lane(person);
    lane.loop.execute(() -> lane.awaken(person));
  }

  private Lane lane(String person) {
    return lanes.get(Math.floorMod(person.hashCode(), lanes.size()));
  }
}
