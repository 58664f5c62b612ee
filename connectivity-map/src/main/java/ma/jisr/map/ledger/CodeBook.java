package ma.jisr.map.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * Which thing has which code: a guard document a code, taken before the thing is written and never
 * given back, since a sticker outlives what it was put on. A code that was taken by what then died
 * is a gap, or found again by the same thing.
 */
public final class CodeBook {
  /** Tries within a length; half of them free, one in a million is unlucky throughout. */
  private static final int TRIES = 20;

  private final Store store;
  private final Coding coding;
  private final IntSupplier size;
  private final Function<String, Optional<Holder>> shown;

  /**
   * Who is known on this node by a code.
   *
   * @param sample whether it is invented, and gives way
   */
  public record Holder(String id, boolean sample) {}

  /**
   * @param size how many things there are
   * @param shown by its code
   */
  public CodeBook(
      Store store, Coding coding, IntSupplier size, Function<String, Optional<Holder>> shown) {
    this.store = store;
    this.coding = coding;
    this.size = size;
    this.shown = shown;
  }

  /** A free code for a thing; the same one again when it has been asked for before. */
  public CompletableFuture<String> free(String id) {
    return free(id, shortest(coding, size.getAsInt()), 0);
  }

  /** This code for a thing; empty when another one has it. */
  public CompletableFuture<Optional<String>> take(String code, String id) {
    Optional<Holder> holder = shown.apply(code);
    if (holder.isPresent() && !holder.get().sample() && !holder.get().id().equals(id))
      return CompletableFuture.completedFuture(Optional.empty());
    return store
        .insert(coding.spec().name(), List.of(guard(code, id)), Priority.TURN)
        .thenCompose(
            outcomes ->
                outcomes.getFirst() == Outcome.INSERTED
                    ? CompletableFuture.completedFuture(Optional.of(code))
                    : store
                        .get(coding.spec().name(), code)
                        .thenApply(found -> found.filter(d -> isOf(d, id)).map(Document::id)));
  }

  /**
   * The code that a thing would get by its id. Takes nothing.
   *
   * @param things how many there are
   * @param taken codes that it cannot have
   * @throws IllegalStateException when a million things have them all
   */
  public static String proposed(Coding coding, String id, int things, Predicate<String> taken) {
    for (int length = shortest(coding, things); length < coding.lengths(); length++)
      for (int tries = 0; tries < TRIES; tries++) {
        String code = candidate(coding, id, length, tries);
        if (!taken.test(code)) return code;
      }
    throw new IllegalStateException("no code is left");
  }

  /** Takes many codes at once, each for the thing of an id; gives those that others have. */
  public CompletableFuture<Set<String>> takeAll(Map<String, String> idByCode) {
    List<Document> guards = new ArrayList<>(idByCode.size());
    new TreeMap<>(idByCode).forEach((code, id) -> guards.add(guard(code, id)));
    CompletableFuture<Void> taken = CompletableFuture.completedFuture(null);
    for (int from = 0; from < guards.size(); from += Query.MAX_LIMIT) {
      List<Document> some = guards.subList(from, Math.min(guards.size(), from + Query.MAX_LIMIT));
      taken =
          taken.thenCompose(
              _ ->
                  store
                      .insert(coding.spec().name(), some, Priority.BACKGROUND)
                      .thenApply(_ -> null));
    }
    // Outcomes are not asked: what stands there says whose it is.
    return taken.thenCompose(_ -> others(idByCode));
  }

  /** Which of these codes others have than the things of these ids. Takes nothing. */
  public CompletableFuture<Set<String>> others(Map<String, String> idByCode) {
    List<String> codes = List.copyOf(idByCode.keySet());
    CompletableFuture<Set<String>> others = CompletableFuture.completedFuture(new HashSet<>());
    for (int from = 0; from < codes.size(); from += Query.MAX_LIMIT) {
      List<String> some = codes.subList(from, Math.min(codes.size(), from + Query.MAX_LIMIT));
      others =
          others.thenCombine(
              store.getAll(coding.spec().name(), some),
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

  private Document guard(String code, String id) {
    return new Document(code, 0, id, JsonFields.object().put(coding.field(), id).toString());
  }

  private boolean isOf(Document guard, String id) {
    return JsonFields.text(JsonFields.parse(guard.json()), coding.field()).equals(id);
  }

  private CompletableFuture<String> free(String id, int length, int tries) {
    if (length == coding.lengths())
      return CompletableFuture.failedFuture(new IllegalStateException("no code is left"));
    if (tries == TRIES) return free(id, length + 1, 0);
    String code = candidate(coding, id, length, tries);
    if (shown.apply(code).filter(holder -> !holder.id().equals(id)).isPresent())
      return free(id, length, tries + 1);
    return take(code, id)
        .thenCompose(
            taken ->
                taken
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> free(id, length, tries + 1)));
  }

  /** Made of the id, so that a thing that is made once more finds the code that it had taken. */
  private static String candidate(Coding coding, String id, int length, int tries) {
    CRC32 hash = new CRC32();
    hash.update((id + ' ' + tries).getBytes(StandardCharsets.UTF_8));
    return coding.code(length, hash.getValue() % coding.capacity(length));
  }

  /** Codes are as short as their number allows while half of those of a length are free. */
  private static int shortest(Coding coding, int things) {
    int length = 0;
    while (length < coding.lengths() - 1 && things > coding.capacity(length) / 2) length++;
    return length;
  }
}
