package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Everything that a run consists of, made from its seed. */
final class World {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration QUICKEST_START = Duration.ofMillis(200);
  private static final Duration SLOWEST_START = Duration.ofSeconds(20);

  /** How long people write while things fail. */
  private static final Duration STORM = Duration.ofMinutes(3);

  /** How long a world may take to come to rest: messages live for a day. */
  private static final Duration REST = Duration.ofMinutes(30);

  private final Plant plant;
  private final Rehearsal rehearsal;
  private final Chance chance;
  private final Timeline timeline;
  private final Trace trace = new Trace(START);
  private final Findings findings;
  private final Turns turns;
  private final Keys keys;
  private final Store store;
  private final Services services = new Services();
  private final Network network;
  private final List<SimProcess> processes = new ArrayList<>();
  private Weather weather;
  private int lives;

  World(long seed, Plant plant, Rehearsal rehearsal) {
    this.plant = plant;
    this.rehearsal = rehearsal;
    this.chance = Chance.of(seed);
    this.weather = Weather.drawn(chance.child());
    this.timeline = new Timeline(START, chance.child());
    this.findings = new Findings(trace, timeline::now);
    this.turns = new Turns(findings);
    this.keys = Keys.of(chance.child().source());
    this.store = new MemoryStore(SessionCollections.specs(), this::applied);
    this.network =
        new Network(timeline, chance.child(), this::weather, () -> List.copyOf(processes), turns);
    startProcess();
    for (int i = 0; i < 2 + chance.below(5); i++)
      new Subscriber("2126610000" + (10 + i), timeline, chance.child(), network, keys)
          .live(START.plus(STORM));
  }

  /** The whole run: the storm, then calm until nothing moves any more. */
  Report run() {
    for (Duration passed = Duration.ZERO;
        passed.compareTo(STORM) < 0 && findings.clean();
        passed = passed.plus(SECOND)) {
      timeline.advance(SECOND);
      for (SimProcess process : List.copyOf(processes))
        if (chance.hits(weather.kill())) process.kill("suddenly");
    }
    weather = Weather.CALM;
    timeline.advance(REST);
    if (network.underWay() > 0)
      findings.violated(Invariant.COMES_TO_REST, Findings.WORLD, network.underWay() + " MOs left");
    turns.end();
    processes.forEach(SimProcess::look);
    return new Report(trace.hash(), trace.count(), findings.violations());
  }

  private void startProcess() {
    lives++;
    SimProcess process = new SimProcess("p" + lives, Duration.ZERO, this);
    findings.note(Findings.WORLD, process.id() + " starts");
    processes.add(process);
    timeline.run();
  }

  void died(SimProcess process) {
    processes.remove(process);
    Loop.Cancel unused =
        timeline.after(chance.between(QUICKEST_START, SLOWEST_START), this::startProcess);
  }

  private void applied(String collection, ma.jisr.store.Document document) {
    if (collection.equals(SessionCollections.PEOPLE)) turns.applied(document);
  }

  boolean alone() {
    return true;
  }

  Plant plant() {
    return plant;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  Chance chance() {
    return chance;
  }

  Timeline timeline() {
    return timeline;
  }

  Findings findings() {
    return findings;
  }

  Weather weather() {
    return weather;
  }

  Keys keys() {
    return keys;
  }

  Store store() {
    return store;
  }

  Services services() {
    return services;
  }

  Network network() {
    return network;
  }
}
