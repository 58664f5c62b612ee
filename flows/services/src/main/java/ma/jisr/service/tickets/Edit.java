package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ma.jisr.service.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * One change of a ticket that is being made: the ticket as it will be, and what its holder is told
 * in the same write. Used once, by one thread.
 */
final class Edit {
  /** Calls remembered on a ticket: more than may be under way at once. */
  private static final int KEYS = 8;

  private final Ticket before;
  private final Instant now;
  private final Map<State, Instant> at = new EnumMap<>(State.class);
  private final Map<Told, Instant> told = new EnumMap<>(Told.class);
  private int number;
  private State state;
  private long turn;
  private @Nullable Instant from;
  private int travel;
  private int missed;
  private int delays;
  private String counter;
  private boolean unreached;
  private @Nullable String key;
  private @Nullable Instant due;
  private @Nullable String refused;
  private @Nullable Estimate promised;
  private Outbox outbox;

  Edit(Ticket before, Outbox outbox, Instant now) {
    this.before = before;
    this.now = now;
    this.outbox = outbox;
    at.putAll(before.at());
    told.putAll(before.told());
    number = before.number();
    state = before.state();
    turn = before.turn();
    from = before.from();
    travel = before.travel();
    missed = before.missed();
    delays = before.delays();
    counter = before.counter();
    unreached = before.unreached();
    due = before.due();
    refused = before.refused();
    promised = before.promised();
  }

  Ticket before() {
    return before;
  }

  Instant now() {
    return now;
  }

  /** Whether this call has changed it already. */
  boolean did(String call) {
    return before.keys().contains(call);
  }

  /** Changed by this call. */
  Edit by(String call) {
    key = call;
    return this;
  }

  Edit to(State next) {
    state = next;
    at.put(next, now);
    if (!next.open()) due = null;
    return this;
  }

  /** Has been in this state since. */
  Edit since(State in, Instant when) {
    at.put(in, when);
    return this;
  }

  Edit numbered(int given, long inLine) {
    number = given;
    turn = inLine;
    return this;
  }

  Edit turn(long inLine) {
    turn = inLine;
    return this;
  }

  Edit from(@Nullable Instant until) {
    from = until;
    return this;
  }

  Edit travel(int minutes) {
    travel = minutes;
    return this;
  }

  Edit missed(int times) {
    missed = times;
    return this;
  }

  Edit delayed() {
    delays++;
    return this;
  }

  Edit counter(String name) {
    counter = name;
    return this;
  }

  Edit unreached() {
    unreached = true;
    return this;
  }

  Edit due(Instant when) {
    due = when;
    return this;
  }

  Edit refused(String why) {
    refused = why;
    return this;
  }

  Edit promised(Estimate wait) {
    promised = wait;
    return this;
  }

  /** Its holder will have been told, though not by a message: the answer says it. */
  Edit knows(Told what) {
    told.put(what, now);
    return this;
  }

  /** What they were told of this has been overtaken: it may be told again. */
  Edit untold(Told what) {
    told.remove(what);
    return this;
  }

  /** Tells the holder, in the same write. */
  Edit tell(Told what, Notices notices, int ahead, int minutes) {
    told.put(what, now);
    unreached = false;
    outbox = outbox.send(before.wish().holder(), notices.of(what, done(), ahead, minutes, now));
    return this;
  }

  Outbox outbox() {
    return outbox;
  }

  /** The ticket as it is now to be. */
  Ticket done() {
    List<String> keys = new ArrayList<>(before.keys());
    if (key != null) keys.add(key);
    if (keys.size() > KEYS) keys.removeFirst();
    return new Ticket(
        before.id(),
        before.wish(),
        number,
        state,
        turn,
        from,
        travel,
        missed,
        delays,
        counter,
        at,
        told,
        unreached,
        keys,
        before.seq() + 1,
        due,
        refused,
        promised);
  }
}
