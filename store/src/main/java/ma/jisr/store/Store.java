package ma.jisr.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Documents kept durably. Every method returns at once; futures complete on a thread of the
 * store's: hop to your loop first. A write's future completes when it is durable (SQLite: fsynced
 * group commit; MongoDB: majority and journal). All collections are declared when the store is
 * opened.
 */
public interface Store extends AutoCloseable {
  /**
   * Inserts each document (version 0, distinct ids, at most {@link Query#MAX_LIMIT}) unless its id
   * is taken; one outcome per item, in order: INSERTED, EXISTS or UNKNOWN. The call is not one
   * unit: when it fails, some may have been inserted, and repeating it answers EXISTS for those.
   */
  CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority);

  /**
   * Replaces a document whose stored version is {@code next.version() - 1}: REPLACED, CONFLICT,
   * MISSING or UNKNOWN. Never inserts. Lease fields are kept.
   */
  CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority);

  /** Deletes a document of exactly this version: DELETED, CONFLICT, MISSING or UNKNOWN. */
  CompletableFuture<Outcome> deleteIf(
      String collection, String id, long version, Priority priority);

  CompletableFuture<Optional<Document>> get(String collection, String id);

  /** The documents that exist, by id; at most {@link Query#MAX_LIMIT} ids. */
  CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids);

  CompletableFuture<Page> find(String collection, Query query);

  /**
   * The page of each of these searches, in their order; at most {@link Query#MAX_LIMIT} of them.
   * Many small ones cost a fraction of as many calls of {@link #find}.
   */
  default CompletableFuture<List<Page>> findEach(String collection, List<Query> queries) {
    try {
      Catalog.checkQueries(queries);
    } catch (StoreException e) {
      return CompletableFuture.failedFuture(e);
    }
    List<CompletableFuture<Page>> pages = new ArrayList<>(queries.size());
    for (Query query : queries) pages.add(find(collection, query));
    return CompletableFuture.allOf(pages.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> pages.stream().map(CompletableFuture::join).toList());
  }

  /** All documents by id, behind {@code after} ("" to start), at most {@code limit}. */
  CompletableFuture<List<Document>> scan(String collection, String after, int limit);

  /** How many documents match, counted no further than {@code bound}. */
  CompletableFuture<Long> count(String collection, Query query, long bound);

  /**
   * Claims up to {@code query.limit()} documents that match and that nobody holds at {@code now},
   * in the query's order, until {@code now + hold}. Touches lease fields only, never the version.
   */
  CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold);

  /**
   * Extends a lease; false when the token has been overtaken, the lease given back or the document
   * gone.
   */
  CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until);

  /** Gives a lease back; false in the same cases. */
  CompletableFuture<Boolean> release(String collection, Lease lease);

  /**
   * Retention: deletes up to {@code limit} documents whose sort value of the index is below {@code
   * before} and of its type, oldest first; returns how many. The index has no equality fields.
   * Written as background.
   */
  CompletableFuture<Integer> deleteRange(String collection, String index, Object before, int limit);

  /**
   * The days of which a daily collection has a part, oldest first. A part is made by the first
   * insert into it, takes inserts only, and reads as empty before; it is named by {@link DayPart}.
   */
  CompletableFuture<List<LocalDate>> days(String collection);

  /**
   * Retention: drops the parts of a daily collection that are older than this day; returns how
   * many. Idempotent. Written as background.
   */
  CompletableFuture<Integer> drop(String collection, LocalDate before);

  /**
   * Statistics and derived data only: sets top-level fields (Strings, numbers, Booleans, Lists and
   * Maps of them), inserting the document when it is missing. Raises the version, so that a
   * replacement of an older reading conflicts; keeps the write id.
   */
  CompletableFuture<Void> merge(
      String collection, String id, Map<String, Object> fields, Priority priority);

  /**
   * Statistics only: adds to top-level integer fields, inserting the document when it is missing.
   * Raises the version. Not idempotent: after UNREACHABLE it may have been added or not. A field of
   * another type is INVALID.
   */
  CompletableFuture<Void> increment(
      String collection, String id, Map<String, Long> deltas, Priority priority);

  /** Finishes queued writes, then closes. Idempotent. */
  @Override
  void close();
}
