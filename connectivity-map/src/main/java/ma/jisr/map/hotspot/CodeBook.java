package ma.jisr.map.hotspot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * Which hotspot has which code: a guard document a code, taken before the hotspot is written and
 * never given back, since a sticker outlives what it was put on. A code that was taken by what then
 * died is a gap, or found again by the same hotspot.
 */
public final class CodeBook {
  public static final CollectionSpec SPEC =
      new CollectionSpec("hotspot_codes", CollectionSpec.Area.LIVE, List.of());

  /** Codes are as short as their number allows while half of those of a length are free. */
  private static final int[] FIRST = {1_000, 10_000, 100_000, 1_000_000};

  /** Tries within a length; half of them free, one in a million is unlucky throughout. */
  private static final int TRIES = 20;

  private static final String FIELD = "hotspot";

  private final Store store;
  private final HotspotMap map;

  public CodeBook(Store store, HotspotMap map) {
    this.store = store;
    this.map = map;
  }

  /** A free code for a hotspot; the same one again when it has been asked for before. */
  public CompletableFuture<String> free(String id) {
    return free(id, shortest(), 0);
  }

  /** This code for a hotspot; empty when another one has it. */
  public CompletableFuture<Optional<String>> take(String code, String id) {
    Optional<Hotspot> shown = map.byCode(code);
    if (shown.isPresent() && !shown.get().sample() && !shown.get().id().equals(id))
      return CompletableFuture.completedFuture(Optional.empty());
    Document guard = new Document(code, 0, id, HotspotJson.object().put(FIELD, id).toString());
    return store
        .insert(SPEC.name(), List.of(guard), Priority.TURN)
        .thenCompose(
            outcomes ->
                outcomes.getFirst() == Outcome.INSERTED
                    ? CompletableFuture.completedFuture(Optional.of(code))
                    : store
                        .get(SPEC.name(), code)
                        .thenApply(found -> found.filter(d -> isOf(d, id)).map(Document::id)));
  }

  private static boolean isOf(Document guard, String id) {
    return HotspotJson.text(HotspotJson.parse(guard.json()), FIELD).equals(id);
  }

  private CompletableFuture<String> free(String id, int length, int tries) {
    if (length == FIRST.length)
      return CompletableFuture.failedFuture(new IllegalStateException("no code is left"));
    if (tries == TRIES) return free(id, length + 1, 0);
    String code = candidate(id, length, tries);
    if (map.byCode(code).filter(h -> !h.id().equals(id)).isPresent())
      return free(id, length, tries + 1);
    return take(code, id)
        .thenCompose(
            taken ->
                taken
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> free(id, length, tries + 1)));
  }

  /** Made of the id, so that a hotspot that is made once more finds the code that it had taken. */
  private static String candidate(String id, int length, int tries) {
    CRC32 hash = new CRC32();
    hash.update((id + ' ' + tries).getBytes(StandardCharsets.UTF_8));
    return Long.toString(FIRST[length] + hash.getValue() % FIRST[length]);
  }

  private int shortest() {
    int length = 0;
    while (length < FIRST.length - 1 && map.size() > FIRST[length] / 2) length++;
    return length;
  }
}
