package ma.jisr.app.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * A store whose answers are counted, and which the process may not survive: after the chosen write
 * nothing is answered.
 */
final class WatchedStore implements Store {
  private final Store inner;
  private final Outstanding outstanding;
  private final int crashAfter;
  private int writes;
  private volatile boolean crashed;

  /**
   * @param crashAfter the write, counted from 1, whose answer never comes; 0 for none
   */
  WatchedStore(Store inner, Outstanding outstanding, int crashAfter) {
    this.inner = inner;
    this.outstanding = outstanding;
    this.crashAfter = crashAfter;
  }

  /** Whether the chosen write is durable and the process that made it is to be taken for dead. */
  boolean crashed() {
    return crashed;
  }

  int writes() {
    return writes;
  }

  private <T> CompletableFuture<T> read(CompletableFuture<T> answer) {
    return crashed ? new CompletableFuture<>() : outstanding.counted(answer);
  }

  private <T> CompletableFuture<T> write(CompletableFuture<T> answer) {
    writes++;
    if (crashed || writes != crashAfter) return read(answer);
    answer.join(); // durable, but nobody hears of it
    crashed = true;
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority) {
    return write(inner.insert(collection, documents, priority));
  }

  @Override
  public CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority) {
    return write(inner.replaceIf(collection, next, priority));
  }

  @Override
  public CompletableFuture<Outcome> deleteIf(
      String collection, String id, long version, Priority priority) {
    return write(inner.deleteIf(collection, id, version, priority));
  }

  @Override
  public CompletableFuture<Optional<Document>> get(String collection, String id) {
    return read(inner.get(collection, id));
  }

  @Override
  public CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids) {
    return read(inner.getAll(collection, ids));
  }

  @Override
  public CompletableFuture<Page> find(String collection, Query query) {
    return read(inner.find(collection, query));
  }

  @Override
  public CompletableFuture<List<Document>> scan(String collection, String after, int limit) {
    return read(inner.scan(collection, after, limit));
  }

  @Override
  public CompletableFuture<Long> count(String collection, Query query, long bound) {
    return read(inner.count(collection, query, bound));
  }

  @Override
  public CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold) {
    return read(inner.claim(collection, query, holder, now, hold));
  }

  @Override
  public CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until) {
    return read(inner.renew(collection, lease, until));
  }

  @Override
  public CompletableFuture<Boolean> release(String collection, Lease lease) {
    return read(inner.release(collection, lease));
  }

  @Override
  public CompletableFuture<Integer> deleteRange(
      String collection, String index, Object before, int limit) {
    return read(inner.deleteRange(collection, index, before, limit));
  }

  @Override
  public CompletableFuture<List<LocalDate>> days(String collection) {
    return read(inner.days(collection));
  }

  @Override
  public CompletableFuture<Integer> drop(String collection, LocalDate before) {
    return write(inner.drop(collection, before));
  }

  @Override
  public CompletableFuture<Void> merge(
      String collection, String id, Map<String, Object> fields, Priority priority) {
    return write(inner.merge(collection, id, fields, priority));
  }

  @Override
  public CompletableFuture<Void> increment(
      String collection, String id, Map<String, Long> deltas, Priority priority) {
    return write(inner.increment(collection, id, deltas, priority));
  }

  /** The store belongs to whoever opened it: a crash closes nothing. */
  @Override
  public void close() {}
}
