package ma.jisr.store.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import ma.jisr.store.Catalog;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/** The embedded store: a folder with {@code live.db} and {@code bulk.db}, for one process. */
public final class SqliteStore implements Store {
  private final Catalog catalog;
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<Area, AreaFile> files = new EnumMap<>(Area.class);
  private final FolderLock lock;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SqliteStore(FolderLock lock, Path folder, List<CollectionSpec> specs, Settings settings) {
    this.lock = lock;
    catalog = new Catalog(specs);
    try {
      for (Area area : Area.values()) {
        List<Table> own = new ArrayList<>();
        List<CollectionSpec> daily = new ArrayList<>();
        List<CollectionSpec> others = new ArrayList<>();
        for (CollectionSpec spec : specs)
          if (spec.area() != area) others.add(spec);
          else if (spec.daily()) daily.add(spec);
          else own.add(new Table(spec));
        for (Table table : own) tables.put(table.spec().name(), table);
        files.put(area, AreaFile.open(AreaFile.path(folder, area), own, daily, others, settings));
      }
    } catch (StoreException e) {
      files.values().forEach(AreaFile::close);
      throw e;
    }
  }

  /**
   * Opens or makes the folder (0700) and its files (0600), checking every page's structure: before
   * anything is read from a small file, while it is in use for one above 64 MB.
   *
   * @throws StoreException LOCKED when another process has it, DAMAGED when a file is not whole or
   *     of a newer release, FULL, INVALID
   */
  public static SqliteStore open(Path folder, List<CollectionSpec> specs) {
    return open(folder, specs, Settings.usual());
  }

  /**
   * The same for a world that is thrown away afterwards, a transcript or a test: what is written
   * survives the process, not the machine. A write costs a fraction of a durable one.
   */
  public static SqliteStore scratch(Path folder, List<CollectionSpec> specs) {
    return open(folder, specs, Settings.usual().unsynced());
  }

  static SqliteStore open(Path folder, List<CollectionSpec> specs, Settings settings) {
    Folders.make(folder);
    FolderLock lock = FolderLock.take(folder);
    try {
      return new SqliteStore(lock, folder, specs, settings);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority) {
    return attempt(
        () -> {
          Table table = table(collection);
          Catalog.checkInsert(documents);
          Insert insert = new Insert(table, List.copyOf(documents));
          AreaFile file = file(collection);
          return tables.containsKey(collection)
              ? file.write(insert, priority)
              : file.insert(table, insert, priority);
        });
  }

  @Override
  public CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority) {
    return write(
        collection,
        priority,
        table -> {
          Catalog.checkDocument(next, 1);
          return Change.replace(table, next);
        });
  }

  @Override
  public CompletableFuture<Outcome> deleteIf(
      String collection, String id, long version, Priority priority) {
    return write(
        collection,
        priority,
        table -> {
          Catalog.checkId(id);
          return Change.delete(table, id, version);
        });
  }

  @Override
  public CompletableFuture<Optional<Document>> get(String collection, String id) {
    return read(collection, Optional.empty(), table -> s -> Rows.get(s, table, id));
  }

  @Override
  public CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids) {
    return read(
        collection,
        Map.of(),
        table -> {
          Catalog.checkIds(ids);
          List<String> asked = List.copyOf(ids);
          return s -> Rows.all(s, table, asked);
        });
  }

  @Override
  public CompletableFuture<Page> find(String collection, Query query) {
    return read(
        collection,
        new Page(List.of(), null),
        table -> {
          IndexSpec index = catalog.index(collection, query);
          return s -> Rows.find(s, table, index, query);
        });
  }

  @Override
  public CompletableFuture<List<Page>> findEach(String collection, List<Query> queries) {
    return read(
        collection,
        Collections.nCopies(queries.size(), new Page(List.of(), null)),
        table -> {
          Catalog.checkQueries(queries);
          List<Rows.Asked> asked = new ArrayList<>(queries.size());
          for (Query query : queries)
            asked.add(new Rows.Asked(catalog.index(collection, query), query));
          return s -> Rows.each(s, table, asked);
        });
  }

  @Override
  public CompletableFuture<List<Document>> scan(String collection, String after, int limit) {
    return read(
        collection,
        List.of(),
        table -> {
          Catalog.checkLimit(limit);
          return s -> Rows.scan(s, table, after, limit);
        });
  }

  @Override
  public CompletableFuture<Long> count(String collection, Query query, long bound) {
    return read(
        collection,
        0L,
        table -> {
          IndexSpec index = catalog.index(collection, query);
          return s -> Rows.count(s, table, index, query, bound);
        });
  }

  @Override
  public CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold) {
    return write(
        collection,
        Priority.TURN,
        table -> new Claim(table, catalog.index(collection, query), query, holder, now, hold));
  }

  @Override
  public CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until) {
    return write(collection, Priority.TURN, table -> new LeaseChange(table, lease, until));
  }

  @Override
  public CompletableFuture<Boolean> release(String collection, Lease lease) {
    return write(collection, Priority.TURN, table -> new LeaseChange(table, lease, null));
  }

  @Override
  public CompletableFuture<Integer> deleteRange(
      String collection, String index, Object before, int limit) {
    return write(
        collection,
        Priority.BACKGROUND,
        table ->
            new DeleteRange(
                table, catalog.retention(collection, index, before, limit), before, limit));
  }

  @Override
  public CompletableFuture<List<LocalDate>> days(String collection) {
    return attempt(
        () ->
            CompletableFuture.completedFuture(
                parts(catalog.daily(collection)).stream().map(DayPart::day).toList()));
  }

  @Override
  public CompletableFuture<Integer> drop(String collection, LocalDate before) {
    return attempt(
        () -> {
          CollectionSpec daily = catalog.daily(collection);
          List<DayPart> old =
              parts(daily).stream().filter(part -> part.day().isBefore(before)).toList();
          return file(daily).drop(old);
        });
  }

  private List<DayPart> parts(CollectionSpec daily) {
    return catalog.parts(daily.name(), file(daily).parts().names());
  }

  @Override
  public CompletableFuture<Void> merge(
      String collection, String id, Map<String, Object> fields, Priority priority) {
    return write(
        collection,
        priority,
        table -> {
          Catalog.checkId(id);
          return Upsert.merge(table, id, Catalog.fieldTexts(fields));
        });
  }

  @Override
  public CompletableFuture<Void> increment(
      String collection, String id, Map<String, Long> deltas, Priority priority) {
    return write(
        collection,
        priority,
        table -> {
          Catalog.checkId(id);
          Catalog.checkFields(deltas.keySet());
          return Upsert.increment(table, id, new LinkedHashMap<>(deltas));
        });
  }

  /** Makes a write or a read for a table, or throws why it is wrong. */
  private interface Make<R> {
    R of(Table table);
  }

  private <T> CompletableFuture<T> write(
      String collection, Priority priority, Make<Write<T>> make) {
    return attempt(
        () -> {
          catalog.changeable(collection);
          return file(collection).write(make.of(table(collection)), priority);
        });
  }

  private <T> CompletableFuture<T> read(String collection, T empty, Make<Readers.Read<T>> make) {
    return attempt(
        () -> {
          Readers.Read<T> read = make.of(table(collection));
          AreaFile file = file(collection);
          return file.read(
              tables.containsKey(collection)
                  ? read
                  : file.parts().reading(collection, read, empty));
        });
  }

  private static <T> CompletableFuture<T> attempt(Supplier<CompletableFuture<T>> call) {
    try {
      return call.get();
    } catch (StoreException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Table table(String collection) {
    Table table = tables.get(collection);
    if (table != null) return table;
    CollectionSpec part = catalog.collection(collection);
    Table known = file(part).parts().known(collection);
    return known == null ? new Table(part) : known;
  }

  private AreaFile file(String collection) {
    return file(catalog.collection(collection));
  }

  private AreaFile file(CollectionSpec spec) {
    AreaFile file = files.get(spec.area());
    if (file == null) throw new IllegalStateException("a declared area has no file");
    return file;
  }

  /** From now on tells of every durable group of writes. */
  public void commits(Commits told) {
    for (AreaFile file : files.values()) file.commits(told);
  }

  /** Whether every page of every file has been found whole; completes when that is known. */
  CompletableFuture<Boolean> whole() {
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (AreaFile file : files.values()) all = all.thenCombine(file.whole(), Boolean::logicalAnd);
    return all;
  }

  /**
   * The full check of {@link StoreCheck}, beside the running work. Takes seconds per gigabyte;
   * blocks.
   */
  public StoreCheck.Report check() {
    return StoreCheck.running(lock, catalog.specs());
  }

  /** As the port says; not from a thread of the store's, whose end it waits for. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) return;
    files.values().forEach(AreaFile::close);
    lock.close();
  }
}
