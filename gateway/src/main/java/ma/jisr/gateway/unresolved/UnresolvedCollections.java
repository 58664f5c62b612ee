package ma.jisr.gateway.unresolved;

import java.util.List;
import ma.jisr.store.CollectionSpec;

/** The collections of the review list. */
public final class UnresolvedCollections {
  private UnresolvedCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(Blocks.spec(), Shapes.spec(), Audit.spec(), Lessons.spec());
  }
}
