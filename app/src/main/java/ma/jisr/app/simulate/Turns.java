package ma.jisr.app.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ma.jisr.gateway.session.HeardMarks;
import ma.jisr.gateway.session.PersonDocument;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * What became of every MO: which deliveries were acknowledged, which turns became durable, in which
 * order.
 */
final class Turns {
  private final Findings findings;
  private final Map<String, Fate> byMark = new LinkedHashMap<>();
  private final Map<String, List<Delivery>> waiting = new HashMap<>();
  private final Set<String> served = new HashSet<>();
  private int forgotten;
  private final Map<String, Integer> inputs = new HashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, String> newest = new HashMap<>();

  Turns(Findings findings) {
    this.findings = findings;
  }

  private static final class Fate {
    final Mo mo;
    boolean acknowledged;
    int turns;

    /** Which input of the person's it was. */
    int at;

    Fate(Mo mo) {
      this.mo = mo;
    }
  }

  /** One delivery of an MO to one process, until that one answers. */
  static final class Delivery {
    private final String desk;
    private final Mo mo;
    private boolean answered;

    private Delivery(String desk, Mo mo) {
      this.desk = desk;
      this.mo = mo;
    }
  }

  Delivery delivered(String process, Mo mo) {
    findings.note(mo.from(), "MO " + mo.id() + " to " + process);
    byMark.computeIfAbsent(mo.mark(), mark -> new Fate(mo));
    Delivery delivery = new Delivery(process + ' ' + mo.from(), mo);
    waiting.computeIfAbsent(delivery.desk, desk -> new ArrayList<>()).add(delivery);
    return delivery;
  }

  /** A long message has been sent: its turn may come whenever its last part does. */
  void expect(Mo mo) {
    byMark.put(mo.mark(), new Fate(mo));
  }

  void note(Mo mo, String what) {
    findings.note(mo.from(), "MO " + mo.id() + ' ' + what);
  }

  /** All of a long message is acknowledged. */
  void acknowledged(Mo mo) {
    Fate fate = byMark.get(mo.mark());
    if (fate != null) fate.acknowledged = true;
  }

  /** Whether a process has said that it has it. */
  boolean isAcknowledged(Mo mo) {
    Fate fate = byMark.get(mo.mark());
    return fate != null && fate.acknowledged;
  }

  /** The process has answered. */
  void answered(Delivery delivery, boolean accepted) {
    findings.note(
        delivery.mo.from(), "MO " + delivery.mo.id() + (accepted ? " taken" : " refused"));
    if (delivery.answered)
      findings.violated(
          Invariant.ACKNOWLEDGED_IS_KEPT, delivery.mo.from(), delivery.mo.id() + " answered twice");
    delivery.answered = true;
    Fate fate = byMark.get(delivery.mo.mark());
    if (fate != null && accepted) fate.acknowledged = true;
    List<Delivery> left = waiting.get(delivery.desk);
    if (left != null) left.remove(delivery);
  }

  /** The MO that a durable document is the turn of; null when it is of none. */
  @Nullable Mo of(Document document) {
    Fate fate = fate(document);
    return fate == null ? null : fate.mo;
  }

  private @Nullable Fate fate(Document document) {
    int slash = document.writeId().lastIndexOf('/');
    return slash < 0 ? null : byMark.get(LongMo.words(document.writeId().substring(0, slash)));
  }

  /** The process that has written a document; "" when it does not say. */
  static String writer(Document document) {
    return document.writeId().substring(document.writeId().lastIndexOf('/') + 1);
  }

  /** Whether a person has had a turn by this process. */
  boolean known(String process, String name) {
    return served.contains(process + ' ' + name);
  }

  /** How many inputs of a person's have been remembered: the last 16 of them still are. */
  int inputs(String name) {
    return inputs.getOrDefault(name, 0);
  }

  /** How many turns a person's MOs have had. */
  int turns(String name) {
    return taken.getOrDefault(name, 0);
  }

  /** An SMS without an identity has had its turn. */
  void had(String name) {
    taken.merge(name, 1, Integer::sum);
  }

  /** A person's document has become durable. */
  void applied(Document document, String name, PersonDocument person) {
    overwritten(name, person);
    Fate fate = fate(document);
    if (fate == null) return;
    String process = writer(document);
    findings.note(
        fate.mo.from(), "turn of " + fate.mo.id() + " by " + process + " v" + document.version());
    fate.turns++;
    served.add(process + ' ' + name);
    taken.merge(name, 1, Integer::sum);
    int now = inputs(name);
    boolean remembered = now - fate.at <= HeardMarks.MOST;
    fate.at = now;
    if (!remembered && fate.turns > 1) forgotten++;
    if (fate.turns > 1 && remembered)
      findings.violated(
          Invariant.ONE_TURN_EACH, fate.mo.from(), fate.mo.id() + " had " + fate.turns + " turns");
    String desk = process + ' ' + fate.mo.from();
    Delivery first = first(desk);
    boolean queued = waits(desk, fate.mo);
    if (queued && first != null && !first.mo.mark().equals(fate.mo.mark()) && fate.turns == 1)
      findings.violated(
          Invariant.ORDER_OF_TURNS,
          fate.mo.from(),
          fate.mo.id() + " had its turn before " + first.mo.id());
    written(desk, fate.mo);
  }

  /** Each turn stands on the one before: what that one took in is remembered. */
  private void overwritten(String name, PersonDocument person) {
    String before = newest.get(name);
    List<String> marks = person.inputs().list();
    if (before != null && marks.stream().map(LongMo::words).noneMatch(LongMo.words(before)::equals))
      findings.violated(
          Invariant.ACKNOWLEDGED_IS_KEPT,
          name,
          "a turn was overwritten by one that had not seen it");
    // What services say is an input, too, as is a repetition, and pushes others out of memory.
    int news = marks.size() - 1 - (before == null ? -1 : marks.lastIndexOf(before));
    if (news > 0) inputs.merge(name, news, Integer::sum);
    if (!marks.isEmpty()) newest.put(name, marks.getLast());
  }

  /** The first that waits for its turn at this desk. */
  private @Nullable Delivery first(String desk) {
    List<Delivery> all = waiting.getOrDefault(desk, List.of());
    return all.isEmpty() ? null : all.getFirst();
  }

  private boolean waits(String desk, Mo mo) {
    return waiting.getOrDefault(desk, List.of()).stream()
        .anyMatch(d -> d.mo.mark().equals(mo.mark()));
  }

  private void written(String desk, Mo mo) {
    waiting.getOrDefault(desk, new ArrayList<>()).removeIf(d -> d.mo.mark().equals(mo.mark()));
  }

  /** MOs that were taken twice because the person had done so much meanwhile. */
  int forgotten() {
    return forgotten;
  }

  /**
   * When everything has come to rest.
   *
   * @param unheard whose MOs may be acknowledged without a turn: nobody is to answer them
   */
  void end(Predicate<String> unheard) {
    for (Fate fate : byMark.values()) {
      if (fate.turns > 0 || unheard.test(fate.mo.from())) continue;
      if (fate.acknowledged)
        findings.violated(
            Invariant.ACKNOWLEDGED_IS_KEPT,
            fate.mo.from(),
            fate.mo.id() + " was acknowledged and has had no turn");
    }
  }
}
