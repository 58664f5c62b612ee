package ma.jisr.gateway.session;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.Address;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * Who ties something lasting to the person behind an address, heard of or not: an agent's account.
 * The alias is written a second time, so that {@link FirstContact}, which takes back aliases as
 * they were first written, leaves it: whoever is forgotten and comes again is the same person.
 * Callable from any thread.
 */
public final class Enrolment {
  /** Tries against first contacts and forgetting at the same moment. */
  private static final int MOST_TRIES = 5;

  private final JsonMapper mapper = Json.mapper();
  private final Store store;
  private final Keys keys;
  private final Ulids ids;
  private final InstantSource clock;

  public Enrolment(Store store, Keys keys, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.ids = new Ulids(random);
  }

  /** The random id of the person who has this address from now on. */
  public CompletableFuture<String> person(Address address) {
    return person(keys.alias(address), 1);
  }

  private CompletableFuture<String> person(String alias, int attempt) {
    if (attempt > MOST_TRIES)
      return CompletableFuture.failedFuture(
          new IllegalStateException("an alias changes all the time"));
    return store
        .get(SessionCollections.ALIASES, alias)
        .thenCompose(
            found -> found.isPresent() ? keep(found.get(), attempt) : make(alias, attempt));
  }

  private CompletableFuture<String> make(String alias, int attempt) {
    String person = ids.next(clock.instant());
    return store
        .insert(SessionCollections.ALIASES, List.of(document(alias, 0, person)), Priority.TURN)
        .thenCompose(outcomes -> person(alias, attempt + 1));
  }

  private CompletableFuture<String> keep(Document alias, int attempt) {
    String person = Aliases.person(alias);
    if (person.isEmpty())
      return CompletableFuture.failedFuture(new SchemaException("an alias cannot be read"));
    if (alias.version() > 0) return CompletableFuture.completedFuture(person);
    return store
        .replaceIf(SessionCollections.ALIASES, document(alias.id(), 1, person), Priority.TURN)
        .thenCompose(
            outcome ->
                outcome == Outcome.REPLACED
                    ? CompletableFuture.completedFuture(person)
                    : person(alias.id(), attempt + 1));
  }

  private Document document(String alias, long version, String person) {
    String json =
        mapper.createObjectNode().put("schema", Aliases.SCHEMA).put("person", person).toString();
    return new Document(alias, version, person, json);
  }
}
