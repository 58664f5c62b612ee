package ma.jisr.map.change;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who brings changes of one subject to where they are used. */
@FunctionalInterface
public interface Follower {
  /**
   * Looks at what these are about, and takes it over as it is now. Called again with those that
   * have not come yet, and now and then with some that were told before.
   *
   * @return those that have come
   */
  CompletableFuture<List<Change>> follow(Collection<Change> changes);
}
