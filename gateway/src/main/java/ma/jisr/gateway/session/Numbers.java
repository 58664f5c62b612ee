package ma.jisr.gateway.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/** Reads the number out of a person's document, as it is stored. Callable from any thread. */
final class Numbers {
  static final String TELEPHONE = "tel";

  private final Loop loop;
  private final Store store;
  private final PersonReader reader;

  /**
   * @param loop on which documents are opened
   */
  Numbers(Loop loop, Store store, Keys keys) {
    this.loop = loop;
    this.store = store;
    this.reader = new PersonReader(keys);
  }

  CompletableFuture<Optional<String>> of(String person) {
    CompletableFuture<Optional<String>> told = new CompletableFuture<>();
    loop.when(
        store.get(SessionCollections.PEOPLE, person),
        (found, failure) -> {
          if (found == null)
            told.completeExceptionally(new IllegalStateException("the store gave none", failure));
          else open(found, told);
        });
    return told;
  }

  private void open(Optional<Document> found, CompletableFuture<Optional<String>> told) {
    try {
      told.complete(
          found.flatMap(stored -> reader.read(stored).address(TELEPHONE)).map(Address::value));
    } catch (SchemaException | KeyException e) {
      told.completeExceptionally(e);
    }
  }
}
