package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.session.HeardMarks;

/**
 * The services that speak first: a notice or an event is handed in under its key until somebody
 * says that it is kept, and at times once more.
 */
final class Herald {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(40);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration LIFE = Duration.ofHours(1);

  /** What notices and ends of waits begin with; a number follows. */
  private static final String NOTICE = "Avis ";

  private static final String EVENT = "Pret ";

  private final Air air;
  private final Chance chance;
  private final Findings findings;
  private final List<String> persons = new ArrayList<>();
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final Map<String, Integer> heard = new LinkedHashMap<>();

  Herald(Air air, Chance chance, Findings findings) {
    this.air = air;
    this.chance = chance;
    this.findings = findings;
  }

  private static final class Told {
    final String name;
    final boolean owed;
    boolean kept;

    Told(String name, boolean owed) {
      this.name = name;
      this.owed = owed;
    }
  }

  /** Somebody has come by a way that leads back to them. */
  void met(String person, String name) {
    String one = person + ' ' + name;
    if (!persons.contains(one)) persons.add(one);
  }

  /** Begins, and has something to say until then. */
  void live(Instant until) {
    air.later(
        chance.between(SOON, SELDOM),
        () -> {
          if (!air.now().isBefore(until)) return;
          if (!persons.isEmpty()) say(chance.of(persons).split(" "));
          live(until);
        });
  }

  private void say(String[] person) {
    int number = told.size();
    boolean event = chance.hits(0.5);
    Urgency urgency = chance.of(List.of(Urgency.values()));
    Instant expires = air.now().plus(LIFE);
    String key = (event ? EVENT : NOTICE) + number;
    told.put(key, new Told(person[1], !event && urgency != Urgency.BULK));
    Map<String, Value> values = Map.of("n", new Value.Text("" + number));
    Notice notice = new Notice(Rehearsal.HEAR, "news", values, urgency, expires);
    Event raised = new Event(Rehearsal.READY, "", values, expires);
    handIn(
        key,
        process ->
            event
                ? process.signals().raise(person[0], raised, key)
                : process.messenger().send(person[0], notice, key));
  }

  /** One way to hand something in. */
  private interface Hand {
    CompletableFuture<Void> in(SimProcess process);
  }

  private void handIn(String key, Hand hand) {
    Told one = told.get(key);
    SimProcess process = air.someone();
    if (process != null && one != null) {
      findings.note(one.name, key + " handed in to " + process.id());
      var unused =
          hand.in(process)
              .whenComplete(
                  (done, failure) -> {
                    if (failure == null && process.alive()) one.kept = true;
                  });
    }
    air.later(
        AGAIN,
        () -> {
          // Who is killed between the answer and the note of it hands in once more.
          if (one == null || !one.kept || chance.hits(0.1)) handIn(key, hand);
        });
  }

  /**
   * A durable turn has said something.
   *
   * @param inputs of this person's so far
   */
  void made(String name, String text, int inputs) {
    if (!text.startsWith(NOTICE) && !text.startsWith(EVENT)) return;
    String key = text.substring(0, text.indexOf('.'));
    Integer before = heard.put(key, inputs);
    // Handed in once more behind 16 other inputs it is new: a relay tries for seconds only.
    if (before != null && inputs - before <= HeardMarks.MOST)
      findings.violated(Invariant.ONE_EFFECT_EACH, name, key + " is told twice");
  }

  /** When everything has come to rest. */
  void end() {
    told.forEach(
        (key, one) -> {
          if (one.owed && one.kept && !heard.containsKey(key))
            findings.violated(Invariant.NOTHING_FORGOTTEN, one.name, key + " is never told");
        });
  }
}
