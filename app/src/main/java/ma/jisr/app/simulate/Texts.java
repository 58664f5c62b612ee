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
import org.jspecify.annotations.Nullable;

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

  /** Whether the store says that a reply to this input was taken from this process. */
  boolean proven(@Nullable String cause, SimProcess by) {
    return answers(cause).anyMatch(text -> text.markedBy(by));
  }

  /** Whether any other process has sent a reply to this input, too. */
  boolean replayed(@Nullable String cause, SimProcess than) {
    return answers(cause).anyMatch(text -> text.sentByOthers(than));
  }

  private Stream<Text> answers(@Nullable String cause) {
    return byId.values().stream().filter(text -> text.message() && text.cause().equals(cause));
  }

  /** The SMSC takes it. */
  void taken(String name, Outbound outbound) {
    Text text = byId.get(outbound.id());
    if (text == null) return;
    text.taken();
    findings.note(name, "SMSC takes " + outbound.id() + (text.times() > 1 ? " again" : ""));
  }

  /** The gateway is told what became of it. */
  void told(SimProcess process, String name, Outbound outbound, Sent sent) {
    Text text = byId.get(outbound.id());
    if (text == null) return;
    text.told(process, sent);
    findings.note(name, outbound.id() + " is told " + sent.getClass().getSimpleName());
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
