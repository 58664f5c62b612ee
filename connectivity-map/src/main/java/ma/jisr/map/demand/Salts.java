package ma.jisr.map.demand;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.KeyedHash;
import ma.jisr.base.Vault;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The salt of each day, by which people are told apart while it lasts: made by the first node that
 * needs it, shared through the store, there again after a restart, and gone for good the day after.
 * What was hashed with it then names nobody, whatever keys somebody has. Callable from any thread.
 */
final class Salts {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "demand_salts",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(CellJson.DAY, List.of(), CellJson.DAY)));

  /** More than there ever are: of today, and of a yesterday that nobody has closed. */
  private static final int SLICE = 100;

  private final Store store;
  private final Vault vault;
  private final RandomGenerator random;
  private volatile @Nullable Salt newest;

  private record Salt(long day, KeyedHash hash) {}

  /**
   * @param vault seals what is stored, so that a backup of a day holds no salt for who has no key
   * @param random unpredictable
   */
  Salts(Store store, Vault vault, RandomGenerator random) {
    this.store = store;
    this.vault = vault;
    this.random = random;
  }

  /** The day's salt. */
  CompletableFuture<KeyedHash> of(long day) {
    Salt known = newest;
    if (known != null && known.day() == day) return CompletableFuture.completedFuture(known.hash());
    byte[] made = new byte[KeyedHash.MIN_KEY_LENGTH];
    random.nextBytes(made);
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", 1)
            .put(CellJson.DAY, day)
            .put("salt", vault.seal(HexFormat.of().formatHex(made)))
            .toString();
    Document document = new Document(Long.toString(day), 0, "salt", json);
    return store
        .insert(SPEC.name(), List.of(document), Priority.BACKGROUND)
        .thenCompose(_ -> store.get(SPEC.name(), document.id()))
        .thenApply(found -> read(day, found.orElseThrow(Salts::away)));
  }

  private KeyedHash read(long day, Document stored) {
    String hex = vault.open(CellJson.salt(stored.json())).orElseThrow(Salts::away);
    KeyedHash hash = new KeyedHash(HexFormat.of().parseHex(hex));
    newest = new Salt(day, hash);
    return hash;
  }

  private static StoreException away() {
    return new StoreException(StoreException.Kind.UNREACHABLE, "the day has no salt");
  }

  /** Destroys those of the days before, here and in the store. */
  CompletableFuture<Integer> destroyBefore(long day) {
    Salt known = newest;
    if (known != null && known.day() < day) newest = null;
    return store.deleteRange(SPEC.name(), CellJson.DAY, day, SLICE);
  }
}
