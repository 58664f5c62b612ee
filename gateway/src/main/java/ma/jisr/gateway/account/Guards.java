package ma.jisr.gateway.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * What only one account may have, a document each that names the account: its name, its person.
 * Whoever inserts first has it.
 */
final class Guards {
  private static final CollectionSpec SPEC =
      new CollectionSpec("account_guards", Area.LIVE, List.of());

  private final JsonMapper mapper = new JsonMapper();
  private final Store store;

  Guards(Store store) {
    this.store = store;
  }

  static CollectionSpec spec() {
    return SPEC;
  }

  static String name(String name) {
    return "name:" + name;
  }

  static String person(String person) {
    return "person:" + person;
  }

  /** The account that has it now: this one, or who came first. */
  CompletableFuture<String> claim(String what, String account) {
    String json = mapper.createObjectNode().put("account", account).toString();
    return store
        .insert(SPEC.name(), List.of(new Document(what, 0, account, json)), Priority.TURN)
        .thenCompose(inserted -> owner(what))
        .thenApply(owner -> owner.orElseThrow(() -> new AccountException("try again")));
  }

  /** Takes it from an account that was never made. */
  CompletableFuture<Void> move(String what, String account) {
    String json = mapper.createObjectNode().put("account", account).toString();
    return store
        .get(SPEC.name(), what)
        .thenCompose(
            found -> {
              long next = found.map(Document::version).orElse(-1L) + 1;
              return store.replaceIf(
                  SPEC.name(), new Document(what, next, account, json), Priority.TURN);
            })
        .thenCompose(done -> owner(what))
        .thenAccept(
            owner -> {
              if (!owner.equals(Optional.of(account))) throw new AccountException("try again");
            });
  }

  /** It is nobody's any more. */
  CompletableFuture<Void> drop(String what) {
    return store
        .get(SPEC.name(), what)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store.deleteIf(SPEC.name(), what, found.get().version(), Priority.BACKGROUND))
        .thenApply(_ -> null);
  }

  CompletableFuture<Optional<String>> owner(String what) {
    return store.get(SPEC.name(), what).thenApply(found -> found.map(this::account));
  }

  private String account(Document guard) {
    try {
      return mapper.readTree(guard.json()).path("account").asText();
    } catch (JacksonException e) {
      throw new IllegalStateException("a guard of accounts cannot be read", e);
    }
  }
}
