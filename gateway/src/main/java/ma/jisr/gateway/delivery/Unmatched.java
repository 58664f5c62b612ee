package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Receipts whose message is not known (yet): one that came before its submit_sm_resp, or of a
 * message that another system sent by the same account. Kept durably, at most {@link #MOST}, for
 * {@link #KEPT}, and looked for again with growing pauses. Confined to the loop.
 */
final class Unmatched {
  /** Where they are kept. */
  static final String COLLECTION = "unmatched";

  /** Most of them, about 50 MB of disk; more are acknowledged, counted and forgotten. */
  static final int MOST = 100_000;

  /** How long one is looked for. */
  static final Duration KEPT = Duration.ofHours(24);

  /** Until the first look. */
  static final Duration FIRST = Duration.ofSeconds(10);

  /** Longest pause between two looks. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int PAGE = 200;

  /** Receipts of one receiver that are looked at: each segment of some messages. */
  private static final int MOST_OF_ONE = 50;

  private static final String DUE = "due";
  private static final String BY_RECEIVER = "receiver";

  /** Looks for a receipt's message. */
  @FunctionalInterface
  interface Search {
    void again(Claim claim, Runnable found, Runnable not);
  }

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final Search search;
  private long kept;

  Unmatched(Loop loop, Store store, Counters counters, Search search) {
    this.loop = loop;
    this.store = store;
    this.counters = counters;
    this.search = search;
  }

  static CollectionSpec spec() {
    return new CollectionSpec(
        COLLECTION,
        Area.BULK,
        List.of(
            new IndexSpec(DUE, List.of(), "due"),
            new IndexSpec(BY_RECEIVER, List.of("alias"), "at")));
  }

  /** It is looked for so long, then counted as lost. */
  static Retention retention() {
    return Retention.room(spec(), KEPT, "who looks for receipts' messages");
  }

  /** What the newest one that names this receiver says, if any has come since then. */
  CompletableFuture<Optional<Receipt.State>> of(String alias, Instant since) {
    Query theirs =
        new Query(
            BY_RECEIVER, Map.of("alias", alias), since.toEpochMilli(), null, null, MOST_OF_ONE);
    return store
        .find(COLLECTION, theirs)
        .thenApply(
            page ->
                page.documents().reversed().stream()
                    .map(Claim::read)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Claim::state));
  }

  void start() {
    Query all = new Query(DUE, Map.of(), null, null, null, 1);
    loop.when(
        store.count(COLLECTION, all, MOST),
        (count, failure) -> {
          kept += count == null ? 0 : count;
          sweep();
        });
  }

  void keep(Claim claim, Acknowledgement acknowledgement) {
    counters.count("receipt.unmatched", Map.of("link", claim.link()));
    if (kept >= MOST) {
      counters.count("receipt.dropped", Map.of("link", claim.link(), "reason", "full"));
      acknowledgement.accepted();
      return;
    }
    kept++;
    loop.when(
        store.insert(
            COLLECTION, List.of(claim.stored(0, loop.now().plus(FIRST))), Priority.BACKGROUND),
        (outcomes, failure) -> {
          Outcome outcome = outcomes == null ? Outcome.UNKNOWN : outcomes.getFirst();
          if (outcome != Outcome.INSERTED) kept--;
          if (outcome == Outcome.UNKNOWN) acknowledgement.busy();
          else acknowledgement.accepted();
        });
  }

  private void sweep() {
    long before = loop.now().toEpochMilli();
    loop.when(
        store.find(COLLECTION, new Query(DUE, Map.of(), null, before, null, PAGE)),
        (page, failure) -> {
          look(page);
          loop.after(PERIOD, this::sweep);
        });
  }

  private void look(@Nullable Page page) {
    if (page == null) return;
    for (Document row : page.documents()) {
      Claim claim = Claim.read(row);
      if (claim == null) gone(row, "", "damaged");
      else if (!loop.now().isBefore(claim.at().plus(KEPT))) gone(row, claim.link(), "expired");
      else search.again(claim, () -> delete(row), () -> later(row, claim));
    }
  }

  private void later(Document row, Claim claim) {
    Instant next = ReceiptDesk.next(claim.at(), loop.now());
    var unused =
        store.replaceIf(COLLECTION, claim.stored(row.version() + 1, next), Priority.BACKGROUND);
  }

  private void gone(Document row, String link, String reason) {
    counters.count("receipt.dropped", Map.of("link", link, "reason", reason));
    delete(row);
  }

  private void delete(Document row) {
    loop.when(
        store.deleteIf(COLLECTION, row.id(), row.version(), Priority.BACKGROUND),
        (outcome, failure) -> {
          if (outcome == Outcome.DELETED) kept--;
        });
  }
}
