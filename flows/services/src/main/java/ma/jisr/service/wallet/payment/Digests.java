package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The digests of days. One is made when its day is over and all of its lines have been copied out,
 * and is never made again. Callable from any thread.
 */
final class Digests {
  /** From a day's end until its digest is made: no write of it is under way any more. */
  static final Duration REST = Duration.ofHours(1);

  /** Most days made up for at once: a node was down over a long weekend. */
  private static final int MOST = 31;

  static final CollectionSpec SPEC =
      new CollectionSpec("payment_digests", CollectionSpec.Area.BULK, List.of());

  private final Store store;
  private final PaymentStore payments;
  private final Copies copies;

  Digests(Store store, PaymentStore payments, Copies copies) {
    this.store = store;
    this.payments = payments;
    this.copies = copies;
  }

  /** Makes those that are due; how many. */
  CompletableFuture<Integer> look(Instant now) {
    LocalDate last = PaymentRules.day(now.minus(REST)).minusDays(1);
    return all()
        .thenCompose(
            known -> {
              if (!known.isEmpty()) return from(known.getLast(), last, 0);
              return payments
                  .firstConfirmed(now)
                  .thenCompose(
                      first ->
                          first.isEmpty()
                              ? CompletableFuture.completedFuture(0)
                              : from(before(first.get()), last, 0));
            });
  }

  /** The chain begins on the day on which the first payment was made that was confirmed. */
  private static Digest before(Payment first) {
    return new Digest(PaymentRules.day(first.terms().made()).minusDays(1), 0, "", "");
  }

  private CompletableFuture<Integer> from(Digest before, LocalDate last, int made) {
    LocalDate day = before.day().plusDays(1);
    if (day.isAfter(last) || made == MOST) return CompletableFuture.completedFuture(made);
    Instant end = PaymentRules.begin(day.plusDays(1));
    return payments
        .uncopied(end, 1)
        .thenCompose(
            waiting ->
                waiting.isEmpty()
                    ? make(day, before.hash())
                        .thenCompose(this::keep)
                        .thenCompose(kept -> from(kept, last, made + 1))
                    : CompletableFuture.completedFuture(made));
  }

  /** The digest of a day as its lines are now. */
  CompletableFuture<Digest> make(LocalDate day, String before) {
    return fold(day, before, 0, before, null);
  }

  private CompletableFuture<Digest> fold(
      LocalDate day, String before, long lines, String hash, @Nullable String after) {
    return copies
        .of(day, after)
        .thenCompose(
            page -> {
              String next = hash;
              for (Document line : page.documents())
                next =
                    Entry.sha256(next + '\n' + line.id() + ' ' + Copies.read(line).entry().hash());
              long count = lines + page.documents().size();
              return page.next() == null
                  ? CompletableFuture.completedFuture(new Digest(day, count, before, next))
                  : fold(day, before, count, next, page.next());
            });
  }

  /** Whoever is first makes it; it is what counts then. */
  private CompletableFuture<Digest> keep(Digest digest) {
    String id = digest.day().toString();
    String json = PaymentJson.write(digest, "{}").toString();
    return store
        .insert(SPEC.name(), List.of(new Document(id, 0, "digest", json)), Priority.BACKGROUND)
        .thenCompose(_ -> of(digest.day()))
        .thenApply(Optional::orElseThrow);
  }

  CompletableFuture<Optional<Digest>> of(LocalDate day) {
    return store
        .get(SPEC.name(), day.toString())
        .thenApply(found -> found.map(d -> PaymentJson.read(d.json(), Digest.class)));
  }

  /** All of them, by day. */
  CompletableFuture<List<Digest>> all() {
    return all("", new ArrayList<>());
  }

  private CompletableFuture<List<Digest>> all(String after, List<Digest> found) {
    return store
        .scan(SPEC.name(), after, Query.MAX_LIMIT)
        .thenCompose(
            documents -> {
              for (Document document : documents)
                found.add(PaymentJson.read(document.json(), Digest.class));
              return documents.size() < Query.MAX_LIMIT
                  ? CompletableFuture.completedFuture(found)
                  : all(documents.getLast().id(), found);
            });
  }
}
