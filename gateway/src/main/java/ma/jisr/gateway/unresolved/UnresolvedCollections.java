package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.util.List;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;

/** The collections of the review list. */
public final class UnresolvedCollections {
  private UnresolvedCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(Blocks.spec(), Shapes.spec(), Audit.spec(), Lessons.spec());
  }

  /**
   * How long it is kept.
   *
   * @param texts of what was said, whole days, at most {@link ReviewKeeper#KEEP}
   */
  public static List<Retention> retentions(Duration texts) {
    return List.of(
        Retention.daysAtMost(Blocks.spec(), texts),
        Retention.since(Shapes.spec(), Shapes.LAST, Shapes.KEEP),
        Retention.since(Audit.spec(), Audit.AT, Audit.KEEP));
  }
}
