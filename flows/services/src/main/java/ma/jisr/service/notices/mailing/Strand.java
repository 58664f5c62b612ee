package ma.jisr.service.notices.mailing;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** People in ascending order of their ids, page by page. */
@FunctionalInterface
interface Strand {
  /** Those behind an id; empty behind the last. */
  CompletableFuture<List<Found>> page(String after, int most);
}
