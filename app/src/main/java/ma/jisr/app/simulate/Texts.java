package ma.jisr.app.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.session.PersonDocument;

/** Every MT that a durable turn has made, in the order of making, and what became of it. */
final class Texts {
  private final Findings findings;
  private final Map<String, Text> byId = new HashMap<>();
  private final Map<String, List<Text>> byPerson = new LinkedHashMap<>();

  Texts(Findings findings) {
    this.findings = findings;
  }

  /**
   * A person's document has become durable.
   *
   * @return what it says anew
   */
  List<OutboxEntry> applied(String name, PersonDocument person) {
    List<OutboxEntry> made = new ArrayList<>();
    int messages = 0;
    for (OutboxEntry entry : person.outbox()) {
      if (!entry.returnPath()) messages++;
      Text known = byId.get(entry.id());
      if (known != null) {
        if (!known.is(entry))
          findings.violated(Invariant.ONE_TEXT_AN_ID, name, "two texts are " + entry.id());
        continue;
      }
      Text text = new Text(entry);
      findings.note(name, "made " + entry.kind() + ' ' + entry.id());
      byId.put(entry.id(), text);
      byPerson.computeIfAbsent(name, n -> new ArrayList<>()).add(text);
      made.add(entry);
    }
    if (messages > PersonDocument.MAX_OUTBOX)
      findings.violated(Invariant.BOUNDED, name, messages + " messages in an outbox");
    return made;
  }

  /** A process hands a text to its bind. */
  void submitted(SimProcess process, String name, Outbound outbound, Instant now) {
    findings.note(name, process.id() + " submits " + outbound.kind() + ' ' + outbound.id());
    Text text = byId.get(outbound.id());
    if (text == null) {
      findings.violated(
          Invariant.DURABLE_BEFORE_SENT, name, outbound.id() + " is in no durable outbox");
      return;
    }
    if (!text.message()) return;
    text.submitted(process);
    if (text.knownTaken(process))
      findings.violated(
          Invariant.NO_NEEDLESS_REPETITION, name, outbound.id() + " was known to be taken");
    for (Text before : byPerson.getOrDefault(name, List.of())) {
      if (before == text) break;
      if (before.message() && !before.settled(now))
        findings.violated(
            Invariant.ORDER_OF_TEXTS, name, outbound.id() + " overtakes " + before.id());
    }
  }

  /** It stands in the store that a text was taken. */
  void marked(String entry) {
    Text text = byId.get(entry);
    if (text != null) text.marked();
  }

  /**
   * Whether the store says that a reply to a turn was taken from this process, or what was said
   * first after a turn without one.
   */
  boolean proven(String name, String turn, int said, SimProcess by) {
    List<Text> answers = answers(name, turn);
    return answers.isEmpty()
        ? after(name, said).limit(1).anyMatch(text -> text.markedBy(by))
        : answers.stream().anyMatch(text -> text.markedBy(by));
  }

  /**
   * Whether nobody can know any more that a turn was not proven: another process has sent its
   * reply, or it had none and something was said since.
   */
  boolean replayed(String name, String turn, int said, SimProcess than) {
    List<Text> answers = answers(name, turn);
    return answers.isEmpty()
        ? after(name, said).findAny().isPresent()
        : answers.stream().anyMatch(text -> text.sentByOthers(than));
  }

  private List<Text> answers(String name, String turn) {
    return after(name, 0).filter(text -> text.cause().equals(turn)).toList();
  }

  private Stream<Text> after(String name, int said) {
    return byPerson.getOrDefault(name, List.of()).stream().skip(said).filter(Text::message);
  }

  /** How many texts somebody was ever told. */
  int said(String name) {
    return byPerson.getOrDefault(name, List.of()).size();
  }

  /** The SMSC takes it. */
  void taken(String name, Outbound outbound) {
    Text text = byId.get(outbound.id());
    if (text == null) return;
    text.taken();
    findings.note(name, "SMSC takes " + outbound.id() + (text.times() > 1 ? " again" : ""));
  }

  /** The gateway is told what became of it. */
  void told(SimProcess process, String name, Outbound outbound, Sent sent, Instant now) {
    Text text = byId.get(outbound.id());
    if (text == null) return;
    text.told(process, sent, now);
    findings.note(name, outbound.id() + " is told " + sent.getClass().getSimpleName());
  }

  /**
   * A process has died: what it was told to be taken before an instant must not be sent again.
   *
   * @param before all that was told until then must have been written
   */
  void died(SimProcess process, Instant before) {
    byPerson.forEach(
        (name, texts) -> {
          for (Text text : texts)
            if (text.message() && text.unmarked(process, before))
              findings.violated(Invariant.NO_NEEDLESS_REPETITION, name, text.id() + " has no mark");
        });
  }

  /** When everything has come to rest. */
  void end(Instant now) {
    byPerson.forEach(
        (name, texts) -> {
          for (Text text : texts)
            if (text.message() && !text.settled(now))
              findings.violated(Invariant.NOTHING_FORGOTTEN, name, text.id() + " is forgotten");
        });
  }

  /** Messages taken more than once. */
  int repeated() {
    int repeated = 0;
    for (Text text : byId.values()) if (text.message()) repeated += Math.max(0, text.times() - 1);
    return repeated;
  }
}
