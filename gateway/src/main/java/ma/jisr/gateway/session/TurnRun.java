package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.jisr.base.Loop;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.Via;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.store.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One turn of one person: read if need be, step, ask what answers at once, write once, acknowledge,
 * then act. Confined to the person's loop.
 */
final class TurnRun {
  /** How long a turn waits for its queries before it is written with them pending. */
  static final Duration QUERY_WAIT = Duration.ofMillis(100);

  /** How often a turn is stepped when others write in between; then the input is refused. */
  static final int MAX_ATTEMPTS = 5;

  /** Steps of one turn, queries answered included: more is a loop in a flow. */
  static final int MAX_STEPS = 16;

  /** How often a query is asked; then the conversation goes on without. */
  static final int MAX_QUERY_TRIES = 3;

  private final Lane lane;
  private final Resident person;
  private final Work work;
  private final Set<String> open = new HashSet<>();

  /** Answers that came at once, to be stepped. */
  private final Deque<Input> ready = new ArrayDeque<>(2);

  private int attempt;
  private int steps;
  private boolean asking;
  private Loop.@Nullable Cancel patience;
  private @Nullable Draft draft;
  private Set<String> due = Set.of();
  private boolean pin;

  TurnRun(Lane lane, Resident person, Work work) {
    this.lane = lane;
    this.person = person;
    this.work = work;
  }

  void start() {
    attempt++;
    if (attempt > MAX_ATTEMPTS) refuse("conflict");
    else if (person.document == null)
      lane.people.load(person, work.from(), this::read, this::unreadable);
    else ready();
  }

  private void read() {
    lane.tail.resume(person);
    ready();
  }

  private void ready() {
    PersonDocument base = person.loaded();
    switch (work) {
      case Work.Arrived arrived -> arrived(arrived, base);
      case Work.Happened happened -> {
        if (happened.awaited(base.person(), now())) begin(base, happened.input());
        else lane.ended(person);
      }
      case Work.Handed handed -> {
        if (base.gone() || base.heard(handed.mark())) lane.taken(person, handed);
        else begin(base, handed.row().input());
      }
      case Work.Upkeep upkeep -> upkeep(base);
      case Work.Forget forget -> forget(base);
      case Work.Amend amend -> new AmendRun(lane, person, amend).run();
    }
  }

  private void arrived(Work.Arrived arrived, PersonDocument base) {
    boolean nobody = base.gone() || person.version == Resident.UNSTORED;
    if (base.gone() && arrived.resolved()) refuse("gone"); // they are losing their address
    else if (nobody && !arrived.resolved()) moved(arrived, base);
    else if (base.heard(arrived.mark())) repeat(arrived, base);
    else if (lane.silence.over(base, now())) lane.silence.part(lane, person, arrived);
    else judge(arrived, base);
  }

  /** The alias in memory may name somebody who has been forgotten since: who it is is read. */
  private void moved(Work.Arrived arrived, PersonDocument base) {
    lane.people.named(
        person,
        arrived.inbound().from(),
        named -> {
          if (named) arrived(arrived.asResolved(), base);
          else lane.again(person, arrived);
        },
        this::unreadable);
  }

  private void forget(PersonDocument base) {
    if (!person.post().busy() && FirstContact.over(base, now()))
      lane.people.forget(
          base,
          person.version,
          lane.reception::forgotten,
          () -> {
            lane.ground.counters().count("person.forgotten");
            person.unload();
            lane.ended(person);
          });
    else {
      lane.mute(person); // a message is to go first: the alarm would ring on until it has
      lane.ended(person);
    }
  }

  private void judge(Work.Arrived arrived, PersonDocument base) {
    String before = Repetition.of(arrived, person, base);
    if (before == null) {
      begin(base, Inputs.linked(arrived, base));
      return;
    }
    if (person.post().looking() && Repetition.untold(arrived, person, before)) {
      arrived.acknowledgement().queued();
      person.post().whenLooked(this::ready);
      return;
    }
    // It counts as the repetition once: said again, it is something new.
    person.repeated(before);
    person.document = base.heardAgain(arrived.mark());
    repeat(arrived, base);
  }

  /** A repeated input is acknowledged; on a return path it is answered with the stored screen. */
  private void repeat(Work.Arrived arrived, PersonDocument base) {
    lane.ground.counters().count("turn.repeated", Map.of("act", arrived.inbound().act().name()));
    arrived.acknowledgement().accepted();
    LinkInfo link = lane.ground.links().of(arrived.inbound().link());
    if (link != null && arrived.inbound().act() != Inbound.Act.RELEASE)
      for (OutboxEntry entry : base.outbox())
        if (entry.returnPath() && entry.cause().equals(arrived.mark()))
          person.post().repeat(entry, lane.loop.now().plus(link.idle()));
    lane.ended(person);
  }

  private void begin(PersonDocument base, Input input) {
    draft = draft(base, input);
    steps = 0;
    open.clear();
    ready.clear();
    Via via = Inputs.via(input);
    pin =
        input instanceof Input.Said said
            && via != null
            && lane.ground.stepper().looksLikePin(base.person(), via, said.text());
    asking = true;
    step(input, work.mark());
  }

  /** Steps with an answer that came at once, if the turn still goes the way that asked for it. */
  private void stepAgain(int mine) {
    Input next = asking && mine == attempt ? ready.poll() : null;
    if (next != null) step(next, work.mark() + '/' + steps);
  }

  private void step(Input input, String id) {
    try {
      Draft now = drafted();
      List<Effect.Call> queries =
          now.take(lane.ground.stepper().step(now.person(), input, id, now()));
      for (Effect.Call query : queries) {
        open.add(query.call());
        person.calling.add(query.call());
      }
      if (++steps <= MAX_STEPS) for (Effect.Call query : queries) query(query);
    } catch (RuntimeException failure) {
      failed(failure);
      return;
    }
    ask();
  }

  private void query(Effect.Call query) {
    OperationResult atOnce = lane.calls.query(query, answer(query.call()));
    if (atOnce == null) return;
    settled(query.call());
    ready.add(new Input.Answered(query.call(), atOnce));
  }

  /** Whether this turn still waited for that call. */
  private boolean settled(String call) {
    person.calling.remove(call);
    return open.remove(call);
  }

  private Calls.Answer answer(String call) {
    int mine = attempt;
    return (result, failure) -> {
      if (asking && mine == attempt) answered(call, result);
      else lane.calls.answered(person, call, true, 0, result);
    };
  }

  private void answered(String call, @Nullable OperationResult result) {
    if (!settled(call)) return;
    Input input = result == null ? new Input.Unanswered(call) : new Input.Answered(call, result);
    step(input, work.mark() + '/' + steps);
  }

  private void ask() {
    int mine = attempt;
    if (!ready.isEmpty()) lane.steps.add(() -> stepAgain(mine));
    else if (open.isEmpty() || steps > MAX_STEPS) write();
    else if (patience == null) patience = lane.loop.after(QUERY_WAIT, this::silent);
  }

  private void silent() {
    patience = null;
    if (asking && ready.isEmpty()) write();
  }

  /**
   * A turn that cannot be stepped would fail the same way again: the input is recorded and
   * acknowledged (a row taken from the inbox), the person stays as before.
   */
  private void failed(RuntimeException failure) {
    TurnLog.failed("a turn failed", person, work, failure);
    lane.ground.counters().count("turn.failed", Map.of());
    if (work instanceof Work.Arrived || work instanceof Work.Handed) {
      draft = draft(person.loaded(), null);
      write();
    } else {
      stop();
      lane.mute(person);
      lane.ended(person);
    }
  }

  private void upkeep(PersonDocument base) {
    Instant now = now();
    draft = draft(base, null);
    due = new HashSet<>();
    for (PendingCall call : base.person().calls()) {
      Instant sooner = person.sooner.get(call.id());
      if (call.query() && call.tries() >= MAX_QUERY_TRIES) lane.calls.giveUp(person, call);
      else if (!call.retryAt().isAfter(now) || (sooner != null && !sooner.isAfter(now)))
        due.add(call.id());
    }
    if (due.isEmpty() && person.post().trim(base.outbox()).equals(base.outbox()))
      lane.ended(person);
    else write();
  }

  private void write() {
    stop();
    lane.writes.add(this::encode);
  }

  private void encode() {
    PersonDocument base = person.loaded();
    Set<String> started = started();
    Compaction.Fitted fitted;
    String writeId = work.mark() + '/' + lane.settings.process();
    try {
      PersonDocument next =
          drafted()
              .finish(
                  person.post().trim(base.outbox()),
                  work,
                  pin ? "pin" : "",
                  lane.tail.riding(person),
                  started,
                  lane.settings.process(),
                  lane.settings.limits().firstContact());
      fitted = lane.people.fit(person, next, writeId);
    } catch (TooLargeException e) {
      TurnLog.failed("a person's document is full", person, work, e);
      refuse("full");
      return;
    }
    lane.people.write(
        fitted.stored(),
        outcome -> written(outcome, fitted, started),
        failure -> unreadable(failure));
  }

  private void written(Outcome outcome, Compaction.Fitted fitted, Set<String> started) {
    switch (outcome) {
      case INSERTED, REPLACED -> durable(fitted, started);
      case CONFLICT, EXISTS, MISSING -> again();
      case UNKNOWN ->
          lane.people.read(
              person.id,
              stored -> {
                if (fitted.is(stored)) durable(fitted, started);
                else again();
              },
              this::unreadable);
      case DELETED -> throw new IllegalStateException("a turn deletes nothing");
    }
  }

  private void again() {
    lane.ground.counters().count("turn.conflict", Map.of());
    person.unload();
    start();
  }

  private void durable(Compaction.Fitted fitted, Set<String> started) {
    person.document = fitted.document();
    person.met = true;
    person.version = fitted.stored().version();
    lane.tail.hand(person);
    if (work instanceof Work.Arrived arrived) {
      arrived.acknowledgement().accepted();
      TurnLog.heard(person, arrived);
      person.lastHeard = arrived.mark();
      person.spoken = null;
      if (drafted().speaks()) person.unanswered.asked(arrived.mark(), arrived.inbound().at());
    }
    if (person.spoken == null && drafted().speaks()) person.spoken = lane.loop.now();
    for (Effect.Count count : drafted().counts())
      lane.ground.counters().count(count.what(), count.tags());
    lane.ground.learn(person.id, drafted().unresolved());
    for (Draft.Paid paid : drafted().paid())
      lane.ceilings.spend(paid.link(), paid.feature(), paid.segments(), now());
    for (PendingCall call : fitted.document().person().calls())
      if (started.contains(call.id()) && !open.contains(call.id())) lane.calls.start(person, call);
    person.post().post(fitted.document().outbox());
    if (work instanceof Work.Handed handed) lane.taken(person, handed);
    else lane.ended(person);
  }

  /** Calls that this write makes pending and that go out after it, or are out already. */
  private Set<String> started() {
    Set<String> ids = new HashSet<>(due);
    for (Effect.Call call : drafted().calls()) ids.add(call.call());
    return ids;
  }

  private void unreadable(RuntimeException failure) {
    TurnLog.failed("the store failed a turn", person, work, failure);
    person.unload();
    lane.doubt(person);
    refuse("store");
  }

  private void refuse(String reason) {
    stop();
    lane.ground.counters().count("turn.refused", Map.of("reason", reason));
    if (work instanceof Work.Arrived arrived) arrived.acknowledgement().busy();
    else lane.mute(person);
    if (work instanceof Work.Amend amend)
      amend.done().completeExceptionally(new IllegalStateException(reason));
    if (work instanceof Work.Handed) lane.inbox.leave();
    lane.ended(person);
  }

  private void stop() {
    asking = false;
    if (patience != null) patience.cancel();
    patience = null;
  }

  private Draft drafted() {
    return Objects.requireNonNull(draft, "nothing has been stepped");
  }

  private Draft draft(PersonDocument base, @Nullable Input input) {
    return new Draft(
        base,
        work.mark(),
        person.version + 1,
        input,
        now(),
        lane.ground.links(),
        lane.ceilings,
        lane.settings.lease());
  }

  private Instant now() {
    return lane.loop.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
