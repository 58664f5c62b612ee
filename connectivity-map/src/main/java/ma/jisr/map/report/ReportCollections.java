package ma.jisr.map.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** What is kept of reports, and how long: nothing of it outlives its use. */
public final class ReportCollections {
  /** A ballot in which nobody has spoken for so long, and that nobody has checked. */
  public static final Duration BALLOTS = Duration.ofDays(90);

  /** Somebody who has not reported for so long: their quota and how often they were right. */
  public static final Duration REPORTERS = Duration.ofDays(180);

  /** A proposal, decided or not. */
  public static final Duration PROPOSALS = Duration.ofDays(180);

  /** Documents deleted at once. */
  private static final int SLICE = 500;

  private ReportCollections() {}

  public static List<CollectionSpec> specs() {
    return List.of(Reports.SPEC, Reporters.SPEC, Proposals.SPEC);
  }

  /** Deletes what is older, a slice of each; to be asked once an hour. */
  public static CompletableFuture<Integer> expire(Store store, Instant now) {
    return expire(store, Reports.SPEC, "touched", now.minus(BALLOTS))
        .thenCombine(expire(store, Reporters.SPEC, "touched", now.minus(REPORTERS)), Integer::sum)
        .thenCombine(expire(store, Proposals.SPEC, "made", now.minus(PROPOSALS)), Integer::sum);
  }

  private static CompletableFuture<Integer> expire(
      Store store, CollectionSpec spec, String index, Instant before) {
    return store.deleteRange(spec.name(), index, before.toEpochMilli(), SLICE);
  }
}
