package ma.jisr.map.hotspot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
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
    return free(id, shortest(map.size()), 0);
  }

  /** This code for a hotspot; empty when another one has it. */
  public CompletableFuture<Optional<String>> take(String code, String id) {
    Optional<Hotspot> shown = map.byCode(code);
    if (shown.isPresent() && !shown.get().sample() && !shown.get().id().equals(id))
      return CompletableFuture.completedFuture(Optional.empty());
    return store
        .insert(SPEC.name(), List.of(guard(code, id)), Priority.TURN)
        .thenCompose(
            outcomes ->
                outcomes.getFirst() == Outcome.INSERTED
                    ? CompletableFuture.completedFuture(Optional.of(code))
                    : store
                        .get(SPEC.name(), code)
                        .thenApply(found -> found.filter(d -> isOf(d, id)).map(Document::id)));
  }

  /**
   * The code that a hotspot would get by its id. Takes nothing.
   *
   * @param hotspots how many there are
   * @param taken codes that it cannot have
   * @throws IllegalStateException when a million hotspots have them all
   */
  public static String proposed(String id, int hotspots, Predicate<String> taken) {
    for (int length = shortest(hotspots); length < FIRST.length; length++)
      for (int tries = 0; tries < TRIES; tries++) {
        String code = candidate(id, length, tries);
        if (!taken.test(code)) return code;
      }
    throw new IllegalStateException("no code is left");
  }

  /** Takes many codes at once, each for the hotspot of an id; gives those that others have. */
  public CompletableFuture<Set<String>> takeAll(Map<String, String> idByCode) {
    List<Document> guards = new ArrayList<>(idByCode.size());
    new TreeMap<>(idByCode).forEach((code, id) -> guards.add(guard(code, id)));
    CompletableFuture<Void> taken = CompletableFuture.completedFuture(null);
    for (int from = 0; from < guards.size(); from += Query.MAX_LIMIT) {
      List<Document> some = guards.subList(from, Math.min(guards.size(), from + Query.MAX_LIMIT));
      taken =
          taken.thenCompose(
              _ -> store.insert(SPEC.name(), some, Priority.BACKGROUND).thenApply(_ -> null));
    }
    // Outcomes are not asked: what stands there says whose it is.
    return taken.thenCompose(_ -> others(idByCode));
  }

  /** Which of these codes others have than the hotspots of these ids. Takes nothing. */
  public CompletableFuture<Set<String>> others(Map<String, String> idByCode) {
    List<String> codes = List.copyOf(idByCode.keySet());
    CompletableFuture<Set<String>> others = CompletableFuture.completedFuture(new HashSet<>());
    for (int from = 0; from < codes.size(); from += Query.MAX_LIMIT) {
      List<String> some = codes.subList(from, Math.min(codes.size(), from + Query.MAX_LIMIT));
      others =
          others.thenCombine(
              store.getAll(SPEC.name(), some),
              (sofar, guards) -> {
                guards.forEach(
                    (code, guard) -> {
                      if (!isOf(guard, idByCode.getOrDefault(code, ""))) sofar.add(code);
                    });
                return sofar;
              });
    }
    return others;
  }

  private static Document guard(String code, String id) {
    return new Document(code, 0, id, HotspotJson.object().put(FIELD, id).toString());
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

  private static int shortest(int hotspots) {
    int length = 0;
    while (length < FIRST.length - 1 && hotspots > FIRST[length] / 2) length++;
    return length;
  }
}
