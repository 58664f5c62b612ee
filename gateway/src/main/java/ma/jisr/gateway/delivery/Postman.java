package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Few;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/**
 * Who sends one person's outbox, after each durable write of it: screens at once, messages one
 * after another so that their order holds through retries. Confined to the person's loop. It
 * changes no document: the next write takes over what became of the entries ({@link #trim}).
 *
 * <p>Where several nodes share a store, a message is sent only within the lease that this node's
 * write gave it (its {@code next}); beyond, the lease is written anew first, and who loses that
 * write has lost the message. Decision 0120.
 */
public final class Postman {
  /**
   * A lease is used up to here before its end: the link's longest silence (10 s) and the difference
   * of two nodes' clocks (2 s).
   */
  static final Duration MARGIN = Duration.ofSeconds(12);

  /** How long the marks are left alone after the store has failed to tell them. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** How long the write of a lease may take before it is asked for again. */
  private static final Duration LEASE_AGAIN = Duration.ofSeconds(10);

  private final PostOffice office;
  private final Loop loop;
  private final ReturnPaths paths;
  private final Correspondent person;

  private final Set<String> offered = new Few<>();
  private final Set<String> shown = new Few<>();
  private final Set<String> gone = new Few<>();
  private final Set<String> foreign = new Few<>();
  private final Map<String, OutboxEntry> retried = new HashMap<>(4);
  private List<OutboxEntry> outbox = List.of();
  private @Nullable String inFlight;
  private @Nullable String leasing;

  /** Until when the lease that is being written lasts. */
  private Instant leased = Instant.MIN;

  private boolean looking;

  /** When the marks were last asked for. */
  private Instant asked = Instant.MIN;

  /** Whether what the marks are being asked about has changed since. */
  private boolean stale;

  /** Who waits for what the marks tell. */
  private @Nullable Runnable waiting;

  private Loop.@Nullable Cancel alarm;

  public Postman(PostOffice office, ReturnPaths paths, Correspondent person) {
    this.office = office;
    this.loop = office.loop();
    this.paths = paths;
    this.person = person;
  }

  /** Takes an outbox that has just been read: its screens are history. */
  public void inherit(List<OutboxEntry> stored, Origin origin) {
    if (leasing != null) quiet();
    leasing = null;
    boolean unsure = false;
    for (OutboxEntry entry : stored) {
      boolean known = entry.id().equals(inFlight) || gone.contains(entry.id());
      if (entry.returnPath()) {
        boolean news = offered.add(entry.id());
        if (news && origin == Origin.DOUBTED) person.settled(entry, new Sent.Unseen("in doubt"));
      } else if (!known && origin == Origin.SETTLED) gone.add(entry.id());
      else if (!known) unsure |= origin != Origin.ELSEWHERE || elsewhere(entry);
    }
    outbox = stored;
    if (unsure) look();
  }

  /** Whose lease stands is seen by its end: a later one than ours is another node's. */
  private boolean elsewhere(OutboxEntry entry) {
    OutboxEntry ours = find(outbox, entry.id());
    if (ours != null && !foreign.contains(entry.id()) && !entry.next().isAfter(ours.next()))
      return false;
    retried.remove(entry.id());
    return foreign.add(entry.id()) || ours == null;
  }

  private static @Nullable OutboxEntry find(List<OutboxEntry> entries, String id) {
    for (OutboxEntry entry : entries) if (entry.id().equals(id)) return entry;
    return null;
  }

  /** Asks for the marks of what may have been sent; messages wait meanwhile. */
  private void look() {
    List<OutboxEntry> messages = new ArrayList<>();
    for (OutboxEntry entry : outbox) if (!entry.returnPath()) messages.add(entry);
    stale = looking;
    if (looking) return;
    looking = !messages.isEmpty();
    if (!looking) {
      told();
      return;
    }
    asked = loop.now();
    office.marks().of(messages, loop, this::looked);
  }

  /** Whether the marks are being asked what of the outbox has been taken. */
  public boolean looking() {
    return looking;
  }

  /** Goes on, once, when the marks have told, however long the store fails to. */
  public void whenLooked(Runnable next) {
    waiting = next;
  }

  private void told() {
    Runnable next = waiting;
    waiting = null;
    if (next != null) next.run();
  }

  private void looked(@Nullable List<Mark> marks) {
    if (marks == null) {
      // Still looking: nothing is taken over on the word of a store that said nothing.
      Loop.Cancel unused = loop.after(LOOK_AGAIN, this::lookAgain);
      return;
    }
    looking = false;
    if (stale) {
      look();
      return;
    }
    for (OutboxEntry stored : outbox) {
      if (stored.returnPath() || gone.contains(stored.id())) continue;
      if (stored.id().equals(inFlight)) continue;
      OutboxEntry entry = retried.getOrDefault(stored.id(), stored);
      int taken = Mark.taken(marks, stored.id(), entry.taken());
      if (taken == Mark.ALL) {
        gone.add(stored.id());
        retried.remove(stored.id());
        person.settled(entry, new Sent.Taken(List.of()));
      } else if (taken != entry.taken()) {
        // Its other parts go now: half a message is none.
        retried.put(stored.id(), entry.having(taken).at(loop.now()));
      }
    }
    messages();
    told();
  }

  private void lookAgain() {
    looking = false;
    look();
  }

  /** Sends what is new and due of an outbox that has just become durable. */
  public void post(List<OutboxEntry> durable) {
    outbox = durable;
    won();
    forget();
    for (OutboxEntry entry : durable)
      if (entry.returnPath() && offered.add(entry.id())) screen(entry, entry.until());
    messages();
  }

  /** The lease that was asked for is ours, unless this write was on its way before. */
  private void won() {
    OutboxEntry entry = leasing == null ? null : find(outbox, leasing);
    if (entry == null || !entry.next().equals(leased)) return;
    foreign.remove(entry.id());
    // Its time has come already: from here on its next is the lease's end.
    retried.putIfAbsent(entry.id(), entry.at(loop.now()));
    leasing = null;
  }

  private void forget() {
    if (offered.isEmpty() && gone.isEmpty() && retried.isEmpty() && foreign.isEmpty()) return;
    Set<String> kept = new HashSet<>(2 * outbox.size());
    for (OutboxEntry entry : outbox) kept.add(entry.id());
    offered.retainAll(kept);
    gone.retainAll(kept);
    foreign.retainAll(kept);
    if (!retried.isEmpty()) retried.keySet().retainAll(kept);
  }

  /**
   * Answers a repeated input with the screen that answered it the first time, unless that is still
   * under way.
   */
  public void repeat(OutboxEntry entry, Instant until) {
    screen(entry, until);
  }

  /** The outbox without what is gone and with what is to be tried again, for the next write. */
  public List<OutboxEntry> trim(List<OutboxEntry> stored) {
    if (gone.isEmpty() && retried.isEmpty() && leasing == null) return stored;
    List<OutboxEntry> left = new ArrayList<>(stored.size());
    for (OutboxEntry entry : stored) {
      if (gone.contains(entry.id())) continue;
      OutboxEntry now = retried.getOrDefault(entry.id(), entry);
      if (entry.id().equals(leasing)) {
        leased = loop.now().plus(office.lease()).truncatedTo(ChronoUnit.MILLIS);
        left.add(now.at(leased));
      } else {
        // A lease is kept: it may be used before this write is known to be durable.
        boolean held = !office.alone() && entry.next().isAfter(now.next());
        left.add(held ? now.at(entry.next()) : now);
      }
    }
    return left;
  }

  /** Whether something has gone that the stored outbox still holds. */
  public boolean settled() {
    return !gone.isEmpty();
  }

  /** Whether the person must stay in memory: a message is under way, or waits to be. */
  public boolean busy() {
    if (inFlight != null || looking || alarm != null || leasing != null) return true;
    for (OutboxEntry entry : outbox)
      if (!entry.returnPath() && !gone.contains(entry.id())) return true;
    return false;
  }

  /** Forgets its timer; what is stored is found again by whoever looks at what is unsent. */
  public void dismiss() {
    quiet();
    office.room().leave(this);
    outbox = List.of();
  }

  private void quiet() {
    if (alarm != null) alarm.cancel();
    alarm = null;
  }

  private void screen(OutboxEntry entry, Instant until) {
    if (!paths.open(entry.dialogue())) person.settled(entry, new Sent.Unseen("closed"));
    else if (!loop.now().isBefore(until)) person.settled(entry, new Sent.Unseen("too late"));
    else if (shown.add(entry.id()))
      loop.when(
          send(entry, until),
          (sent, failure) -> {
            shown.remove(entry.id());
            person.settled(entry, RetryPolicy.endOfScreen(orUncertain(sent)));
          });
  }

  /** The first message that is not gone goes, when its time has come and none is under way. */
  private void messages() {
    if (inFlight != null || looking || leasing != null) return;
    quiet();
    Instant now = loop.now();
    for (OutboxEntry stored : outbox) {
      if (stored.returnPath() || gone.contains(stored.id())) continue;
      OutboxEntry entry = retried.getOrDefault(stored.id(), stored);
      boolean theirs = foreign.contains(stored.id());
      if (!now.isBefore(entry.until())) {
        gone.add(entry.id());
        person.settled(entry, new Sent.Expired());
        continue;
      }
      boolean waits = theirs || entry.tries() > 0 || retried.containsKey(entry.id());
      if (waits && entry.next().isAfter(now))
        alarm = loop.after(Duration.between(now, entry.next()), this::alarmed);
      // What another node has sent within its lease is marked when that is over.
      else if (theirs && asked.isBefore(entry.next())) look();
      else if (office.alone() || (!theirs && now.isBefore(stored.next().minus(MARGIN))))
        message(entry, office.alone() ? entry.until() : stored.next().minus(MARGIN));
      else lease(entry);
      return;
    }
  }

  private void alarmed() {
    alarm = null;
    messages();
  }

  /**
   * Waits for a link, unless another than the one that gave it back can send now. Where too many
   * wait the message is left to the store, and found there when a link sends again.
   */
  private void held(OutboxEntry entry) {
    String other = routed(entry).link();
    if (!other.equals(entry.link()) && office.channels().up(other))
      retried.put(entry.id(), entry.at(loop.now()));
    else if (!office.room().enter(this)) {
      dismiss();
      person.left();
    }
  }

  /** What was held is tried again at once, if the link that it would go by can send now. */
  void resume() {
    OutboxEntry first = first();
    if (first == null) {
      office.room().leave(this);
    } else if (office.channels().up(routed(first).link())) {
      retried.put(first.id(), first.at(loop.now()));
      messages();
    }
  }

  private @Nullable OutboxEntry first() {
    for (OutboxEntry entry : outbox)
      if (!entry.returnPath() && !gone.contains(entry.id())) return retried.get(entry.id());
    return null;
  }

  private void lease(OutboxEntry entry) {
    leasing = entry.id();
    alarm = loop.after(LEASE_AGAIN, this::leaseAgain);
    person.write();
  }

  private void leaseAgain() {
    alarm = null;
    leasing = null;
    messages();
  }

  private void message(OutboxEntry stored, Instant latest) {
    OutboxEntry entry = routed(stored);
    inFlight = entry.id();
    office.room().leave(this);
    loop.when(send(entry, latest), (sent, failure) -> outcome(entry, orUncertain(sent)));
  }

  private OutboxEntry routed(OutboxEntry entry) {
    Address to = person.address(entry.scheme());
    if (to == null || !to.scheme().equals("tel")) return entry;
    boolean bound = entry.doubted() || entry.taken() != 0;
    Channels channels = office.channels();
    String link = channels.choice().choose(entry.link(), bound, to.value(), channels::up);
    return link.equals(entry.link()) ? entry : entry.by(link);
  }

  private void outcome(OutboxEntry entry, Sent sent) {
    inFlight = null;
    OutboxEntry again = RetryPolicy.next(entry, sent, loop.now());
    if (again == null) {
      gone.add(entry.id());
      retried.remove(entry.id());
    } else {
      retried.put(entry.id(), again);
      if (sent instanceof Sent.Held) held(again);
    }
    person.settled(entry, again == null ? RetryPolicy.end(sent) : sent);
    messages();
  }

  private CompletableFuture<Sent> send(OutboxEntry entry, Instant latest) {
    Channel channel = office.channels().of(entry.link());
    Address to = person.address(entry.scheme());
    if (channel == null) return CompletableFuture.completedFuture(new Sent.Refused("no such link"));
    if (to == null) return CompletableFuture.completedFuture(new Sent.Refused("no address"));
    return channel.send(
        new Outbound(
            entry.id(),
            person.id(),
            entry.kind(),
            entry.urgency(),
            to,
            entry.code(),
            entry.text(),
            entry.dialogue(),
            latest,
            entry.until(),
            entry.taken(),
            entry.buttons(),
            person.heard(entry.scheme())));
  }

  private static Sent orUncertain(@Nullable Sent sent) {
    return sent == null ? new Sent.Uncertain("failed") : sent;
  }
}
