package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.jisr.gateway.session.HeardMarks;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * What became of every SMS without an identity: who says the same words again is heard again, but
 * for what decision 0128 takes for a repetition.
 */
final class Sayings {
  /** The same words within so long are one message, if nothing was said in between. */
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  private final Findings findings;
  private final Turns turns;
  private final Texts texts;
  private final boolean roomy;
  private final Map<String, Delivery> byMark = new HashMap<>();
  private final Map<String, List<Delivery>> byWords = new HashMap<>();

  /** Whose turn has been taken for another's, and by whom: each process does so once. */
  private final Map<Delivery, Set<SimProcess>> forgiven = new HashMap<>();

  /** How many messages were taken for others of the same words, by those and the process. */
  private final Map<String, Integer> traded = new HashMap<>();

  /**
   * @param roomy whether all persons stay in memory: who leaves it is not known to have repeated
   *     anything, nor that something has counted as a repetition
   */
  Sayings(Findings findings, Turns turns, Texts texts, boolean roomy) {
    this.findings = findings;
    this.turns = turns;
    this.texts = texts;
    this.roomy = roomy;
  }

  /** One delivery of an SMS to one process, and the turn that it had. */
  static final class Delivery {
    private final SimProcess process;
    private final PlainMo mo;
    private final Instant at;

    /** The mark of its turn; null when it has had none. */
    private @Nullable String turn;

    /** Which input of the person's its turn was. */
    private int input;

    /** How many texts had been said when it had been. */
    private int said;

    /** Whether it has counted as a repetition: its mark is known, when it comes again. */
    private boolean counted;

    /** Whether its connection ended before its response had been read. */
    private boolean cut;

    private Delivery(SimProcess process, PlainMo mo, Instant at) {
      this.process = process;
      this.mo = mo;
      this.at = at;
    }

    private String key() {
      return process.id() + ' ' + mo.words();
    }
  }

  Delivery delivered(SimProcess process, PlainMo mo, Instant at) {
    findings.note(mo.from(), "SMS " + mo.id() + " to " + process.id());
    Delivery known = byMark.get(mo.mark(at));
    if (known != null && known.process == process && known.mo == mo) return known;
    Delivery delivery = new Delivery(process, mo, at);
    byMark.put(mo.mark(at), delivery);
    byWords.computeIfAbsent(mo.words(), words -> new ArrayList<>()).add(delivery);
    return delivery;
  }

  /** Its connection has ended, and its response was not read. */
  void cut(Delivery delivery) {
    delivery.cut = true;
  }

  void refused(Delivery delivery) {
    findings.note(delivery.mo.from(), "SMS " + delivery.mo.id() + " refused");
  }

  /** A document has become durable; true when it is the turn of one of these. */
  boolean applied(Document document, String name) {
    String mark = document.writeId().substring(0, Math.max(0, document.writeId().indexOf('/')));
    Delivery delivery = byMark.get(PlainMo.heard(mark));
    if (delivery == null) return false;
    PlainMo mo = delivery.mo;
    findings.note(name, "turn of " + mo.id() + " by " + delivery.process.id());
    turns.had(name);
    for (Delivery before : said(delivery))
      if (before.mo == mo && before.turn != null && !excused(before, name) && !traded(delivery))
        findings.violated(Invariant.ONE_TURN_EACH, name, mo.id() + " had two turns");
    delivery.turn = mark;
    delivery.input = turns.inputs(name);
    delivery.said = texts.said(name);
    return true;
  }

  /**
   * Whether a message may be heard anew: so much was said since, its person has left memory,
   * another process has sent its reply, or the process that knew of its connection's end has died.
   */
  private boolean excused(Delivery before, String name) {
    return !roomy
        || (before.cut && !before.process.alive())
        || turns.inputs(name) - before.input > HeardMarks.MOST
        || texts.replayed(name, Objects.requireNonNull(before.turn), before.said, before.process);
  }

  /** Whether another message was taken in its place, as nobody can tell them apart. */
  private boolean traded(Delivery delivery) {
    int left = traded.getOrDefault(delivery.key(), 0);
    if (left > 0) traded.put(delivery.key(), left - 1);
    return left > 0;
  }

  private List<Delivery> said(Delivery delivery) {
    return byWords.getOrDefault(delivery.mo.words(), List.of());
  }

  /** The process has acknowledged it. */
  void accepted(Delivery delivery) {
    PlainMo mo = delivery.mo;
    findings.note(mo.from(), "SMS " + mo.id() + " taken");
    if (delivery.turn != null || delivery.counted) return;
    delivery.counted = true;
    Delivery before = repeated(delivery);
    if (before == null)
      findings.violated(
          Invariant.SAID_AGAIN_IS_HEARD, mo.from(), mo.id() + " is taken for an earlier one");
    else if (before.mo != mo) {
      findings.note(mo.from(), "SMS " + mo.id() + " counts as " + before.mo.id());
      traded.merge(delivery.key(), 1, Integer::sum);
      forgiven.computeIfAbsent(before, one -> new HashSet<>()).add(delivery.process);
    }
  }

  /** What a message without a turn may be the repetition of; null when it is of nothing. */
  private @Nullable Delivery repeated(Delivery delivery) {
    Delivery found = null;
    for (Delivery before : said(delivery)) {
      if (before == delivery) continue;
      boolean here = before.process == delivery.process;
      if (before.counted && here && before.at.equals(delivery.at)) return before; // one mark
      if (before.turn == null) continue;
      if (before.mo == delivery.mo) return before;
      boolean atOnce =
          here && Duration.between(before.at, delivery.at).abs().compareTo(AT_ONCE) < 0;
      boolean again = roomy && forgiven.getOrDefault(before, Set.of()).contains(delivery.process);
      boolean unproven = !here && !again && !proven(before, before.turn);
      boolean newer = found == null || before.input >= found.input;
      if ((atOnce || unproven) && newer) found = before; // as the person's document is searched
    }
    return found;
  }

  private boolean proven(Delivery before, String turn) {
    return texts.proven(before.mo.from(), turn, before.said, before.process);
  }
}
