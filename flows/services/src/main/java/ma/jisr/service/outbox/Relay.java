package ma.jisr.service.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.port.Messenger;
import ma.jisr.flow.port.Signals;
import ma.jisr.flow.signal.Notice;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hands in what the outboxes of services' documents hold: at once when told of a write, by
 * looking once a second for what a crash has left. Rows are handed in in their order under one key
 * each and removed afterwards, so that a death at any point repeats at most what the key makes
 * harmless. Told from any thread; works on its loop.
 */
public final class Relay {
  /** Between two looks. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** How long rows are left to whoever has written them: above the clocks' difference of 2 s. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** Most documents taken up by one look, of each collection. */
  private static final int PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final Loop loop;
  private final Store store;
  private final Teller teller;
  private final Signals signals;
  private final List<String> collections;
  private final Set<String> draining = new HashSet<>();
  private final Set<String> again = new HashSet<>();

  /** The last row handed in of a document whose outbox could not be written after it. */
  private final Map<String, Long> handedIn = new HashMap<>();

  private boolean stopped;

  /** Tells what a row holds. */
  private interface Teller {
    CompletableFuture<Void> tell(Outbox.Row row, Notice notice, String key);
  }

  /**
   * One that knows how to write to somebody for the first time.
   *
   * @param collections whose documents have an outbox, declared with {@link Outbox#INDEX}
   */
  public Relay(
      Loop loop,
      Store store,
      Introducer messenger,
      Signals signals,
      Introductions introductions,
      List<String> collections) {
    this(
        loop,
        store,
        signals,
        collections,
        (row, notice, key) ->
            row.first() == null
                ? messenger.send(row.person(), notice, key)
                : introductions.handIn(messenger, row.person(), row.first(), notice, key));
  }

  /**
   * One whose services tell only those who have written.
   *
   * @param collections whose documents have an outbox, declared with {@link Outbox#INDEX}
   */
  public Relay(
      Loop loop, Store store, Messenger messenger, Signals signals, List<String> collections) {
    this(
        loop,
        store,
        signals,
        collections,
        (row, notice, key) -> messenger.send(row.person(), notice, key));
  }

  private Relay(Loop loop, Store store, Signals signals, List<String> collections, Teller teller) {
    this.loop = loop;
    this.store = store;
    this.teller = teller;
    this.signals = signals;
    this.collections = List.copyOf(collections);
  }

  public void start() {
    loop.execute(this::sweep);
  }

  /** Hands in nothing more; what waits is found by the next process. */
  public void stop() {
    loop.execute(() -> stopped = true);
  }

  /** A document with rows in its outbox has become durable. */
  public void wrote(String collection, String id) {
    loop.execute(() -> drain(collection, id));
  }

  private void sweep() {
    if (stopped || collections.isEmpty()) return;
    long before = loop.now().minus(GRACE).toEpochMilli();
    for (String collection : collections)
      loop.when(
          store.find(
              collection, new Query(Outbox.INDEX.name(), Map.of(), null, before, null, PAGE)),
          (page, failure) -> found(collection, page));
    Loop.Cancel unused = loop.after(PERIOD, this::sweep);
  }

  private void found(String collection, @Nullable Page page) {
    if (page != null) for (Document document : page.documents()) drain(collection, document.id());
  }

  private void drain(String collection, String id) {
    if (stopped) return;
    String source = collection + ':' + id;
    if (draining.add(source)) read(collection, id);
    else again.add(source);
  }

  private void read(String collection, String id) {
    loop.when(
        store.get(collection, id),
        (found, failure) -> {
          if (found == null || found.isEmpty()) done(collection, id);
          else handIn(collection, found.get());
        });
  }

  private void handIn(String collection, Document document) {
    try {
      Outbox outbox = OutboxJson.of(OutboxJson.parse(document.json()));
      long last = handedIn.getOrDefault(collection + ':' + document.id(), -1L);
      int first = 0;
      while (first < outbox.rows().size() && outbox.rows().get(first).seq() <= last) first++;
      next(collection, document, outbox, first);
    } catch (IllegalArgumentException e) {
      LOG.warn("an outbox of {} cannot be handed in: {}", collection, e.getMessage());
      done(collection, document.id());
    }
  }

  /** One after the other: what comes second must not overtake. */
  private void next(String collection, Document document, Outbox outbox, int index) {
    if (index == outbox.rows().size()) {
      remove(collection, document, outbox);
      return;
    }
    Outbox.Row row = outbox.rows().get(index);
    loop.when(
        handIn(row, key(collection, document.id(), row.seq())),
        (done, failure) -> {
          if (failure == null) next(collection, document, outbox, index + 1);
          else done(collection, document.id()); // found again by the next look
        });
  }

  private CompletableFuture<Void> handIn(Outbox.Row row, String key) {
    if (row.event() != null) return signals.raise(row.person(), row.event(), key);
    if (row.notice() != null) return teller.tell(row, row.notice(), key);
    return CompletableFuture.completedFuture(null);
  }

  private void remove(String collection, Document document, Outbox outbox) {
    if (outbox.rows().isEmpty()) {
      done(collection, document.id());
      return;
    }
    long last = outbox.rows().getLast().seq();
    ObjectNode body = OutboxJson.parse(document.json());
    OutboxJson.put(body, outbox.after(last), loop.now());
    Document next =
        new Document(document.id(), document.version() + 1, "relay:" + last, body.toString());
    String source = collection + ':' + document.id();
    handedIn.put(source, last);
    loop.when(
        store.replaceIf(collection, next, Priority.BACKGROUND),
        (outcome, failure) -> {
          // Somebody wrote in between: their document is read, and what is new in it handed in.
          boolean overtaken = outcome == Outcome.CONFLICT || outcome == Outcome.UNKNOWN;
          if (overtaken) again.add(source);
          else handedIn.remove(source);
          done(collection, document.id());
        });
  }

  private void done(String collection, String id) {
    String source = collection + ':' + id;
    draining.remove(source);
    if (again.remove(source)) drain(collection, id);
  }

  /** The key under which a row is handed in: source and number; a long name by its hash. */
  public static String key(String collection, String id, long seq) {
    String key = collection + ':' + id + ':' + seq;
    if (key.length() <= Messenger.MAX_KEY) return key;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((collection + ':' + id).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash) + ':' + seq;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
