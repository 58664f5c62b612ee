package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.PersonDocument;
import ma.jisr.gateway.session.PersonReader;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Everything that a run consists of, made from its seed. */
final class World {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration QUICKEST_START = Duration.ofMillis(200);
  private static final Duration SLOWEST_START = Duration.ofSeconds(20);

  /** Clocks of two machines are this far apart at most. */
  private static final Duration SKEW = Duration.ofSeconds(2);

  /** How long people write while things fail. */
  private static final Duration STORM = Duration.ofMinutes(3);

  /** How long a world may take to come to rest: the longest pause between two tries is 5 min. */
  private static final Duration REST = Duration.ofMinutes(20);

  /** Nothing comes after so much silence: the longest pause between two tries, and two leases. */
  private static final Duration SILENCE = Duration.ofMinutes(7);

  private final Plant plant;
  private final Rehearsal rehearsal;
  private final Chance chance;
  private final Timeline timeline;
  private final Trace trace = new Trace(START);
  private final Findings findings;
  private final Turns turns;
  private final Texts texts;
  private final Keys keys;
  private final PersonReader reader;
  private final Store store;
  private final Services services;
  private final Network network;
  private final Dialogues dialogues;
  private final Centre centre;
  private final int nodes;
  private final Duration skew;
  private final List<SimProcess> processes = new ArrayList<>();
  private final Map<String, Subscriber> subscribers = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private Weather weather;
  private int lives;

  World(long seed, int nodes, Plant plant, Rehearsal rehearsal) {
    this.plant = plant;
    this.rehearsal = rehearsal;
    this.chance = Chance.of(seed);
    this.weather = Weather.drawn(chance.child());
    this.nodes = nodes;
    this.skew = nodes == 1 ? Duration.ZERO : chance.between(Duration.ZERO, SKEW);
    this.timeline = new Timeline(START, chance.child());
    this.findings = new Findings(trace, timeline::now);
    this.turns = new Turns(findings);
    this.texts = new Texts(findings);
    this.keys = Keys.of(chance.child().source());
    this.reader = new PersonReader(keys);
    this.store = new MemoryStore(SessionCollections.specs(), this::applied);
    this.services = new Services(timeline, chance.child(), this);
    Air air = new Air(timeline, chance.child(), this::weather, () -> List.copyOf(processes));
    this.network = new Network(air, turns);
    this.dialogues = new Dialogues(air, network, findings);
    this.centre = new Centre(air, texts, dialogues, this::subscriber);
    for (int i = 0; i < nodes; i++) startProcess();
    for (int i = 0; i < 2 + chance.below(4); i++) {
      Subscriber one =
          new Subscriber("2126610000" + (10 + i), air, chance.child(), keys, network, dialogues);
      subscribers.put(one.name(), one);
      one.live(START.plus(STORM));
    }
  }

  private Subscriber subscriber(String name) {
    return Objects.requireNonNull(subscribers.get(name), "a text to nobody");
  }

  /** The whole run: the storm, then calm until nothing moves any more. */
  Report run() {
    Instant end = START.plus(STORM);
    while (timeline.now().isBefore(end) && findings.clean()) {
      timeline.advance(SECOND);
      for (SimProcess process : List.copyOf(processes)) {
        if (chance.hits(weather.kill())) process.kill("suddenly");
        if (chance.hits(weather.unbind())) unbind(process);
      }
    }
    weather = Weather.CALM;
    Instant rest = end.plus(REST);
    Instant silent = end.plus(SILENCE);
    for (long heard = trace.count();
        timeline.now().isBefore(rest) && findings.clean();
        heard = trace.count()) {
      timeline.advance(SECOND);
      if (trace.count() != heard) silent = timeline.now().plus(SILENCE);
      else if (!timeline.now().isBefore(silent)) break;
    }
    if (findings.clean()) rested();
    processes.forEach(SimProcess::look);
    return new Report(trace.hash(), trace.count(), findings.violations());
  }

  private void unbind(SimProcess process) {
    process.bound(false);
    Loop.Cancel unused =
        timeline.after(chance.between(QUICKEST_START, SLOWEST_START), () -> process.bound(true));
  }

  private void rested() {
    if (network.underWay() > 0)
      findings.violated(Invariant.COMES_TO_REST, Findings.WORLD, network.underWay() + " MOs left");
    turns.end();
    texts.end(timeline.now());
    services.end();
    for (Document document : store.scan(SessionCollections.PEOPLE, "", 1000).join())
      left(reader.read(document));
  }

  private void left(PersonDocument person) {
    String name = name(person);
    if (!person.person().calls().isEmpty())
      findings.violated(
          Invariant.COMES_TO_REST, name, person.person().calls().size() + " calls left pending");
  }

  private void startProcess() {
    SimProcess process = new SimProcess("p" + ++lives, lives % 2 == 0 ? skew : Duration.ZERO, this);
    findings.note(Findings.WORLD, process.id() + " starts");
    processes.add(process);
    timeline.run();
  }

  void died(SimProcess process) {
    processes.remove(process);
    dialogues.lost(process);
    Loop.Cancel unused =
        timeline.after(chance.between(QUICKEST_START, SLOWEST_START), this::startProcess);
  }

  private void applied(String collection, Document document) {
    if (!collection.equals(SessionCollections.PEOPLE)) return;
    PersonDocument person = reader.read(document);
    owners.put(document.id(), name(person));
    turns.applied(document, name(person), person);
    texts.applied(name(person), person);
  }

  /** What somebody is called in this world. */
  String owner(String person) {
    return owners.getOrDefault(person, "somebody");
  }

  private static String name(PersonDocument person) {
    return person.address("tel").map(Subscriber::name).orElseThrow();
  }

  boolean alone() {
    return nodes == 1;
  }

  Turns turns() {
    return turns;
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

  Centre centre() {
    return centre;
  }

  Dialogues dialogues() {
    return dialogues;
  }
}
