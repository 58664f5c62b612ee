package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import ma.jisr.base.Loop;
import ma.jisr.gateway.limit.Newcomers;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind an address, for the addresses that one loop resolves: alias documents, {@code _id}
 * = keyed hash of the address, each naming a person. An unknown address becomes a new person, whose
 * alias is durable before the first turn. Those who ask for one address are told in the order in
 * which they asked.
 */
final class Aliases {
  /** The schema of alias documents. */
  static final int SCHEMA = 1;

  /** Ids tried for a new person: with two loops, one in a thousand is not near. */
  private static final int ID_TRIES = 10;

  private static final JsonMapper READER = Json.mapper();

  private final Loop loop;
  private final Store store;
  private final Ulids ids;
  private final Newcomers newcomers;
  private final JsonMapper mapper = Json.mapper();
  private final Map<String, List<BiConsumer<@Nullable String, @Nullable Throwable>>> asked =
      new HashMap<>();
  private final LinkedHashMap<String, String> known;
  private final Predicate<String> near;

  /**
   * @param most aliases kept in memory
   * @param near whether a person of this id would have their turns on this loop
   */
  Aliases(
      Loop loop, Store store, Ulids ids, Newcomers newcomers, int most, Predicate<String> near) {
    this.near = near;
    this.loop = loop;
    this.store = store;
    this.ids = ids;
    this.newcomers = newcomers;
    this.known =
        new LinkedHashMap<>(1024, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > most;
          }
        };
  }

  /** The person's id, when the alias is in memory. */
  @Nullable String known(String alias) {
    return known.get(alias);
  }

  /** The alias has no person any more. */
  void forget(String alias) {
    known.remove(alias);
  }

  /**
   * Tells the person's id on the loop, or a failure, or neither when nobody new is let in by this
   * link now.
   */
  void resolve(String alias, String link, BiConsumer<@Nullable String, @Nullable Throwable> told) {
    List<BiConsumer<@Nullable String, @Nullable Throwable>> waiting = asked.get(alias);
    if (waiting != null) {
      waiting.add(told);
      return;
    }
    asked.put(alias, new ArrayList<>(List.of(told)));
    read(alias, link);
  }

  private void read(String alias, @Nullable String newcomer) {
    loop.when(
        store.get(SessionCollections.ALIASES, alias),
        (found, failure) -> {
          if (found == null) tell(alias, null, failure);
          else if (found.isPresent()) found(alias, found.get());
          else if (newcomer != null) make(alias, newcomer);
          else tell(alias, null, new SchemaException("an alias that vanished"));
        });
  }

  /** Changes whom an alias names, if it names this person; null for nobody. */
  static CompletableFuture<Void> lead(
      Store store, String alias, String person, @Nullable String to) {
    return store
        .get(SessionCollections.ALIASES, alias)
        .thenCompose(
            found -> {
              if (found.isEmpty() || !person(found.get()).equals(person))
                return CompletableFuture.completedFuture(null);
              long version = found.get().version();
              CompletableFuture<Outcome> written =
                  to == null
                      ? store.deleteIf(SessionCollections.ALIASES, alias, version, Priority.TURN)
                      : store.replaceIf(
                          SessionCollections.ALIASES,
                          document(alias, version + 1, to),
                          Priority.TURN);
              return written.thenCompose(
                  outcome ->
                      outcome == Outcome.DELETED || outcome == Outcome.REPLACED
                          ? CompletableFuture.completedFuture(null)
                          : lead(store, alias, person, to));
            });
  }

  private static Document document(String alias, long version, String person) {
    String json = READER.createObjectNode().put("schema", SCHEMA).put("person", person).toString();
    return new Document(alias, version, person, json);
  }

  /** The person whom an alias document names; "" when it is none. */
  static String person(Document document) {
    try {
      return READER.readTree(document.json()).path("person").asText();
    } catch (JacksonException e) {
      return "";
    }
  }

  private void found(String alias, Document document) {
    try {
      JsonNode json = mapper.readTree(document.json());
      if (json.path("schema").asInt() > SCHEMA)
        throw new SchemaException("an alias of a newer release");
      tell(alias, json.path("person").asText(), null);
    } catch (JacksonException | SchemaException e) {
      tell(alias, null, e);
    }
  }

  /** Whoever inserts first names the person; the others read it. */
  private void make(String alias, String link) {
    if (!newcomers.admit(link)) {
      tell(alias, null, null);
      return;
    }
    String person = id();
    loop.when(
        store.insert(
            SessionCollections.ALIASES, List.of(document(alias, 0, person)), Priority.TURN),
        (outcomes, failure) -> {
          if (outcomes == null) tell(alias, null, failure);
          else if (outcomes.getFirst() == Outcome.INSERTED) tell(alias, person, null);
          else read(alias, null);
        });
  }

  /** An id whose turns need no other loop than this one, unless chance is against it. */
  private String id() {
    String id = ids.next(loop.now());
    for (int i = 0; i < ID_TRIES && !near.test(id); i++) id = ids.next(loop.now());
    return id;
  }

  private void tell(String alias, @Nullable String person, @Nullable Throwable failure) {
    if (person != null) known.put(alias, person);
    List<BiConsumer<@Nullable String, @Nullable Throwable>> waiting = asked.remove(alias);
    if (waiting == null) return;
    for (BiConsumer<@Nullable String, @Nullable Throwable> told : waiting)
      told.accept(person, failure);
  }
}
