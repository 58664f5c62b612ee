package ma.jisr.gateway.limit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.base.Loop;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of each link and feature in the day that runs, over all processes: each counts its
 * own in memory, writes its sums into a document of its own within a second of spending, and then
 * reads the others'. After a crash the last second is missing, and two nodes see each other's
 * seconds late: a ceiling is passed by that much at most.
 */
public final class Ledger {
  /** One document for each day and process. */
  public static final String COLLECTION = "spending";

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Between two tries while the store does not take anything: said once, and not hammered. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Past days stay for the operator's books. */
  private static final Duration KEPT = Duration.ofDays(40);

  /** Processes of one day: a node that restarts each minute is another problem. */
  private static final int MOST = Query.MAX_LIMIT;

  private static final String DAY = "day";
  private static final String SEGMENTS = "segments";

  private final Loop loop;
  private final Store store;
  private final String process;
  private final JsonMapper mapper = new JsonMapper();
  private volatile Sheet sheet;
  private volatile boolean stopped;

  /** Whether the last write failed. */
  private volatile boolean failing;

  private final AtomicBoolean due = new AtomicBoolean();

  /** One day's counts. */
  private record Sheet(
      Day day, Map<String, AtomicLong> own, Map<String, Long> others, Set<String> said) {
    static Sheet of(Day day) {
      return new Sheet(
          day, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
    }
  }

  /**
   * A ledger that counts, and reads and writes once started.
   *
   * @param loop of its timer
   * @param process that counts, new at each start
   */
  public Ledger(Loop loop, Store store, String process) {
    this.loop = loop;
    this.store = store;
    this.process = process;
    this.sheet = Sheet.of(Day.of(loop.now()));
  }

  /** To be declared when the store is opened. */
  public static CollectionSpec spec() {
    return new CollectionSpec(COLLECTION, Area.BULK, List.of(new IndexSpec(DAY, List.of(), DAY)));
  }

  /** How long days are kept. */
  public static Retention retention() {
    return Retention.of(spec(), DAY, KEPT, moment -> Day.of(moment).name());
  }

  /** Reads what the day has had so far. */
  public void start() {
    loop.execute(this::read);
  }

  /** Writes what is not yet written; nothing after. */
  public void stop() {
    stopped = true;
    loop.execute(() -> write(sheet));
  }

  long spent(String link, String feature, Instant now) {
    Sheet current = sheet;
    if (!current.day().has(now)) return 0;
    String key = key(link, feature);
    AtomicLong own = current.own().get(key);
    return current.others().getOrDefault(key, 0L) + (own == null ? 0 : own.get());
  }

  /** Adds, and tells the sum of the day. */
  long add(String link, String feature, int segments, Instant now) {
    Sheet current = sheet.day().has(now) ? sheet : turned(now);
    soon();
    String key = key(link, feature);
    long own = current.own().computeIfAbsent(key, fresh -> new AtomicLong()).addAndGet(segments);
    return own + current.others().getOrDefault(key, 0L);
  }

  /** Whether this is the first time in the day that this process says so of this feature. */
  boolean first(String link, String feature, int percent, Instant now) {
    Sheet current = sheet;
    return current.day().has(now) && current.said().add(key(link, feature) + ' ' + percent);
  }

  /** A new day: what the old one holds unwritten is written. */
  private synchronized Sheet turned(Instant now) {
    if (sheet.day().has(now)) return sheet;
    Sheet old = sheet;
    loop.execute(() -> write(old));
    sheet = Sheet.of(Day.of(now));
    return sheet;
  }

  private void soon() {
    if (due.compareAndSet(false, true)) loop.after(failing ? PATIENCE : PERIOD, this::balance);
  }

  private void balance() {
    due.set(false);
    write(sheet);
    read();
  }

  /** The sums, not what came since: writing them twice changes nothing. */
  private void write(Sheet from) {
    if (from.own().isEmpty()) return;
    Map<String, Long> sums = new HashMap<>();
    from.own().forEach((key, sum) -> sums.put(key, sum.get()));
    Map<String, Object> fields = Map.of(DAY, from.day().name(), SEGMENTS, sums);
    loop.when(
        store.merge(COLLECTION, from.day().name() + ':' + process, fields, Priority.BACKGROUND),
        (done, failure) -> {
          if (failure != null && !failing)
            LOG.warn("the day's segments could not be stored, trying on");
          failing = failure != null;
          if (failing && !stopped) soon();
        });
  }

  private void read() {
    Sheet into = sheet;
    Query day = new Query(DAY, Map.of(), into.day().name(), into.day().next(), null, MOST);
    loop.when(
        store.find(COLLECTION, day),
        (page, failure) -> {
          if (page != null) take(into, page);
          else if (!stopped) soon();
        });
  }

  private void take(Sheet into, Page page) {
    Map<String, Long> sums = new HashMap<>();
    for (Document document : page.documents())
      if (!document.id().endsWith(':' + process)) add(document, sums);
    into.others().putAll(sums);
  }

  private void add(Document document, Map<String, Long> sums) {
    try {
      for (Map.Entry<String, JsonNode> one :
          mapper.readTree(document.json()).path(SEGMENTS).properties())
        sums.merge(one.getKey(), one.getValue().asLong(), Long::sum);
    } catch (JacksonException e) {
      LOG.warn("a day's segments cannot be read: {}", document.id());
    }
  }

  private static String key(String link, String feature) {
    return link + ' ' + feature;
  }
}
