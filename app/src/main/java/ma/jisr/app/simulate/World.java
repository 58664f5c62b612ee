package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.PersonDocument;
import ma.jisr.gateway.session.PersonReader;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Everything that a run consists of, made from its seed. */
final class World {
  /** A morning, shortly before a full hour, shortly before midnight in Casablanca. */
  private static final List<Instant> STARTS =
      List.of(
          Instant.parse("2026-03-02T10:15:00Z"),
          Instant.parse("2026-03-02T10:58:30Z"),
          Instant.parse("2026-03-25T22:58:30Z"));

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

  /**
   * Room for persons in a node's memory, on each loop: plenty, or so little that all must leave.
   */
  private static final List<Integer> ROOMS = List.of(1, 2, 4, SessionSettings.RESIDENT);

  private final Plant plant;
  private final Rehearsal rehearsal;
  private final Chance chance;
  private final Instant start;
  private final Timeline timeline;
  private final Trace trace;
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
  private final int room;
  private final List<SimProcess> processes = new ArrayList<>();
  private final Siege siege;
  private final Guards guards;
  private final Purses purses;
  private final Cast cast;
  private final PartNetwork parts;
  private final Sayings sayings;
  private final PlainNetwork plain;
  private final Herald herald;
  private final Chronicle chronicle;
  private final Map<String, Instant> births = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private Weather weather;
  private int lives;
  private int deaths;

  World(long seed, int nodes, Plant plant, Rehearsal rehearsal) {
    this.plant = plant;
    this.rehearsal = rehearsal;
    this.chance = Chance.of(seed);
    this.start = chance.of(STARTS);
    // Of its own, so that what is known of the other draws of a seed stays true.
    this.room = Chance.of(~seed).of(ROOMS);
    this.siege = Siege.drawn(chance.child());
    Weather drawn = Weather.drawn(chance.child());
    this.weather = siege.strangers() > 0 ? drawn.overASoundStore() : drawn;
    this.nodes = nodes;
    this.skew = nodes == 1 ? Duration.ZERO : chance.between(Duration.ZERO, SKEW);
    this.timeline = new Timeline(start, chance.child());
    this.trace = new Trace(start);
    this.findings = new Findings(trace, timeline::now);
    this.turns = new Turns(findings);
    this.texts = new Texts(findings);
    this.keys = Keys.of(chance.child().source());
    this.reader = new PersonReader(keys);
    this.store = new MemoryStore(SessionCollections.specs(), this::witnessed);
    this.services = new Services(timeline, chance.child(), this);
    // Who leaves memory is not watched for answering as a machine does.
    boolean roomy = room == SessionSettings.RESIDENT;
    Air air = new Air(timeline, chance.child(), this::weather, () -> List.copyOf(processes));
    this.guards = new Guards(siege, nodes == 1 && roomy && weather.storeIsSound(), turns, findings);
    this.purses = new Purses(siege.limits(), weather, findings);
    this.network = new Network(air, turns, guards);
    this.dialogues = new Dialogues(air, network, turns, findings);
    this.cast = new Cast(air, chance.child(), keys, network);
    this.sayings = new Sayings(findings, turns, texts, roomy);
    this.plain = new PlainNetwork(air, sayings);
    this.centre = new Centre(air, texts, dialogues, plain, guards, cast::phone);
    for (int i = 0; i < nodes; i++) startProcess();
    this.parts = new PartNetwork(air, turns);
    this.herald = new Herald(air, chance.child(), findings);
    this.chronicle = new Chronicle(findings);
    herald.live(start.plus(STORM));
    cast.subscribers(dialogues, parts, start.plus(STORM));
    cast.attackers(siege, start.plus(STORM));
    // A node knows only what itself has heard, and what was written without its being told.
    if (nodes == 1 && weather.lose() == 0 && !siege.isOn())
      cast.repeaters(plain, start.plus(STORM));
  }

  /** The whole run: the storm, then calm until nothing moves any more. */
  Report run() {
    Instant end = start.plus(STORM);
    while (timeline.now().isBefore(end) && findings.clean()) {
      timeline.advance(SECOND);
      for (SimProcess process : List.copyOf(processes)) {
        process.bounded();
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
    if (findings.clean() && (siege.strangers() > 0 || parts.incomplete() > 0))
      new Night(this).pass();
    processes.forEach(this::ended);
    if (findings.clean()) guards.end();
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
    if (plain.underWay() > 0)
      findings.violated(Invariant.COMES_TO_REST, Findings.WORLD, plain.underWay() + " SMS left");
    turns.end(name -> siege.isOn() && cast.unheard(name));
    for (SimProcess process : processes) {
      process.rested();
      if (purses.warned(process.id())) process.warned();
    }
    texts.end(timeline.now());
    services.end();
    herald.end();
    for (PersonDocument person : people()) {
      left(person);
      chronicle.compare(person, store, keys, deaths == 0);
    }
    if (parts.underWay() > 0)
      findings.violated(Invariant.COMES_TO_REST, Findings.WORLD, parts.underWay() + " parts left");
    int rows = store.scan(SessionCollections.INBOX, "", 1000).join().size();
    if (rows > 0)
      findings.violated(Invariant.COMES_TO_REST, Findings.WORLD, rows + " rows left in the inbox");
  }

  /** Everybody in the store. */
  List<PersonDocument> people() {
    List<PersonDocument> people = new ArrayList<>();
    for (Document document : store.scan(SessionCollections.PEOPLE, "", 1000).join())
      people.add(reader.read(document));
    return people;
  }

  /** Parts of messages in the store. */
  int parts() {
    return store.scan(SessionCollections.PARTS, "", 1000).join().size();
  }

  /** What the processes have counted. */
  long counted(String name) {
    long sum = 0;
    for (SimProcess process : processes) sum += process.counted(name);
    return sum;
  }

  /** Ends all processes, and lets time pass in which nobody is there. */
  void sleep(Duration time) {
    for (SimProcess process : List.copyOf(processes)) {
      process.halt();
      processes.remove(process);
      ended(process);
    }
    timeline.advance(time);
    for (int i = 0; i < nodes; i++) startProcess();
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
    births.put(process.id(), timeline.now());
    purses.born(process.id(), timeline.now());
    timeline.run();
  }

  void died(SimProcess process) {
    deaths++;
    processes.remove(process);
    if (weather.storeIsSound())
      texts.died(process, timeline.now().minus(weather.slowest()).minus(SentMarks.GATHER));
    ended(process);
    purses.died(process.id(), timeline.now());
    lost(process);
    Loop.Cancel unused =
        timeline.after(chance.between(QUICKEST_START, SLOWEST_START), this::startProcess);
  }

  /** A bind is gone, and all that was under way on it. */
  void lost(SimProcess process) {
    dialogues.lost(process);
    plain.lost(process);
  }

  private void ended(SimProcess process) {
    process.look();
    guards.lived(Duration.between(births.get(process.id()), timeline.now()));
  }

  /** What the world itself does wrong must not look like a store that never answers. */
  private void witnessed(String collection, Document document) {
    try {
      applied(collection, document);
    } catch (RuntimeException e) {
      findings.violated(Invariant.NOTHING_SWALLOWED, Findings.WORLD, "the world threw " + e);
      throw e;
    }
  }

  private void applied(String collection, Document document) {
    if (collection.equals(SessionCollections.ALIASES)) guards.newcomer();
    if (collection.equals(SentMarks.COLLECTION)) texts.marked(document.writeId());
    if (!collection.equals(SessionCollections.PEOPLE)) return;
    PersonDocument person = reader.read(document);
    owners.put(document.id(), name(person));
    Mo mo = turns.of(document);
    turns.applied(document, name(person), person);
    List<OutboxEntry> made = texts.applied(name(person), person);
    boolean said = sayings.applied(document, name(person));
    boolean reached = said || (mo != null && mo.act() != Inbound.Act.RELEASE);
    if (reached) herald.met(document.id(), name(person));
    chronicle.turn(document, said || mo != null, made);
    for (OutboxEntry entry : made)
      herald.made(name(person), entry.text(), turns.inputs(name(person)));
    String writer = Turns.writer(document);
    boolean owed = !reached;
    for (OutboxEntry entry : made) purses.made(name(person), entry, owed, writer, timeline.now());
    Attacker.Kind kind = mo == null ? null : cast.kind(mo.from());
    if (mo != null && kind != null && siege.isOn())
      guards.turn(writer, kind, mo, !made.isEmpty(), timeline.now());
  }

  /** What somebody is called in this world. */
  String owner(String person) {
    return owners.getOrDefault(person, "somebody");
  }

  static String name(PersonDocument person) {
    return person.address("tel").map(Handset::name).orElseThrow();
  }

  /** Most persons in memory on each loop of a node, but for those who have something under way. */
  int room() {
    return room;
  }

  boolean alone() {
    return nodes == 1;
  }

  Turns turns() {
    return turns;
  }

  /** Days that the world has seen so far. */
  int days() {
    return Purses.days(start, timeline.now());
  }

  Siege siege() {
    return siege;
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
