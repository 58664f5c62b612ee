package ma.jisr.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.base.Ulid;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Timer;
import ma.jisr.flow.render.Reader;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A person's document while a turn is made: the one thing in the engine that changes. It never
 * leaves the turn. The focus is the dialogue that is spoken on and the conversation that speaks.
 */
final class Draft {
  /** A conversation that nobody touched for so long is over: a week's market day comes again. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final World world;
  private final String id;
  private final String inputId;
  private final Instant now;
  private final List<Dialogue> dialogues;
  private final List<Conversation> conversations;
  private final List<PendingCall> calls;
  private final List<Timer> timers;
  private List<Reply> replies;
  private List<Event> events;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Dialogue.Said> said = new ArrayList<>();
  private Profile profile;
  private @Nullable String way;
  private @Nullable String speaker;
  private String feature = Effect.Message.MENU;
  private final String here;
  private int made;

  Draft(World world, Person person, String inputId, Instant now, String here) {
    this.world = world;
    this.id = person.id();
    this.inputId = inputId;
    this.now = now;
    this.here = here;
    profile = person.profile();
    dialogues = new ArrayList<>(person.dialogues());
    conversations = new ArrayList<>(person.conversations());
    calls = new ArrayList<>(person.calls());
    timers = new ArrayList<>(person.timers());
    replies = person.replies();
    events = person.events();
  }

  /** The turn as it stands; forgets what is over. */
  Turn turn() {
    dialogue().filter(Dialogue::awaiting).ifPresent(d -> dialogue(d.keeping(takeSaid())));
    conversations.removeIf(
        c ->
            c.state() != Conversation.State.WAITING
                && !pending(c)
                && c.touched().plus(LONGEST).isBefore(now));
    new PrivateTraces(this, dialogues, conversations).forgetLeft();
    while (conversations.size() > Person.MAX_CONVERSATIONS) {
      Conversation oldest = null;
      for (Conversation c : conversations) if (!pending(c)) oldest = c;
      if (oldest == null) break;
      drop(oldest);
    }
    forgetEvents();
    return new Turn(
        new Person(id, profile, dialogues, conversations, calls, timers, replies, events), effects);
  }

  World world() {
    return world;
  }

  /** Where the network says that the phone is, as it could be typed; "" when it says nothing. */
  String here() {
    return here;
  }

  Instant now() {
    return now;
  }

  String personId() {
    return id;
  }

  /** The same ids whenever this input is stepped again. */
  String newId() {
    return Ulid.of(now, id + "/" + inputId + "/" + made++).text();
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void count(String what, String step) {
    String flow = conversation().map(c -> c.frame().flow()).orElse("");
    effect(new Effect.Count(what, Map.of("flow", flow, "step", step)));
  }

  // ---- what is said in this turn

  void say(Dialogue.Said text) {
    said.add(text);
  }

  /** One of the engine's own texts. */
  void say(String common, Map<String, Value> values) {
    said.add(new Dialogue.Said("", common, values));
  }

  void say(String common) {
    say(common, Map.of());
  }

  boolean silent() {
    return said.isEmpty();
  }

  List<Dialogue.Said> takeSaid() {
    List<Dialogue.Said> texts = List.copyOf(said);
    said.clear();
    return texts;
  }

  // ---- the person

  Profile profile() {
    return profile;
  }

  void profile(Profile changed) {
    profile = changed;
  }

  Language language() {
    Language known = profile.language();
    return known == null ? world.settings().language() : known;
  }

  Reader reader() {
    return new Reader(language(), !profile.scripts().contains(Script.ARABIC));
  }

  // ---- dialogues

  /** Begins or goes on with the dialogue of this way, which becomes the focus. */
  void hear(Via via) {
    new PrivateTraces(this, dialogues, conversations).forgetOld();
    Dialogue known = find(d -> sameWay(d, via)).orElse(null);
    Dialogue next = known == null ? Dialogue.begun(via, now) : known.spoken(via);
    dialogue(next);
    way = via.dialogue();
    speaker = next.conversation();
    conversation().ifPresent(c -> update(c.withAssurance(via.assurance())));
    heardBy(reply(via));
  }

  /** Where what answers nothing goes, after words that came this way. */
  Reply reply(Via via) {
    return via.kind() == ChannelKind.USSD
        ? new Reply(ChannelKind.SMS, via.link(), world.settings().smsCode())
        : new Reply(via.kind(), via.link(), via.code());
  }

  private void heardBy(Reply newest) {
    if (!replies.isEmpty() && replies.getFirst().equals(newest)) return;
    List<Reply> next = new ArrayList<>(List.of(newest));
    for (Reply older : replies) if (older.kind() != newest.kind()) next.add(older);
    replies = next;
  }

  /** The link last used for such texts; of this kind, when one is wanted and has been used. */
  Optional<Reply> reply(@Nullable ChannelKind kind) {
    for (Reply reply : replies) if (reply.kind() == kind) return Optional.of(reply);
    return replies.stream().findFirst();
  }

  private static boolean sameWay(Dialogue d, Via via) {
    if (d.via().kind() != via.kind()) return false;
    return via.kind() != ChannelKind.USSD || d.via().dialogue().equals(via.dialogue());
  }

  void forgetDialogue(String key) {
    dialogues.removeIf(d -> d.via().dialogue().equals(key));
  }

  /** What else is shown, and what happened that nobody waits for, is over. */
  void alone() {
    dialogues.removeIf(d -> !d.via().dialogue().equals(way));
    events = List.of();
  }

  Optional<Dialogue> dialogue() {
    return way == null ? Optional.empty() : dialogue(way);
  }

  Optional<Dialogue> dialogue(String key) {
    return find(d -> d.via().dialogue().equals(key));
  }

  void dialogue(Dialogue changed) {
    if (dialogues.size() == 1 && dialogues.getFirst().via().kind() == changed.via().kind()) {
      dialogues.set(0, changed);
      return;
    }
    dialogues.removeIf(d -> d.via().kind() == changed.via().kind());
    dialogues.addFirst(changed); // what was heard last is what a late answer is shown on
  }

  private Optional<Dialogue> find(Predicate<Dialogue> which) {
    for (Dialogue d : dialogues) if (which.test(d)) return Optional.of(d);
    return Optional.empty();
  }

  /** How sure we are who speaks: of the dialogue, else of the newest words before it closed. */
  Assurance assurance() {
    return dialogue()
        .map(d -> d.via().assurance())
        .or(() -> conversation().map(Conversation::assurance))
        .orElse(Assurance.CLAIMED);
  }

  /** The kind of channel that this turn speaks on. */
  ChannelKind kind() {
    return dialogue()
        .map(d -> d.via().kind())
        .or(() -> conversation().map(c -> c.reply().kind()))
        .orElse(ChannelKind.SMS);
  }

  // ---- conversations

  Optional<Conversation> conversation() {
    return conversation(speaker == null ? "" : speaker);
  }

  Optional<Conversation> conversation(String which) {
    for (Conversation c : conversations) if (c.id().equals(which)) return Optional.of(c);
    return Optional.empty();
  }

  List<Conversation> conversations() {
    return List.copyOf(conversations);
  }

  /** What this turn's texts are said for: the flow that moved last, or none. */
  String feature() {
    return feature;
  }

  /** The conversation in focus, which must be there. */
  Conversation speaking() {
    return conversation().orElseThrow();
  }

  /** Makes this conversation the focus, with the dialogue that is attached to it, if any. */
  void focus(Conversation on) {
    speaker = on.id();
    way = find(d -> on.id().equals(d.conversation())).map(d -> d.via().dialogue()).orElse(null);
    dialogue().filter(Dialogue::awaiting).ifPresent(d -> said.addAll(d.said()));
  }

  /** Speaks no longer on the dialogue in focus, which stays as it is. */
  void leave() {
    way = null;
  }

  /** Puts it first and attaches the dialogue in focus to it. */
  void attach(Conversation on) {
    speaker = on.id();
    update(on);
    dialogue().ifPresent(d -> dialogue(d.attached(on.id())));
  }

  /** The dialogue in focus speaks for itself again; the conversation waits. */
  void detach() {
    speaker = null;
    dialogue().ifPresent(d -> dialogue(d.attached(null)));
  }

  void update(Conversation changed) {
    feature = changed.flow();
    if (!conversations.isEmpty() && conversations.getFirst().id().equals(changed.id())) {
      conversations.set(0, changed); // as nearly always: it was the last to move
      return;
    }
    conversations.removeIf(c -> c.id().equals(changed.id()));
    conversations.addFirst(changed);
  }

  void drop(Conversation gone) {
    feature = gone.flow();
    conversations.removeIf(c -> c.id().equals(gone.id()));
    timers.removeIf(t -> t.id().contains(gone.id()));
    calls.removeIf(c -> c.conversation().equals(gone.id()) && c.query());
    for (Dialogue d : List.copyOf(dialogues))
      if (gone.id().equals(d.conversation())) dialogue(d.attached(null));
    if (gone.id().equals(speaker)) speaker = null;
  }

  Flow flow() {
    return world.flows().named(speaking().frame().flow()).orElseThrow();
  }

  /** The step where the conversation in focus waits; empty when a new version has it no longer. */
  Optional<Step> step() {
    return conversation()
        .flatMap(
            c -> world.flows().named(c.frame().flow()).map(f -> f.steps().get(c.frame().step())));
  }

  // ---- events that came before their wait

  /** Keeps an event until somebody waits for it. */
  void keep(Event event) {
    events = new ArrayList<>(events);
    events.add(event);
    if (events.size() > Person.MAX_EVENTS)
      effect(new Effect.Count("event.dropped", Map.of("event", events.removeFirst().name())));
  }

  /** Takes out the oldest kept event that ends such a wait. */
  Optional<Event> takeEvent(String name, String of) {
    forgetEvents();
    for (Event event : events) {
      if (!event.ends(name, of)) continue;
      events = new ArrayList<>(events);
      events.remove(event);
      return Optional.of(event);
    }
    return Optional.empty();
  }

  private void forgetEvents() {
    for (Event event : events)
      if (!now.isBefore(event.expires())) {
        events = events.stream().filter(e -> now.isBefore(e.expires())).toList();
        return;
      }
  }

  // ---- calls and timers

  List<PendingCall> calls() {
    return List.copyOf(calls);
  }

  void call(PendingCall call) {
    calls.add(call);
  }

  Optional<PendingCall> takeCall(String call) {
    Optional<PendingCall> found = calls.stream().filter(c -> c.id().equals(call)).findFirst();
    found.ifPresent(calls::remove);
    return found;
  }

  /** Whether somebody waits for a call of this conversation. */
  boolean pending(Conversation c) {
    for (PendingCall p : calls)
      if (p.conversation().equals(c.id()) && !p.step().isEmpty()) return true;
    return false;
  }

  void timer(String name, Instant at) {
    cancel(name);
    timers.add(new Timer(name, at));
  }

  void cancel(String name) {
    timers.removeIf(t -> t.id().equals(name));
  }

  /** Whether it was set and is due: one that has been set anew since it rang is not. */
  boolean takeTimer(String name) {
    return timers.removeIf(t -> Objects.equals(t.id(), name) && !t.at().isAfter(now));
  }
}
