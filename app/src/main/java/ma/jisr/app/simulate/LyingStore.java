package ma.jisr.app.simulate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** Planted: stores that do or tell what is not so. */
final class LyingStore {
  private LyingStore() {}

  /** Replaces whatever is there, whoever wrote it since. */
  static Store over(Store store) {
    return lying(
        store,
        (method, given) ->
            method.equals("replaceIf")
                    && given[0] instanceof String collection
                    && given[1] instanceof Document next
                ? replace(store, collection, next)
                : null);
  }

  /** Has never heard of a text that was taken. */
  static Store unmarked(Store store) {
    return lying(
        store,
        (method, given) ->
            method.equals("findEach") && given[0].equals(SentMarks.COLLECTION)
                ? CompletableFuture.completedFuture(nothing((List<?>) given[1]))
                : null);
  }

  private static List<Page> nothing(List<?> queries) {
    return Collections.nCopies(queries.size(), new Page(List.of(), null));
  }

  /** What is answered instead of the truth; null for the truth. */
  private interface Lie {
    @Nullable Object answer(String method, Object[] given);
  }

  private static Store lying(Store store, Lie lie) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, given) -> {
              Object lied = given == null ? null : lie.answer(method.getName(), given);
              if (lied != null) return lied;
              try {
                return method.invoke(store, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static CompletableFuture<Outcome> replace(Store store, String collection, Document next) {
    return store
        .get(collection, next.id())
        .thenCompose(
            found -> {
              long version = found.map(Document::version).orElse(next.version() - 1) + 1;
              return store.replaceIf(
                  collection,
                  new Document(next.id(), version, next.writeId(), next.json()),
                  Priority.TURN);
            });
  }
}
