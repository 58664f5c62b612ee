package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Address;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.Button;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Ceilings;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;
import org.jspecify.annotations.Nullable;

/** The next state of a person's document while a turn is being worked out; nothing is done yet. */
final class Draft {
  /** How long a call may be silent before it is made again. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long an unsent message is worth sending. */
  static final Duration MESSAGE_LIFE = Duration.ofHours(24);

  /** How long a screen is kept to answer a repeated input with. */
  static final Duration SCREEN_KEPT = Duration.ofMinutes(5);

  /** Characters of a message in the log. */
  private static final int ROOM = 48;

  private final PersonDocument base;
  private final String mark;
  private final String turn;
  private final Instant now;
  private final Links links;
  private final Ceilings ceilings;
  private final Duration lease;
  private final @Nullable Via via;
  private final List<Via> ways = new ArrayList<>();
  private final List<OutboxEntry> said = new ArrayList<>();
  private final List<Effect.Call> calls = new ArrayList<>();
  private final List<Effect.Count> counts = new ArrayList<>();
  private Effect.@Nullable Unresolved unresolved;
  private final List<Paid> paid = new ArrayList<>();
  private final StringBuilder messages = new StringBuilder();
  private Spent spent;
  private Person person;

  /** What a stored message costs, and whose purse it is. */
  record Paid(String link, String feature, int segments) {}

  /**
   * @param version that is to be written: an input that comes again when it has been forgotten
   *     makes texts of other ids
   * @param lease for how long messages are left to this process to send
   */
  Draft(
      PersonDocument base,
      String mark,
      long version,
      @Nullable Input input,
      Instant now,
      Links links,
      Ceilings ceilings,
      Duration lease) {
    this.base = base;
    this.mark = mark;
    this.turn = mark + '.' + Long.toString(version, Character.MAX_RADIX);
    this.now = now;
    this.links = links;
    this.ceilings = ceilings;
    this.spent = base.spent();
    this.lease = lease;
    this.person = base.person();
    this.via = input == null ? null : Inputs.via(input);
    if (via != null) ways.add(via);
    for (Dialogue dialogue : person.dialogues()) ways.add(dialogue.via());
  }

  Person person() {
    return person;
  }

  /** Whether anything is said to the person. */
  boolean speaks() {
    return !said.isEmpty();
  }

  List<Effect.Call> calls() {
    return calls;
  }

  List<Effect.Count> counts() {
    return counts;
  }

  /** What of the one text of a turn nobody understood. */
  Effect.@Nullable Unresolved unresolved() {
    return unresolved;
  }

  /** Takes a step's outcome; returns the queries that it wants answered. */
  List<Effect.Call> take(Turn turn) {
    List<Effect.Call> queries = new ArrayList<>();
    person = turn.person();
    for (Dialogue dialogue : person.dialogues()) ways.add(dialogue.via());
    for (Effect effect : turn.effects()) {
      switch (effect) {
        case Effect.Screen screen -> screen(screen);
        case Effect.Message message -> message(message);
        case Effect.Call call -> {
          calls.add(call);
          if (call.query()) queries.add(call);
        }
        case Effect.Count count -> counts.add(count);
        case Effect.Unresolved what -> unresolved = what;
      }
    }
    return queries;
  }

  private void screen(Effect.Screen screen) {
    for (Via way : ways) {
      if (!way.dialogue().equals(screen.dialogue())) continue;
      LinkInfo link = links.of(way.link());
      if (link == null) break;
      Outbound.Kind kind = screen.end() ? Outbound.Kind.LAST_SCREEN : Outbound.Kind.SCREEN;
      said.add(
          entry(
              kind,
              ChannelKind.USSD,
              way.link(),
              way.code(),
              way.dialogue(),
              screen.text(),
              1,
              link.idle(),
              Urgency.REPLY,
              List.of()));
      return;
    }
    counts.add(new Effect.Count("screen.nowhere", Map.of()));
  }

  /** Messages of this turn that go, to be counted once they are stored. */
  List<Paid> paid() {
    return paid;
  }

  /** What nobody asked for in this turn is owed (a late answer, a timer), and goes in any case. */
  private void message(Effect.Message message) {
    int segments = segments(message.kind(), message.text());
    boolean owed =
        message.urgency() == Urgency.EMERGENCY
            || (via == null && message.urgency() == Urgency.REPLY);
    Ceilings.Verdict verdict =
        owed
            ? Ceilings.Verdict.GOES
            : ceilings.verdict(message.link(), message.feature(), spent, segments, now);
    if (verdict != Ceilings.Verdict.GOES) {
      counts.add(
          new Effect.Count(
              "message.withheld",
              Map.of("link", message.link(), "ceiling", verdict.name().toLowerCase(Locale.ROOT))));
      return;
    }
    spent = spent.and(segments, now);
    paid.add(new Paid(message.link(), message.feature(), segments));
    said.add(
        entry(
            Outbound.Kind.MESSAGE,
            message.kind(),
            message.link(),
            message.code(),
            null,
            message.text(),
            segments,
            life(message),
            message.urgency(),
            message.buttons()));
  }

  /** Only SMS is counted, and paid, by the segment. */
  private static int segments(ChannelKind kind, String text) {
    return kind == ChannelKind.SMS ? Segments.of(text).count() : 1;
  }

  private Duration life(Effect.Message message) {
    Instant until = message.until();
    if (until == null || until.isAfter(now.plus(MESSAGE_LIFE))) return MESSAGE_LIFE;
    return Duration.between(now, until);
  }

  private OutboxEntry entry(
      Outbound.Kind kind,
      ChannelKind channel,
      String link,
      String code,
      @Nullable String dialogue,
      String text,
      int segments,
      Duration life,
      Urgency urgency,
      List<Button> buttons) {
    LinkInfo info = links.of(link);
    boolean message = kind == Outbound.Kind.MESSAGE;
    // By SMS, of a link that carries none: one that does is chosen when it goes.
    boolean byPhone = channel != ChannelKind.CHAT;
    Long price = message && info != null ? info.segmentPrice() : null;
    long cost = price == null ? message ? -1 : 0 : price * segments;
    LogRow.message(messages, "MT", kind.name(), link, segments, cost, "");
    return new OutboxEntry(
        turn + '.' + said.size(),
        kind,
        link,
        code,
        info == null || byPhone ? Numbers.TELEPHONE : info.scheme(),
        dialogue,
        text,
        mark,
        now,
        now.plus(life),
        message ? now.plus(lease) : now,
        0,
        false,
        urgency,
        0,
        buttons);
  }

  /**
   * The document to write.
   *
   * @param kept the base's outbox without what has gone
   * @param from what caused it
   * @param state what the log says of the input
   * @param tail the rows of the message log that are not known to be copied
   * @param started ids of calls that are started after the write
   * @param process that writes
   * @param remembered how long who is heard for the first time
   */
  PersonDocument finish(
      List<OutboxEntry> kept,
      Work from,
      String state,
      List<LogRow> tail,
      Set<String> started,
      String process,
      Duration remembered) {
    List<OutboxEntry> outbox = new ArrayList<>();
    for (OutboxEntry entry : kept) if (!entry.returnPath() || kept(entry)) outbox.add(entry);
    outbox.addAll(said);
    HeardMarks inputs = base.inputs();
    List<Address> addresses = new ArrayList<>(base.addresses());
    List<LogRow> log = new ArrayList<>(tail);
    if (from instanceof Work.Arrived arrived) {
      boolean first = inputs.isEmpty();
      person = first ? FirstContact.met(person, now.plus(remembered)) : FirstContact.again(person);
      inputs = inputs.and(mark);
      add(arrived.inbound().from(), addresses);
    } else if (from instanceof Work.Handed handed) {
      inputs = inputs.and(mark);
      if (handed.row().address() != null) add(handed.row().address(), addresses);
    }
    String logged = logged(from, state);
    if (!logged.isEmpty()) log.add(LogRow.turn(now, turn, logged));
    return new PersonDocument(
        waiting(started),
        addresses,
        inputs,
        outbox,
        PersonDocument.tail(log, PersonDocument.MAX_LOG),
        spent,
        process,
        base.key(),
        base.extras(),
        from instanceof Work.Arrived ? PersonDocument.day(now) : base.heard(),
        from instanceof Work.Arrived arrived ? chats(arrived.inbound().from()) : base.chats());
  }

  /** A phone can be written to at any time; when a chat was heard is kept. */
  private Map<String, Long> chats(Address from) {
    if (from.scheme().equals(Numbers.TELEPHONE)) return base.chats();
    Map<String, Long> chats = new HashMap<>(base.chats());
    chats.put(from.scheme(), now.getEpochSecond());
    return chats;
  }

  private void add(Address address, List<Address> addresses) {
    if (base.address(address.scheme()).isEmpty()) addresses.add(address);
  }

  /** A screen stays until the person goes on, so that a repeated input is answered alike. */
  private boolean kept(OutboxEntry screen) {
    if (screen.made().plus(SCREEN_KEPT).isBefore(now)) return false;
    return via == null || via.kind() != ChannelKind.USSD;
  }

  /** The person, with the instants at which calls are to be made again if they stay silent. */
  private Person waiting(Set<String> started) {
    if (started.isEmpty()) return person;
    List<PendingCall> pending = new ArrayList<>();
    for (PendingCall call : person.calls())
      pending.add(started.contains(call.id()) ? call.retried(now.plus(PATIENCE)) : call);
    return person.withCalls(pending);
  }

  /** The turn's messages for the log: the input, then what is said. */
  private String logged(Work from, String state) {
    if (!(from instanceof Work.Arrived arrived)) return messages.toString();
    Inbound inbound = arrived.inbound();
    LinkInfo link = links.of(inbound.link());
    ChannelKind kind =
        inbound.act() == Inbound.Act.MESSAGE && link != null ? link.messages() : ChannelKind.USSD;
    int segments = segments(kind, inbound.text());
    StringBuilder all = new StringBuilder(messages.length() + ROOM);
    long cost = link == null ? -1 : link.paidBy(inbound.act(), segments);
    LogRow.message(all, "MO", inbound.act().name(), inbound.link(), segments, cost, state);
    if (!messages.isEmpty()) all.append(';').append(messages);
    return all.toString();
  }
}
