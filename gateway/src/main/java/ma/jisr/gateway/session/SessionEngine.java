package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.Loop;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.port.Signals;
import ma.jisr.gateway.bulk.BulkCarrier;
import ma.jisr.gateway.bulk.ParcelIds;
import ma.jisr.gateway.bulk.ParcelReceipts;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.delivery.Mark;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.delivery.ReceiptDesk;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.limit.Ceilings;
import ma.jisr.gateway.limit.Destinations;
import ma.jisr.gateway.limit.Ledger;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.log.MessageLog;
import ma.jisr.store.Document;

/**
 * The heart of the gateway: takes what channels bring, gives each person one turn at a time, writes
 * once and durably, acknowledges, and only then acts. A person's turns run on one loop, chosen by
 * the person's id.
 */
public final class SessionEngine implements Receiver {
  /** A clock that was set back between two processes, or stood still, hides nothing unsent. */
  private static final Duration SET_BACK = Duration.ofMinutes(1);

  private final Ground ground;
  private final Admission admission;
  private final Lanes lanes = new Lanes();
  private final Desks desks;
  private final PersonDesk persons;
  private final List<Parts> parts = new ArrayList<>();
  private final SentMarks marks;
  private final ReceiptDesk receipts;
  private final ParcelReceipts parcels;
  private final Ceilings ceilings;
  private final Inbox inbox;
  private final Sweep people;
  private final Sweep outboxes;
  private final Sweep rows;
  private final Ledger ledger;
  private final Destinations destinations;
  private final PartSweeper partSweeper;
  private final String tag;

  /**
   * @param loops that share the persons; at least one
   * @param random makes the ids of persons: cryptographically strong in production
   */
  public SessionEngine(
      Ground ground, List<Loop> loops, RandomGenerator random, SessionSettings settings) {
    this.ground = ground;
    this.admission = new Admission(settings.inFlight(), loops.getFirst()::now);
    Loop first = loops.getFirst();
    Limits limits = settings.limits();
    this.destinations = new Destinations(limits.destinations());
    this.ledger = new Ledger(first, ground.store(), settings.process());
    Ceilings ceilings = new Ceilings(limits, ledger, ground.counters());
    this.desks = new Desks(loops, ground, settings, random, this::arrived);
    this.marks = new SentMarks(loops.getLast(), ground.store(), ground.counters());
    this.receipts =
        new ReceiptDesk(
            loops.getLast(), ground.store(), marks, this::owner, this::told, ground.counters());
    this.parcels = new ParcelReceipts(ground.store());
    receipts.keeping(parcels);
    this.ceilings = ceilings;
    this.inbox = new Inbox(first, ground.store(), ground.keys(), ground.counters(), this::hand);
    this.persons = new PersonDesk(first, ground, lanes::of, desks, destinations, random);
    Teller teller = new Teller(first, inbox, destinations, desks::person);
    for (Loop loop : loops) {
      String writer = settings.process() + '-' + lanes.size();
      MessageLog log = new MessageLog(loop, ground.store(), ground.counters(), writer);
      lanes.add(new Lane(loop, ground, settings, ceilings, inbox, teller, desks, marks, log));
      parts.add(new Parts(loop, ground, this::whole));
    }
    this.partSweeper = new PartSweeper(loops.getFirst(), ground, this::parts, admission::enter);
    this.tag = Marks.tag(settings.process());
    this.people =
        new Sweep(
            first,
            ground.store(),
            settings,
            SessionCollections.PEOPLE,
            SessionCollections.DUE,
            this::awaken);
    this.outboxes =
        new Sweep(
            first,
            ground.store(),
            settings,
            SessionCollections.PEOPLE,
            SessionCollections.UNSENT,
            this::unsent);
    this.rows =
        new Sweep(
            first,
            ground.store(),
            settings,
            SessionCollections.INBOX,
            SessionCollections.DUE,
            this::inTheInbox);
  }

  /** Takes up what an earlier process left under way. Call once, before the channels start. */
  public void start() {
    ledger.start();
    lanes.first().loop.execute(partSweeper::start);
    lanes.last().loop.execute(receipts::start);
    lanes
        .first()
        .loop
        .execute(
            () -> {
              people.start(Draft.PATIENCE.multipliedBy(2));
              rows.start(Duration.ZERO);
              inbox.start();
              outboxes.start(lanes.first().settings.lease().plus(SET_BACK));
            });
  }

  /**
   * Takes nothing more, and looks for nothing more; completes when every input taken is answered
   * and the message log written.
   */
  public CompletableFuture<Void> drain() {
    lanes
        .first()
        .loop
        .execute(
            () -> {
              people.stop();
              outboxes.stop();
              rows.stop();
              inbox.stop();
            });
    lanes.stopClearing();
    ledger.stop();
    lanes.first().loop.execute(partSweeper::stop);
    return admission
        .close()
        .thenCompose(answered -> lanes.handedOver())
        .thenCompose(handed -> flushLog());
  }

  /** Writes the rows of the message log that gather; completes when they are durable. */
  public CompletableFuture<Void> flushLog() {
    return lanes.flushLog();
  }

  /** What texts to many stand on: the same marks, receipts, ceilings and log as persons' texts. */
  public BulkCarrier.Ground bulk() {
    return new BulkCarrier.Ground(
        lanes.last().loop,
        ground.channels(),
        marks,
        receipts,
        parcels,
        ceilings,
        lanes.last().log,
        ground.keys()::pseudonym,
        digits -> ground.keys().alias(new Address(Numbers.TELEPHONE, digits)));
  }

  /** The port by which services tell persons something. */
  public Introducer messenger() {
    return inbox;
  }

  /** The port by which services raise events. */
  public Signals signals() {
    return inbox;
  }

  /**
   * The random id of a number's person, made known by a link if need be; empty where nobody of that
   * number may be written to.
   *
   * @param digits E.164 without the plus
   */
  public CompletableFuture<Optional<String>> person(String digits, String link) {
    Address address = new Address("tel", digits);
    return destinations.allow(address)
        ? desks.person(address, link).thenApply(Optional::of)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * The number that a person's words come from, E.164 without the plus; empty when none is known.
   */
  public CompletableFuture<Optional<String>> number(String person) {
    return persons.number(person);
  }

  /** Somebody as stored: what they are, and where their texts go; empty when they never wrote. */
  public CompletableFuture<Optional<Person>> stored(String person) {
    return persons.document(person).thenApply(found -> found.map(PersonDocument::person));
  }

  /** What others may ask of persons' documents, and do to them. */
  public PersonDesk persons() {
    return persons;
  }

  /** From now on who comes after such a silence is somebody new. Call once, before the start. */
  public void silence(Silence silence) {
    lanes.silence(silence);
  }

  /** Persons in memory; counted without a pause, so about. */
  public int residents() {
    return lanes.residents();
  }

  /** Inputs taken and not yet answered. */
  public int inFlight() {
    return admission.inFlight();
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    if (inbound.act() == Inbound.Act.MESSAGE && foreign(inbound.from(), inbound.link())) {
      acknowledgement.accepted();
      return;
    }
    Acknowledgement late =
        inbound.act() == Inbound.Act.RELEASE
            ? admission.enterAnyway(acknowledgement)
            : admission.enter(acknowledgement);
    if (late == null) refuse(acknowledgement, "overload");
    else admitted(inbound, mark(inbound), late);
  }

  private String mark(Inbound inbound) {
    byte[] words = inbound.words();
    return words == null
        ? ground.keys().mark(inbound.link(), inbound.id())
        : Marks.of(ground.keys().words(words), inbound.at(), tag);
  }

  /** Whom we may not answer has nothing to say to us: taken, counted, forgotten. */
  private boolean foreign(Address from, String link) {
    if (destinations.allow(from)) return false;
    ground.counters().count("inbound.foreign", Map.of("link", link));
    return true;
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    if (foreign(fragment.from(), fragment.link())) {
      acknowledgement.accepted();
      return;
    }
    Acknowledgement late = admission.enter(acknowledgement);
    if (late == null) {
      refuse(acknowledgement, "overload");
      return;
    }
    String set = PartCodec.set(ground.keys(), fragment);
    parts(set).take(set, fragment, late);
  }

  /** A message of several parts is complete: everybody who joins it gives it the same mark. */
  private void whole(Parts.Whole whole, Acknowledgement acknowledgement) {
    Fragment last = whole.last();
    Inbound inbound =
        new Inbound(
            whole.set(),
            last.link(),
            Inbound.Act.MESSAGE,
            last.from(),
            last.code(),
            whole.text(),
            null,
            null,
            Assurance.CLAIMED,
            whole.at());
    String words = ground.keys().words(whole.identity());
    admitted(inbound, Marks.of(words, whole.at(), tag), acknowledgement);
  }

  private void admitted(Inbound inbound, String mark, Acknowledgement late) {
    LinkInfo link = ground.links().of(inbound.link());
    if (link == null) {
      refuse(late, "link");
      return;
    }
    ground.counters().count("inbound", Map.of("link", inbound.link(), "act", inbound.act().name()));
    desks.arrived(new Work.Arrived(inbound, Inputs.of(inbound, link), mark, late, false));
  }

  private void refuse(Acknowledgement acknowledgement, String reason) {
    ground.counters().count("turn.refused", Map.of("reason", reason));
    acknowledgement.busy();
  }

  private void arrived(String person, Work.Arrived work) {
    Lane lane = lane(person);
    lane.loop.execute(() -> lane.arrived(person, work));
  }

  @Override
  public void ready(String link) {
    lanes.ready();
  }

  @Override
  public void taken(Taken segment) {
    Outbound message = segment.message();
    marks.taken(
        new Mark(
            segment.group(),
            segment.messageId(),
            segment.segment(),
            segment.segments(),
            message.person(),
            message.id(),
            segment.link(),
            segment.at(),
            message.until()));
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    Address from = receipt.from();
    receipts.take(receipt, from == null ? "" : ground.keys().alias(from), acknowledgement);
  }

  /** Reads only: a receipt makes nobody known. */
  private CompletableFuture<Optional<String>> owner(String alias) {
    return ground
        .store()
        .get(SessionCollections.ALIASES, alias)
        .thenApply(found -> found.map(Aliases::person));
  }

  /** By the log of the desk's loop: any writer may write of anybody. */
  private void told(String person, String entry, String state, boolean lost, Instant at) {
    lanes.last().log.changed(ground.keys().pseudonym(person), entry, state, at);
    if (lost && !ParcelIds.is(entry)) ground.undelivered().lost(person, OutboxEntry.cause(entry));
  }

  /** While many wait for a link, the others wait in the store. */
  private boolean unsent(Document person, Runnable done) {
    Lane lane = lane(person.id());
    if (lane.crowded()) return false;
    lane.loop.execute(() -> lane.clearance.take(person, done));
    return true;
  }

  private boolean awaken(Document person, Runnable done) {
    Lane lane = lane(person.id());
    lane.loop.execute(() -> lane.awaken(person.id(), person.version(), done));
    return true;
  }

  private boolean inTheInbox(Document row, Runnable done) {
    boolean taken = inbox.found(row);
    if (taken) done.run(); // the inbox has its own bound
    return taken;
  }

  private void hand(InboxRow row) {
    Lane lane = lane(row.person());
    lane.loop.execute(() -> lane.handed(row));
  }

  /** The parts of one message are all taken by one loop. */
  private Parts parts(String set) {
    return parts.get(Math.floorMod(set.hashCode(), parts.size()));
  }

  private Lane lane(String person) {
    return lanes.of(person);
  }
}
