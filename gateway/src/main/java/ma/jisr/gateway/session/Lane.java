package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.flow.Input;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Timer;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.Correspondent;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.delivery.PostOffice;
import ma.jisr.gateway.delivery.Postman;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.delivery.WaitingRoom;
import ma.jisr.gateway.limit.Ceilings;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.log.MessageLog;
import org.jspecify.annotations.Nullable;

/**
 * The persons of one loop: who of them is in memory, whose turn it is, who must be looked at when.
 * All methods run on that loop.
 */
final class Lane {
  /** How long a person is left alone whose turn could not be done. */
  static final Duration MUTED = Duration.ofSeconds(5);

  /** Rows of one person's that wait in memory: more come from the store when these are gone. */
  static final int MAX_HANDED = 32;

  final Loop loop;
  final Ground ground;
  final SessionSettings settings;
  final People people;
  final Calls calls;
  final Ceilings ceilings;
  final Inbox inbox;
  final Teller teller;
  final Reception reception;
  private final PostOffice office;
  final Clearance clearance;
  final MessageLog log;
  final LogTail tail;

  /** Where turns step on with what answered at once. */
  final Round steps;

  /** Where turns make out what they write. */
  final Round writes;

  /** Whether anybody's messages have ever been left to the store: what it holds may be unsent. */
  private boolean leaves;

  /** When a number's next words are somebody else's. */
  Silence silence = Silence.NEVER;

  private final Residents residents;

  Lane(
      Loop loop,
      Ground ground,
      SessionSettings settings,
      Ceilings ceilings,
      Inbox inbox,
      Teller teller,
      Reception reception,
      SentMarks marks,
      MessageLog log) {
    this.loop = loop;
    this.log = log;
    this.tail = new LogTail(log, settings.process());
    this.steps = new Round(loop);
    this.writes = new Round(loop);
    this.office =
        new PostOffice(
            loop,
            ground.channels(),
            marks,
            new WaitingRoom(loop, settings.waiting()),
            settings.alone(),
            settings.lease());
    this.ground = ground;
    this.settings = settings;
    this.ceilings = ceilings;
    this.inbox = inbox;
    this.teller = teller;
    this.reception = reception;
    this.people = new People(loop, ground.store(), ground.keys(), settings);
    this.calls = new Calls(this);
    this.clearance = new Clearance(this, marks);
    this.residents = new Residents(settings.resident(), this::resident);
  }

  /** Takes what a channel brought, or refuses it when too much of this person's waits. */
  void arrived(String id, Work.Arrived work) {
    Resident person = residents.of(id);
    person.passing = false;
    Inbound inbound = work.inbound();
    if (inbound.dialogue() != null) {
      if (inbound.act() == Inbound.Act.RELEASE) person.paths.released(inbound.dialogue());
      else person.paths.heard(inbound.dialogue());
    }
    if (looping(person, inbound)) {
      ground.counters().count("inbound.muted", Map.of("link", inbound.link()));
      work.acknowledgement().accepted();
      return;
    }
    if (person.arrived.size() >= settings.mailbox()) {
      ground.counters().count("turn.refused", Map.of("reason", "mailbox"));
      work.acknowledgement().busy();
      return;
    }
    if (person.busy || !person.arrived.isEmpty()) work.acknowledgement().queued();
    person.from = inbound.from();
    person.arrived.add(work);
    pump(person);
  }

  /** Where words come from that are having their turn: who is new is stored only with that. */
  @Nullable Address from(String person) {
    return residents.has(person) ? residents.of(person).from : null;
  }

  /** Who is in memory in the place of somebody who was. */
  Resident present(Resident person) {
    return residents.of(person.id);
  }

  /** Watched like the ceilings, and not when those are off: load tests repeat themselves, too. */
  private boolean looping(Resident person, Inbound inbound) {
    return inbound.act() == Inbound.Act.MESSAGE
        && settings.limits().numberHour() != Limits.OFF
        && person.guard.mutes(inbound.text(), inbound.at(), person.spoken);
  }

  /** Gives an input back to the desks: its address leads to somebody else, or to nobody. */
  void again(Resident person, Work.Arrived work) {
    reception.again(work);
    ended(person);
  }

  /** Puts into the mailbox what the gateway noticed, once. */
  void notice(Resident person, Work work) {
    if (person.noticedKeys.add(work.mark())) person.noticed.add(work);
    pump(person);
  }

  /** Changes what is kept of somebody, behind what waits for its turn. */
  void amend(String id, Work.Amend work) {
    notice(residents.of(id), work);
  }

  /** Takes what others have for somebody; beyond the bound it stays in the store for the sweep. */
  void handed(InboxRow row) {
    Resident person = residents.of(row.person());
    Work.Handed work = new Work.Handed(row, ground.keys().handed(row.id()));
    if (person.handed.size() >= MAX_HANDED || !person.noticedKeys.add(work.mark())) {
      inbox.leave();
      return;
    }
    person.handed.add(work);
    pump(person);
  }

  /**
   * The turn that took a row is durable, now or long ago: the row goes before the next is taken.
   */
  void taken(Resident person, Work.Handed work) {
    person.clearing = true;
    loop.when(
        inbox.delete(work.row()),
        (deleted, failure) -> {
          person.clearing = false;
          pump(person);
        });
    ended(person);
  }

  /** Whether somebody is in memory. */
  boolean present(String person) {
    return residents.has(person);
  }

  /**
   * Looks at somebody who may have something due.
   *
   * @param stored the version in which they were found: what is in memory may be older, if another
   *     node has written since
   * @param done when what was due has had its turns
   */
  void awaken(String id, long stored, Runnable done) {
    boolean known = residents.has(id);
    Resident person = residents.of(id);
    if (!known) person.passing = true;
    person.stored = Math.max(person.stored, stored);
    if (person.awakened != null) {
      done.run();
      return;
    }
    person.awakened = done;
    if (person.document == null) notice(person, new Work.Upkeep("awaken"));
    else look(person);
  }

  /** Rings for somebody who was awakened, once, as soon as nothing else is under way. */
  private void look(Resident person) {
    Runnable done = person.awakened;
    if (done == null || person.busy) return;
    if (person.document != null && (person.left || person.version < person.stored)) {
      person.left = false;
      person.unload();
      notice(person, new Work.Upkeep("awaken"));
      return; // looked at again when it has been read
    }
    if (person.post().looking()) {
      person.post().whenLooked(() -> look(person));
      return;
    }
    Instant due = person.due();
    Instant now = loop.now();
    boolean rings = due != null && !due.isAfter(now);
    boolean trims = person.document != null && person.post().settled();
    if (!person.rung && (rings || trims) && !person.notBefore.isAfter(now)) {
      person.rung = true;
      if (rings) rang(person);
      if (trims) notice(person, new Work.Upkeep("sent"));
      if (person.busy) return; // looked at again when that has ended
    }
    if (person.awakened == null) return;
    person.awakened = null;
    person.rung = false;
    if (person.passing && person.unproven.isEmpty() && person.idle()) residents.leave(person);
    done.run();
  }

  /** The turn is over, whatever became of it. */
  void ended(Resident person) {
    person.busy = false;
    if (person.document != null && !person.sooner.isEmpty())
      person
          .sooner
          .keySet()
          .retainAll(person.document.person().calls().stream().map(PendingCall::id).toList());
    schedule(person);
    pump(person);
    look(person);
  }

  private void pump(Resident person) {
    if (person.busy) return;
    Work next = person.arrived.poll();
    if (next == null) next = person.noticed.poll();
    if (next == null && !person.clearing) next = person.handed.poll();
    if (next == null) return;
    person.noticedKeys.remove(next.mark());
    person.busy = true;
    new TurnRun(this, person, next).start();
  }

  /** A link can send again: what was held goes. */
  void ready() {
    office.room().ready();
  }

  /** Whether so many wait for a link that no more are to be fetched; asked from anywhere. */
  boolean crowded() {
    return office.room().full();
  }

  /** How many are in memory; asked from anywhere, and then about right. */
  int residents() {
    return residents.size();
  }

  /** Does nothing for this person on its own accord for a while. */
  void mute(Resident person) {
    person.notBefore = loop.now().plus(MUTED);
  }

  /**
   * Sets the person's alarm to the earliest thing that is due. One that rings sooner stays: what is
   * due moves on with nearly every turn, and finding nothing once costs less than a timer a turn.
   */
  void schedule(Resident person) {
    Instant due = person.due();
    if (due != null && due.isBefore(person.notBefore)) due = person.notBefore;
    boolean stays =
        person.alarm != null
            && due != null
            && !person.rings.isAfter(due)
            && !person.rings.isBefore(person.notBefore);
    if (stays) return;
    if (person.alarm != null) person.alarm.cancel();
    person.alarm = null;
    if (due == null) return;
    person.rings = due;
    person.alarm = loop.after(Duration.between(loop.now(), due), () -> rang(person));
  }

  private void rang(Resident person) {
    if (person.alarm != null) person.alarm.cancel();
    person.alarm = null;
    Instant now = loop.now();
    if (person.document == null) {
      notice(person, new Work.Upkeep("reload"));
      return;
    }
    for (Timer timer : person.document.person().timers())
      if (FirstContact.is(timer) && !timer.at().isAfter(now))
        notice(person, new Work.Forget(timer.id()));
      else if (!timer.at().isAfter(now))
        notice(person, new Work.Happened(new Input.Fired(timer.id()), "timer:" + timer.id()));
    boolean repeat = person.sooner.values().stream().anyMatch(at -> !at.isAfter(now));
    for (PendingCall call : person.loaded().person().calls())
      repeat |= !call.retryAt().isAfter(now);
    if (repeat) notice(person, new Work.Upkeep("calls"));
    if (!person.busy) schedule(person);
  }

  /** What became of a text; the person's next write takes it along. */
  private void settled(Resident person, OutboxEntry entry, Sent sent) {
    // Told by a mark, without ids: an earlier process sent it, behind its response to the message.
    if (sent instanceof Sent.Taken(List<String> ids) && ids.isEmpty()) person.prove(entry.cause());
    if (sent instanceof Sent.Taken) answered(person, entry);
    String name = Sent.name(sent);
    ground.counters().count("delivery", Map.of("link", entry.link(), "outcome", name));
    log.changed(person.pseudonym, entry.id(), name, loop.now());
    TurnLog.settled(person, entry, name);
    boolean lost = sent instanceof Sent.Expired || sent instanceof Sent.Refused;
    if (lost && !entry.returnPath()) ground.undelivered().lost(person.id, entry.cause());
  }

  /** From the input's arrival to the response to the first text that answers it. */
  private void answered(Resident person, OutboxEntry entry) {
    Duration waited = person.unanswered.answered(entry.cause(), loop.now());
    if (waited != null)
      ground
          .counters()
          .took("mo.replied", Map.of("link", entry.link(), "kind", entry.kind().name()), waited);
  }

  /** Reads again, after a pause, whom a write may have changed whose outcome was never learnt. */
  void doubt(Resident person) {
    person.doubtful = true;
    loop.after(MUTED, () -> awaken(person.id, Resident.UNSTORED, () -> {}));
  }

  private Resident resident(String id) {
    Resident person = new Resident(id, ground.keys().pseudonym(id));
    person.postman = new Postman(office, person.paths, new Receiving(person));
    person.met = leaves;
    return person;
  }

  /** A resident as the postman sees them. */
  private final class Receiving implements Correspondent {
    private final Resident person;

    Receiving(Resident person) {
      this.person = person;
    }

    @Override
    public String id() {
      return person.id;
    }

    @Override
    public @Nullable Address address(String scheme) {
      return person.address(scheme).orElse(null);
    }

    @Override
    public @Nullable Instant heard(String scheme) {
      return person.heard(scheme);
    }

    @Override
    public void settled(OutboxEntry entry, Sent sent) {
      Lane.this.settled(person, entry, sent);
    }

    @Override
    public void left() {
      person.left = true;
      leaves = true;
    }

    @Override
    public void write() {
      notice(person, new Work.Upkeep("lease"));
    }
  }
}
