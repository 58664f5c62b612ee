package ma.jisr.gateway.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.flow.Input;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.port.Signals;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What waits for persons that they have not asked for: rows that a service's relay or another
 * person's turn hands in, however often, under one key, and that leave after the turn that recorded
 * them. What does not fit into memory waits in the store for the sweep. Callable from any thread.
 */
final class Inbox implements Introducer, Signals {
  /**
   * Most rows handed on at once and not yet gone: 2 MB at 1 KB a row. More of a broadcast wait in
   * the store, where they cost nothing.
   */
  static final int HANDED_ON = 2_000;

  /** Between two looks for what has expired without a turn. */
  static final Duration RETENTION = Duration.ofMinutes(1);

  /** Most rows deleted by one look. */
  private static final int BATCH = 1_000;

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final InboxCodec codec;
  private final Consumer<InboxRow> handOn;
  private final AtomicInteger handedOn = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * @param loop for its clock and its timer
   * @param handOn tells the person's lane
   */
  Inbox(Loop loop, Store store, Keys keys, Counters counters, Consumer<InboxRow> handOn) {
    this.loop = loop;
    this.store = store;
    this.counters = counters;
    this.codec = new InboxCodec(keys);
    this.handOn = handOn;
  }

  void start() {
    Loop.Cancel unused = loop.after(RETENTION, this::retain);
  }

  /** Takes rows as before, but hands none on: they are found again by the next process. */
  void stop() {
    stopped = true;
  }

  @Override
  public CompletableFuture<Void> send(String person, Notice notice, String key) {
    return take(new InboxRow(key, person, new Input.Told(notice, null), null));
  }

  @Override
  public CompletableFuture<Void> introduce(
      String person, String digits, Reply way, Notice notice, String key) {
    return tell(person, notice, new Address("tel", digits), way, key);
  }

  @Override
  public CompletableFuture<Void> raise(String person, Event event, String key) {
    return take(new InboxRow(key, person, new Input.Raised(event), null));
  }

  /**
   * A notice of one person's conversation for another.
   *
   * @param address of somebody who may never have been heard
   * @param way where it goes then
   */
  CompletableFuture<Void> tell(
      String person, Notice notice, @Nullable Address address, Reply way, String key) {
    return take(new InboxRow(key, person, new Input.Told(notice, way), address));
  }

  private CompletableFuture<Void> take(InboxRow row) {
    if (row.id().isEmpty() || row.id().length() > MAX_KEY)
      throw new IllegalArgumentException("a key has 1 to " + MAX_KEY + " characters");
    counters.count("inbox.taken", Map.of("urgency", row.urgency().name()));
    return store
        .insert(
            SessionCollections.INBOX, List.of(codec.encode(row, loop.now())), Priority.BACKGROUND)
        .thenAccept(
            outcomes -> {
              if (outcomes.getFirst() == Outcome.UNKNOWN)
                throw new IllegalStateException("nobody knows whether the row was kept");
              handOn(row);
            });
  }

  private void handOn(InboxRow row) {
    if (stopped) return;
    if (handedOn.incrementAndGet() > HANDED_ON) handedOn.decrementAndGet();
    else handOn.accept(row);
  }

  /** A row that the sweep has found; false when it must wait for another sweep. */
  boolean found(Document stored) {
    if (stopped || handedOn.get() >= HANDED_ON) return false;
    try {
      handOn(codec.decode(stored));
    } catch (SchemaException | KeyException e) {
      counters.count("inbox.unreadable", Map.of());
    }
    return true;
  }

  /** The lane has no room for it, or no use: it stays for the sweep. */
  void leave() {
    handedOn.decrementAndGet();
  }

  /** The turn that took it is durable; false is told when it could not be deleted yet. */
  CompletableFuture<Boolean> delete(InboxRow row) {
    handedOn.decrementAndGet();
    return store
        .deleteIf(SessionCollections.INBOX, row.id(), 0, Priority.BACKGROUND)
        .handle((outcome, failure) -> outcome == Outcome.DELETED || outcome == Outcome.MISSING);
  }

  private void retain() {
    if (stopped) return;
    loop.when(
        store.deleteRange(
            SessionCollections.INBOX, SessionCollections.EXPIRES, loop.now().toEpochMilli(), BATCH),
        (deleted, failure) -> {
          if (deleted != null && deleted > 0) counters.count("inbox.expired", Map.of());
          start();
        });
  }
}
