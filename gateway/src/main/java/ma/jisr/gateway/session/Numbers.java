package ma.jisr.gateway.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.flow.person.Person;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/**
 * Reads what others are told out of a person's document, as it is stored. Callable from any thread.
 */
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
    return read(person, document -> document.address(TELEPHONE).map(Address::value));
  }

  private <T> CompletableFuture<Optional<T>> read(
      String person, Function<PersonDocument, Optional<T>> what) {
    CompletableFuture<Optional<T>> told = new CompletableFuture<>();
    loop.when(
        store.get(SessionCollections.PEOPLE, person),
        (found, failure) -> {
          if (found == null)
            told.completeExceptionally(new IllegalStateException("the store gave none", failure));
          else open(found, what, told);
        });
    return told;
  }

  /** The person as stored: what they are, and where their texts go. */
  CompletableFuture<Optional<Person>> stored(String person) {
    return read(person, document -> Optional.of(document.person()));
  }

  private <T> void open(
      Optional<Document> found,
      Function<PersonDocument, Optional<T>> what,
      CompletableFuture<Optional<T>> told) {
    try {
      told.complete(found.flatMap(stored -> what.apply(reader.read(stored))));
    } catch (SchemaException | KeyException e) {
      told.completeExceptionally(e);
    }
  }
}
