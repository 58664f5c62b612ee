package ma.jisr.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A store that fails as its {@link Plan} says, for trying out what stands on a store: refused
 * before anything happened, applied but the reply lost or late, or held back. Not for production.
 */
public final class FaultyStore implements Store {
  private final Store store;
  private final Plan plan;

  public FaultyStore(Store store, Plan plan) {
    this.store = store;
    this.plan = plan;
  }

  /** Says what becomes of the next call; asked once a call, on the caller's thread. */
  public interface Plan {
    /**
     * @param method the port's method name, for example {@code replaceIf}
     */
    Fault next(String method, String collection);
  }

  /** What becomes of a call. */
  public sealed interface Fault {
    /** Nothing wrong. */
    record Pass() implements Fault {}

    /** Not applied; fails with this kind. */
    record Refuse(Kind kind) implements Fault {}

    /** Applied; outcomes are UNKNOWN, other answers fail with UNREACHABLE. */
    record LoseReply() implements Fault {}

    /** Applied only when the stage completes. */
    record Hold(CompletionStage<?> until) implements Fault {}

    /** Applied at once; answered only when the stage completes. */
    record Late(CompletionStage<?> until) implements Fault {}
  }

  private <T> CompletableFuture<T> call(
      String method,
      String collection,
      Supplier<CompletableFuture<T>> work,
      @Nullable Supplier<T> unknown) {
    return switch (plan.next(method, collection)) {
      case Fault.Pass pass -> work.get();
      case Fault.Refuse refuse ->
          CompletableFuture.failedFuture(new StoreException(refuse.kind(), "refused by plan"));
      case Fault.LoseReply lose -> lost(work.get(), unknown);
      case Fault.Hold hold -> held(hold.until(), work);
      case Fault.Late late -> late(work.get(), late.until());
    };
  }

  private static <T> CompletableFuture<T> lost(
      CompletableFuture<T> applied, @Nullable Supplier<T> unknown) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    var unused =
        applied.whenComplete(
            (value, error) -> {
              if (unknown != null) answer.complete(unknown.get());
              else
                answer.completeExceptionally(
                    new StoreException(Kind.UNREACHABLE, "reply lost by plan"));
            });
    return answer;
  }

  private static <T> CompletableFuture<T> held(
      CompletionStage<?> until, Supplier<CompletableFuture<T>> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    var unused = until.whenComplete((go, ignored) -> pass(work.get(), answer));
    return answer;
  }

  private static <T> CompletableFuture<T> late(
      CompletableFuture<T> applied, CompletionStage<?> until) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    var unused = until.whenComplete((go, ignored) -> pass(applied, answer));
    return answer;
  }

  private static <T> void pass(CompletableFuture<T> from, CompletableFuture<T> to) {
    var unused =
        from.whenComplete(
            (value, error) -> {
              if (error == null) to.complete(value);
              else to.completeExceptionally(error);
            });
  }

  @Override
  public CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority) {
    return call(
        "insert",
        collection,
        () -> store.insert(collection, documents, priority),
        () -> Collections.nCopies(documents.size(), Outcome.UNKNOWN));
  }

  @Override
  public CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority) {
    return call(
        "replaceIf",
        collection,
        () -> store.replaceIf(collection, next, priority),
        () -> Outcome.UNKNOWN);
  }

  @Override
  public CompletableFuture<Outcome> deleteIf(
      String collection, String id, long version, Priority priority) {
    return call(
        "deleteIf",
        collection,
        () -> store.deleteIf(collection, id, version, priority),
        () -> Outcome.UNKNOWN);
  }

  @Override
  public CompletableFuture<Optional<Document>> get(String collection, String id) {
    return call("get", collection, () -> store.get(collection, id), null);
  }

  @Override
  public CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids) {
    return call("getAll", collection, () -> store.getAll(collection, ids), null);
  }

  @Override
  public CompletableFuture<Page> find(String collection, Query query) {
    return call("find", collection, () -> store.find(collection, query), null);
  }

  @Override
  public CompletableFuture<List<Document>> scan(String collection, String after, int limit) {
    return call("scan", collection, () -> store.scan(collection, after, limit), null);
  }

  @Override
  public CompletableFuture<Long> count(String collection, Query query, long bound) {
    return call("count", collection, () -> store.count(collection, query, bound), null);
  }

  @Override
  public CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold) {
    return call("claim", collection, () -> store.claim(collection, query, holder, now, hold), null);
  }

  @Override
  public CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until) {
    return call("renew", collection, () -> store.renew(collection, lease, until), null);
  }

  @Override
  public CompletableFuture<Boolean> release(String collection, Lease lease) {
    return call("release", collection, () -> store.release(collection, lease), null);
  }

  @Override
  public CompletableFuture<Integer> deleteRange(
      String collection, String index, Object before, int limit) {
    return call(
        "deleteRange", collection, () -> store.deleteRange(collection, index, before, limit), null);
  }

  @Override
  public CompletableFuture<List<LocalDate>> days(String collection) {
    return call("days", collection, () -> store.days(collection), null);
  }

  @Override
  public CompletableFuture<Integer> drop(String collection, LocalDate before) {
    return call("drop", collection, () -> store.drop(collection, before), null);
  }

  @Override
  public CompletableFuture<Void> merge(
      String collection, String id, Map<String, Object> fields, Priority priority) {
    return call("merge", collection, () -> store.merge(collection, id, fields, priority), null);
  }

  @Override
  public CompletableFuture<Void> increment(
      String collection, String id, Map<String, Long> deltas, Priority priority) {
    return call(
        "increment", collection, () -> store.increment(collection, id, deltas, priority), null);
  }

  @Override
  public void close() {
    store.close();
  }
}
