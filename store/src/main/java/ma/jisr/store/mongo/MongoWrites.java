package ma.jisr.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Lease;
import ma.jisr.store.Outcome;
import ma.jisr.store.Query;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The writes of one collection that are not batched: deletions, leases, retention, statistics. */
record MongoWrites(MongoCollection<BsonDocument> collection) {
  /** How often an upsert is tried when another one made the document at the same moment. */
  private static final int UPSERTS = 5;

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  CompletableFuture<Outcome> delete(String id, long version) {
    return Answers.of(collection.deleteOne(Filters.version(id, version)))
        .thenCompose(
            results ->
                results.getFirst().getDeletedCount() == 1
                    ? CompletableFuture.completedFuture(Outcome.DELETED)
                    : new MongoReads(collection)
                        .get(id)
                        .thenApply(d -> d.isPresent() ? Outcome.CONFLICT : Outcome.MISSING))
        .exceptionallyCompose(
            error ->
                Faults.neverSent(error)
                    ? CompletableFuture.failedFuture(error)
                    : CompletableFuture.completedFuture(Outcome.UNKNOWN));
  }

  /**
   * Candidates first, then one compare-and-set each on the token seen, so that concurrent claimers
   * do not all queue for the first document. A token is at least the time of the claim, so that it
   * rises even when the document was erased and made again in between.
   */
  CompletableFuture<List<Lease>> claim(
      IndexSpec index, Query query, String holder, Instant now, Duration hold) {
    BsonDocument free =
        Filters.of(index, query)
            .append("u", new BsonDocument("$lte", new BsonInt64(now.toEpochMilli())));
    return new MongoReads(collection)
        .found(free, Filters.order(index, false), query.limit())
        .thenCompose(
            candidates -> {
              List<CompletableFuture<List<Lease>>> tries = new ArrayList<>();
              for (BsonDocument one : candidates)
                tries.add(hold(free, one, holder, now, now.plus(hold)));
              return CompletableFuture.allOf(tries.toArray(CompletableFuture<?>[]::new))
                  .thenApply(all -> tries.stream().flatMap(one -> one.join().stream()).toList());
            });
  }

  private CompletableFuture<List<Lease>> hold(
      BsonDocument free, BsonDocument candidate, String holder, Instant now, Instant until) {
    long seen = candidate.getNumber("t").longValue();
    long token = Math.max(seen + 1, now.toEpochMilli());
    BsonDocument filter =
        free.clone().append("_id", candidate.get("_id")).append("t", new BsonInt64(seen));
    BsonDocument set =
        new BsonDocument("t", new BsonInt64(token))
            .append("h", new BsonString(holder))
            .append("u", new BsonInt64(until.toEpochMilli()));
    return Answers.of(
            collection.findOneAndUpdate(
                filter,
                new BsonDocument("$set", set),
                new FindOneAndUpdateOptions()
                    .returnDocument(ReturnDocument.AFTER)
                    .maxTime(MongoReads.MAX_TIME, TimeUnit.MILLISECONDS)))
        .thenApply(
            held -> held.stream().map(d -> new Lease(Filters.document(d), token, until)).toList());
  }

  /** Sets a held lease's end; 0 gives it back. */
  CompletableFuture<Boolean> lease(Lease lease, long until) {
    BsonDocument filter =
        Filters.id(lease.document().id())
            .append("t", new BsonInt64(lease.token()))
            .append("u", new BsonDocument("$gt", new BsonInt64(0)));
    return Answers.of(
            collection.updateOne(
                filter, new BsonDocument("$set", new BsonDocument("u", new BsonInt64(until)))))
        .thenApply(results -> results.getFirst().getMatchedCount() == 1);
  }

  CompletableFuture<Integer> deleteRange(IndexSpec index, Object before, int limit) {
    BsonDocument below =
        new BsonDocument(
            Filters.field(index.sort()), new BsonDocument("$lt", Filters.value(before)));
    return new MongoReads(collection)
        .found(below, Filters.order(index, false), limit)
        .thenCompose(
            found -> {
              BsonArray ids = new BsonArray();
              for (BsonDocument one : found) ids.add(one.get("_id"));
              if (ids.isEmpty()) return CompletableFuture.completedFuture(0);
              return Answers.of(
                      collection.deleteMany(
                          below.clone().append("_id", new BsonDocument("$in", ids))))
                  .thenApply(results -> (int) results.getFirst().getDeletedCount());
            });
  }

  CompletableFuture<Void> merge(String id, Map<String, String> fields) {
    BsonDocument set = new BsonDocument();
    fields.forEach((name, json) -> set.append(Filters.field(name), Bodies.value(json)));
    return upsert(id, new BsonDocument("$set", set), new BsonDocument());
  }

  CompletableFuture<Void> increment(String id, Map<String, Long> deltas) {
    BsonDocument inc = new BsonDocument();
    deltas.forEach((name, delta) -> inc.append(Filters.field(name), new BsonInt64(delta)));
    return upsert(id, new BsonDocument(), inc);
  }

  private CompletableFuture<Void> upsert(String id, BsonDocument changes, BsonDocument inc) {
    BsonDocument update =
        changes
            .append("$inc", inc.append("v", new BsonInt64(1)))
            .append(
                "$setOnInsert",
                new BsonDocument("w", new BsonString(""))
                    .append("t", new BsonInt64(0))
                    .append("u", new BsonInt64(0)));
    return upsert(Filters.id(id), update, UPSERTS);
  }

  private CompletableFuture<Void> upsert(BsonDocument filter, BsonDocument update, int tries) {
    return Answers.of(collection.updateOne(filter, update, UPSERT))
        .thenCompose(results -> CompletableFuture.allOf())
        .exceptionallyCompose(
            error -> {
              Throwable cause = error instanceof CompletionException ? error.getCause() : error;
              boolean raced =
                  cause instanceof MongoException known && known.getCode() == Faults.DUPLICATE_KEY;
              return raced && tries > 1
                  ? upsert(filter, update, tries - 1)
                  : CompletableFuture.failedFuture(error);
            });
  }
}
