package ma.jisr.store.mongo;

import com.mongodb.client.model.CountOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Cursor;
import ma.jisr.store.Document;
import ma.jisr.store.Page;
import ma.jisr.store.Query;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The reads of one collection: by id or by a declared index, always limited, always timed. */
record MongoReads(MongoCollection<BsonDocument> collection) {
  /** Longest work of the server on one read, milliseconds. */
  static final long MAX_TIME = 5_000;

  CompletableFuture<Optional<Document>> get(String id) {
    return found(Filters.id(id), BsonDocument.parse("{}"), 1)
        .thenApply(found -> found.stream().findFirst().map(Filters::document));
  }

  CompletableFuture<Map<String, Document>> all(List<String> ids) {
    if (ids.isEmpty()) return CompletableFuture.completedFuture(Map.of());
    BsonArray in = new BsonArray();
    for (String id : ids) in.add(new BsonString(id));
    return found(
            new BsonDocument("_id", new BsonDocument("$in", in)),
            BsonDocument.parse("{}"),
            ids.size())
        .thenApply(
            found -> {
              Map<String, Document> all = new HashMap<>();
              for (BsonDocument one : found) {
                Document document = Filters.document(one);
                all.put(document.id(), document);
              }
              return all;
            });
  }

  CompletableFuture<List<Document>> scan(String after, int limit) {
    return found(
            new BsonDocument("_id", new BsonDocument("$gt", new BsonString(after))),
            BsonDocument.parse("{_id: 1}"),
            limit)
        .thenApply(found -> found.stream().map(Filters::document).toList());
  }

  /** One document more than asked for is read, to know whether there is a rest. */
  CompletableFuture<Page> find(IndexSpec index, Query query) {
    List<BsonDocument> searches =
        query.after() == null
            ? List.of(Filters.of(index, query))
            : Filters.behind(index, query, Cursor.of(query.after()));
    return gather(index, searches, new ArrayList<>(), query.limit() + 1)
        .thenApply(
            found -> {
              boolean more = found.size() > query.limit();
              List<BsonDocument> page = more ? found.subList(0, query.limit()) : found;
              BsonDocument last = page.isEmpty() ? new BsonDocument() : page.getLast();
              String next =
                  more
                      ? new Cursor(Filters.sort(last, index), last.getString("_id").getValue())
                          .text()
                      : null;
              return new Page(page.stream().map(Filters::document).toList(), next);
            });
  }

  private CompletableFuture<List<BsonDocument>> gather(
      IndexSpec index, List<BsonDocument> searches, List<BsonDocument> found, int limit) {
    if (searches.isEmpty() || found.size() == limit)
      return CompletableFuture.completedFuture(found);
    return found(searches.getFirst(), Filters.order(index, false), limit - found.size())
        .thenCompose(
            more -> {
              found.addAll(more);
              return gather(index, searches.subList(1, searches.size()), found, limit);
            });
  }

  CompletableFuture<Long> count(IndexSpec index, Query query, long bound) {
    // To MongoDB a limit of 0 is none.
    if (bound <= 0) return CompletableFuture.completedFuture(0L);
    return Answers.of(
            collection.countDocuments(
                Filters.of(index, query),
                new CountOptions()
                    .limit((int) Math.min(bound, Integer.MAX_VALUE))
                    .maxTime(MAX_TIME, TimeUnit.MILLISECONDS)))
        .thenApply(List::getFirst);
  }

  CompletableFuture<List<BsonDocument>> found(BsonDocument filter, BsonDocument order, int limit) {
    FindPublisher<BsonDocument> find =
        collection
            .find(filter)
            .limit(limit)
            .batchSize(limit)
            .maxTime(MAX_TIME, TimeUnit.MILLISECONDS);
    return Answers.of(order.isEmpty() ? find : find.sort(order));
  }
}
