package ma.jisr.map.report;

import java.time.Duration;
import java.util.List;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;

/** What is kept of reports, and how long: nothing of it outlives its use. */
public final class ReportCollections {
  /** A ballot in which nobody has spoken for so long, and that nobody has checked. */
  public static final Duration BALLOTS = Duration.ofDays(90);

  /** Somebody who has not reported for so long: their quota and how often they were right. */
  public static final Duration REPORTERS = Duration.ofDays(180);

  /** A proposal, decided or not. */
  public static final Duration PROPOSALS = Duration.ofDays(180);

  private ReportCollections() {}

  public static List<CollectionSpec> specs() {
    return List.of(Reports.SPEC, Reporters.SPEC, Proposals.SPEC);
  }

  /** How long it is kept. */
  public static List<Retention> retentions() {
    return List.of(
        Retention.since(Reports.SPEC, "touched", BALLOTS),
        Retention.since(Reporters.SPEC, "touched", REPORTERS),
        Retention.since(Proposals.SPEC, "made", PROPOSALS));
  }
}
