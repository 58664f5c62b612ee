package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** The collections of mailings, and how long they are kept. */
public final class MailingCollections {
  /** Documents deleted at once. */
  private static final int MOST = 200;

  private MailingCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(Courses.SPEC, Chunks.PEOPLE, Chunks.SHEETS);
  }

  /** Deletes a slice of what has been kept long enough; how many there were. */
  public static CompletableFuture<Integer> expire(Store store, Instant now) {
    return new Chunks(store)
        .expire(now, MOST)
        .thenCombine(new Courses(store).expire(now, MOST), Integer::sum);
  }
}
