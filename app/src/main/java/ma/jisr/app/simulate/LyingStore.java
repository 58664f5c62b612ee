package ma.jisr.app.simulate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/** Planted: a store that replaces whatever is there, whoever wrote it since. */
final class LyingStore {
  private LyingStore() {}

  static Store over(Store store) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, given) -> {
              if (method.getName().equals("replaceIf")
                  && given[0] instanceof String collection
                  && given[1] instanceof Document next) return replace(store, collection, next);
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
