package ma.jisr.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import ma.jisr.store.Outcome;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * A batch of distinct documents: one bulk of inserts, one of updates, each item judged by itself.
 * An insert is judged by its own error. An update has none, so when the count of a bulk that
 * succeeded says that some filters did not match, the documents are read back.
 */
final class Batch {
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<BsonDocument> collection;
  private final List<Item> inserts = new ArrayList<>();
  private final List<Item> updates = new ArrayList<>();

  Batch(MongoCollection<BsonDocument> collection, List<Item> items) {
    this.collection = collection;
    for (Item item : items) (item.insert() ? inserts : updates).add(item);
  }

  /** Answers every item; then completes. */
  CompletableFuture<?> write() {
    return CompletableFuture.allOf(
        bulk(inserts, this::insert, result -> all(inserts, Outcome.INSERTED), this::inserted),
        bulk(updates, this::update, this::updated, error -> unknown(updates)));
  }

  private CompletableFuture<List<Item>> bulk(
      List<Item> items,
      Function<Item, WriteModel<BsonDocument>> model,
      Function<BulkWriteResult, CompletableFuture<List<Item>>> success,
      Function<MongoBulkWriteException, CompletableFuture<List<Item>>> failure) {
    if (items.isEmpty()) return CompletableFuture.completedFuture(items);
    List<WriteModel<BsonDocument>> models = new ArrayList<>();
    for (Item item : items) models.add(model.apply(item));
    return Answers.of(collection.bulkWrite(models, UNORDERED))
        .thenCompose(results -> success.apply(results.getFirst()))
        .exceptionallyCompose(error -> failed(items, error, failure));
  }

  private static CompletableFuture<List<Item>> failed(
      List<Item> items,
      Throwable error,
      Function<MongoBulkWriteException, CompletableFuture<List<Item>>> failure) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    if (cause instanceof MongoBulkWriteException bulk) return failure.apply(bulk);
    if (cause != null && Faults.neverSent(cause)) return CompletableFuture.failedFuture(cause);
    return unknown(items);
  }

  private WriteModel<BsonDocument> insert(Item item) {
    return new InsertOneModel<>(Filters.stored(item.document(), item.body()));
  }

  /** Never upserts, and leaves the lease alone. */
  private WriteModel<BsonDocument> update(Item item) {
    BsonDocument set =
        new BsonDocument("v", new BsonInt64(item.document().version()))
            .append("w", new BsonString(item.document().writeId()))
            .append("b", item.body());
    return new UpdateOneModel<>(
        Filters.version(item.document().id(), item.document().version() - 1),
        new BsonDocument("$set", set));
  }

  /** An item without an error of its own is in, unless the majority has not said so. */
  private CompletableFuture<List<Item>> inserted(MongoBulkWriteException error) {
    Map<Integer, Integer> codes = new HashMap<>();
    for (BulkWriteError one : error.getWriteErrors()) codes.put(one.getIndex(), one.getCode());
    boolean durable = error.getWriteConcernError() == null;
    for (int i = 0; i < inserts.size(); i++) {
      Integer code = codes.get(i);
      Item item = inserts.get(i);
      if (code == null) item.complete(durable ? Outcome.INSERTED : Outcome.UNKNOWN);
      else if (code == Faults.DUPLICATE_KEY) item.complete(Outcome.EXISTS);
      else item.answer().completeExceptionally(Faults.of(code, error));
    }
    return CompletableFuture.completedFuture(inserts);
  }

  private CompletableFuture<List<Item>> updated(BulkWriteResult result) {
    if (result.getMatchedCount() == updates.size()) return all(updates, Outcome.REPLACED);
    BsonArray ids = new BsonArray();
    for (Item item : updates) ids.add(new BsonString(item.document().id()));
    return Answers.of(
            collection
                .find(new BsonDocument("_id", new BsonDocument("$in", ids)))
                .projection(Projections.include("v", "w"))
                .batchSize(updates.size()))
        .thenCompose(found -> readBack(found, result.getMatchedCount()))
        .exceptionallyCompose(error -> unknown(updates));
  }

  /**
   * A document that has moved on past our version may or may not have had it. How many of those
   * were ours follows from the count: mostly none or all; otherwise they stay unknown.
   */
  private CompletableFuture<List<Item>> readBack(List<BsonDocument> found, int matched) {
    Map<String, BsonDocument> stored = new HashMap<>();
    for (BsonDocument one : found) stored.put(one.getString("_id").getValue(), one);
    List<Item> like = new ArrayList<>();
    List<Item> past = new ArrayList<>();
    for (Item item : updates) {
      BsonDocument now = stored.get(item.document().id());
      long ahead = now == null ? 0 : now.getNumber("v").longValue() - item.document().version();
      if (now == null) item.complete(Outcome.MISSING);
      else if (ahead > 0) past.add(item);
      else if (ahead == 0 && now.getString("w").getValue().equals(item.document().writeId()))
        like.add(item);
      else item.complete(Outcome.CONFLICT);
    }
    int ours = matched - like.size();
    if (matched == 0 || ours < 0) {
      Outcome outcome = matched == 0 ? Outcome.CONFLICT : Outcome.UNKNOWN;
      return all(like, outcome).thenCompose(done -> all(past, outcome));
    }
    Outcome outcome = ours == past.size() ? Outcome.REPLACED : Outcome.UNKNOWN;
    return all(like, Outcome.REPLACED)
        .thenCompose(done -> all(past, ours == 0 ? Outcome.CONFLICT : outcome));
  }

  private static CompletableFuture<List<Item>> unknown(List<Item> items) {
    return all(items, Outcome.UNKNOWN);
  }

  private static CompletableFuture<List<Item>> all(List<Item> items, Outcome outcome) {
    for (Item item : items) item.complete(outcome);
    return CompletableFuture.completedFuture(items);
  }
}
