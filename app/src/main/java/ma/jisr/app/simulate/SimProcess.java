package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Loop;
import ma.jisr.flow.port.Messenger;
import ma.jisr.flow.port.Signals;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.limit.Destinations;
import ma.jisr.gateway.limit.GuardedChannel;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.store.Store;

/** One life of a node: a real session engine over simulated surroundings, until it is killed. */
final class SimProcess {
  /** Loops of one process: two, so that persons and addresses meet on different ones. */
  private static final int LOOPS = 2;

  /** Characters of a stack trace shown. */
  private static final int LONGEST_WAY = 600;

  private final String id;
  private final World world;
  private final MemoryCounters counters = new MemoryCounters();
  private final SimLink link;
  private final Duration skew;
  private final Chance chance;
  private final SessionEngine engine;
  private boolean alive = true;
  private boolean bound = true;

  /** Whether something that it had written when it died did not come over. */
  private boolean severed;

  SimProcess(String id, Duration skew, World world) {
    this.id = id;
    this.world = world;
    this.skew = skew;
    this.chance = world.chance().child();
    this.link = new SimLink(this, world.centre());
    Store disk =
        world
            .plant()
            .store(
                Disk.of(
                    world.store(), world.timeline(), world.chance().child(), world::weather, this));
    List<Loop> loops = new ArrayList<>();
    for (int i = 0; i < LOOPS; i++)
      loops.add(new NodeLoop(world.timeline(), skew, this::alive, this::escaped));
    Siege siege = world.siege();
    Channel outlet =
        new GuardedChannel(
            world.plant().channel(link, loops.getFirst()),
            new Destinations(siege.limits().destinations()));
    Ground ground =
        new Ground(
            disk,
            world.rehearsal().stepper(),
            world.services().from(this),
            world.rehearsal().operations(),
            name -> name.equals(SimLink.ID) ? Rehearsal.LINK : null,
            name -> name.equals(SimLink.ID) ? outlet : null,
            world.keys(),
            counters);
    this.engine =
        new SessionEngine(
            ground,
            loops,
            world.chance().child().source(),
            new SessionSettings(
                id,
                world.alone(),
                siege.inFlight(),
                SessionSettings.MAILBOX,
                world.room(),
                world.plant().limits(siege.limits())));
    engine.start();
    var unused = link.start(world.plant().receiver(engine));
  }

  String id() {
    return id;
  }

  /** The time, as this machine has it. */
  Instant now() {
    return world.timeline().now().plus(skew);
  }

  boolean alive() {
    return alive;
  }

  /** Whether no other process uses the store meanwhile. */
  boolean alone() {
    return world.alone();
  }

  /** Whether it is alive and its bind is up. */
  boolean bound() {
    return alive && bound;
  }

  /**
   * Whether what it has written comes over, asked when it would: of what was in the socket of a
   * process that died, something and all behind it may be lost.
   */
  boolean brings() {
    if (!alive && !severed) severed = chance.hits(0.5);
    return !severed;
  }

  /** The bind is lost and made again. */
  void bound(boolean up) {
    if (!alive || up == bound) return;
    bound = up;
    world.findings().note(Findings.WORLD, id + (up ? " binds" : " loses its bind"));
    if (up) link.receiver().ready(SimLink.ID);
    else world.lost(this);
  }

  /** A receipt arrives; nobody answers for it. */
  void receipt(Receipt receipt) {
    if (bound()) link.receiver().receipt(receipt, new HastyReceiver.Silence());
  }

  void receive(Fragment part, Acknowledgement acknowledgement) {
    link.receiver().part(part, acknowledgement);
  }

  Messenger messenger() {
    return engine.messenger();
  }

  Signals signals() {
    return engine.signals();
  }

  void receive(Inbound inbound, Acknowledgement acknowledgement) {
    link.receiver().accept(inbound, acknowledgement);
  }

  /** The SMSC's answer to a text of one segment. */
  void taken(Outbound text) {
    if (alive && text.kind() == Outbound.Kind.MESSAGE)
      link.receiver().taken(new Taken(SimLink.ID, SimLink.ID, text, 1, 1, text.id(), now()));
  }

  /** It is no more, and nobody starts another. */
  void halt() {
    alive = false;
  }

  /** SIGKILL. */
  void kill(String when) {
    if (!alive) return;
    alive = false;
    world.findings().note(Findings.WORLD, id + " dies " + when);
    world.died(this);
  }

  /** How often it has counted something. */
  long counted(String name) {
    return counters.of(name);
  }

  /** Inputs refused because so much of the same person's waits already. */
  long refusedForItself() {
    return counters.of("turn.refused{reason=full}") + counters.of("turn.refused{reason=mailbox}");
  }

  /** Must hold no more than it was told to. */
  void bounded() {
    if (engine.inFlight() > world.siege().inFlight())
      world.findings().violated(Invariant.BOUNDED, id, engine.inFlight() + " inputs in flight");
  }

  /** Must have answered all that it took. */
  void rested() {
    if (engine.inFlight() > 0)
      world
          .findings()
          .violated(Invariant.COMES_TO_REST, id, engine.inFlight() + " inputs in flight");
  }

  /** Must have warned of the day's ceiling. */
  void warned() {
    if (counted("limit.alarm{feature=" + Purses.FEATURE + ", link=sim, percent=80}") == 0)
      world.findings().violated(Invariant.WITHIN_CEILINGS, id, "has not warned at 80 %");
  }

  private void escaped(Throwable failure) {
    StringBuilder way = new StringBuilder();
    for (StackTraceElement at : failure.getStackTrace())
      if (way.length() < LONGEST_WAY) way.append(" at ").append(at);
    world.findings().violated(Invariant.NOTHING_SWALLOWED, id, "threw " + failure + way);
  }

  /** What the process itself has counted as wrong. */
  void look() {
    counters
        .all()
        .forEach(
            (name, count) -> {
              if (name.startsWith("turn.failed"))
                world.findings().violated(Invariant.NOTHING_SWALLOWED, id, name + " " + count);
              if (name.startsWith("limit.alarm") && count > world.days())
                world.findings().violated(Invariant.WITHIN_CEILINGS, id, name + " " + count);
            });
  }
}
