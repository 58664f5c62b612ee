package ma.jisr.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** A connection to one database, with the time limits and the write concern of a durable store. */
final class Client implements AutoCloseable {
  /** Longest wait for a server, a connection of the pool or a handshake, milliseconds. */
  static final long SELECTION = 2_000;

  /** Longest wait for an answer, milliseconds: behind it a write is UNKNOWN. */
  private static final int ANSWER = 10_000;

  /** Longest wait of the server for its majority, milliseconds. */
  private static final long MAJORITY = 5_000;

  /** Longest wait for the making of one index at start, minutes: the collection may be large. */
  private static final long INDEX = 30;

  private final MongoClient client;
  private final MongoDatabase database;

  private Client(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.database = database;
  }

  /** Reads the URI, whose password is never repeated, and whose durability may not be less. */
  static Client of(String uri) {
    ConnectionString target = read(uri);
    if (weak(target.getWriteConcern()))
      throw new StoreException(
          Kind.INVALID,
          "the MongoDB URI asks for less than w=majority&journal=true: leave both out");
    String name = target.getDatabase();
    if (name == null)
      throw new StoreException(Kind.INVALID, "the MongoDB URI names no database: …/jisr");
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(target)
                .retryWrites(true)
                .writeConcern(
                    WriteConcern.MAJORITY
                        .withJournal(true)
                        .withWTimeout(MAJORITY, TimeUnit.MILLISECONDS))
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(
                    c -> c.serverSelectionTimeout(SELECTION, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                    s ->
                        s.connectTimeout(SELECTION, TimeUnit.MILLISECONDS)
                            .readTimeout(ANSWER, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(p -> p.maxWaitTime(SELECTION, TimeUnit.MILLISECONDS))
                .build());
    return new Client(client, client.getDatabase(name));
  }

  private static boolean weak(@Nullable WriteConcern asked) {
    if (asked == null) return false;
    Object w = asked.getWObject();
    return Boolean.FALSE.equals(asked.getJournal()) || (w != null && !"majority".equals(w));
  }

  private static ConnectionString read(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      // The cause may quote the URI and with it the password.
      throw new StoreException(Kind.INVALID, "not a MongoDB URI: mongodb://host:27017/jisr");
    }
  }

  MongoCollection<BsonDocument> collection(String name) {
    return database.getCollection(name, BsonDocument.class);
  }

  /** One after another, by explicit names, before anything else is asked of the server. */
  void makeIndexes(List<CollectionSpec> specs) {
    await(Answers.of(database.runCommand(new BsonDocument("ping", new org.bson.BsonInt32(1)))));
    for (CollectionSpec spec : specs)
      for (IndexSpec index : spec.indexes())
        await(
            Answers.of(
                collection(spec.name())
                    .createIndex(
                        Filters.order(index, true), new IndexOptions().name(index.name()))));
  }

  /** The names of all collections. */
  CompletableFuture<List<String>> names() {
    return Answers.of(database.listCollectionNames());
  }

  /** Drops collections, one after another; how many. */
  CompletableFuture<Integer> drop(List<String> names) {
    CompletableFuture<?> dropped = CompletableFuture.completedFuture(0);
    for (String name : names)
      dropped = dropped.thenCompose(before -> Answers.of(database.getCollection(name).drop()));
    return dropped.thenApply(last -> names.size());
  }

  private static void await(CompletableFuture<?> answer) {
    try {
      answer.get(INDEX, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw Faults.of(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new StoreException(Kind.UNREACHABLE, "MongoDB does not finish an index", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.UNREACHABLE, "interrupted while opening MongoDB", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
