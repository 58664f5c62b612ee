package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.KeyedHash;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * Addresses to which nothing goes unasked, whoever has them: keyed hashes under a key of this
 * list's own, so that they tell nothing and outlive the person who said STOP. Who is met anew is
 * looked up here. Callable from any thread.
 */
final class StopList {
  private static final int SCHEMA = 1;

  private final Store store;
  private final KeyedHash names;

  StopList(Store store, Keys keys) {
    this.store = store;
    this.names = new KeyedHash(keys.part("stops"));
  }

  CompletableFuture<Boolean> stopped(Address address) {
    return store
        .get(SessionCollections.STOPS, names.alias(address))
        .thenApply(found -> found.isPresent());
  }

  CompletableFuture<Void> stop(Address address, Instant now) {
    String json = "{\"schema\":" + SCHEMA + ",\"at\":" + now.toEpochMilli() + '}';
    Document document = new Document(names.alias(address), 0, "stop", json);
    return store
        .insert(SessionCollections.STOPS, List.of(document), Priority.TURN)
        .thenApply(_ -> null);
  }

  CompletableFuture<Void> join(Address address) {
    return store
        .deleteIf(SessionCollections.STOPS, names.alias(address), 0, Priority.TURN)
        .thenApply(_ -> null);
  }
}
