package ma.jisr.service.notices.mailing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Many strands made one: everybody once, in ascending order of ids, however many strands they are
 * in. Keeps a page of each strand and no more, so that its memory does not grow with the people.
 * Asked by one caller at a time.
 */
final class Braid {
  /** People held in memory by all strands together, about 5 MB. */
  private static final int HELD = 40_000;

  private static final int LARGEST_PAGE = 500;
  private static final int SMALLEST_PAGE = 20;

  /** Strands read at once: the store's queue of readers is bounded. */
  private static final int AT_ONCE = 32;

  private final List<Yarn> yarns = new ArrayList<>();
  private final PriorityQueue<Yarn> order =
      new PriorityQueue<>(Comparator.comparing(yarn -> yarn.waiting.element().person()));
  private final Deque<Yarn> empty = new ArrayDeque<>();
  private final int page;
  private String last;

  /** Rows seen so far, each list's own. */
  private long seen;

  private static final class Yarn {
    final Strand strand;
    final Deque<Found> waiting = new ArrayDeque<>();
    String after;

    Yarn(Strand strand, String after) {
      this.strand = strand;
      this.after = after;
    }
  }

  /**
   * @param after whom it begins behind; "" for the start
   */
  Braid(List<Strand> strands, String after) {
    for (Strand strand : strands) yarns.add(new Yarn(strand, after));
    empty.addAll(yarns);
    page = Math.clamp(HELD / strands.size(), SMALLEST_PAGE, LARGEST_PAGE);
    last = after;
  }

  /** The next so many people, fewer only behind the last. */
  CompletableFuture<List<Found>> next(int most) {
    return gather(new ArrayList<>(most), most);
  }

  /** Rows of all strands that were read to find these people: somebody in three counts thrice. */
  long seen() {
    return seen;
  }

  private CompletableFuture<List<Found>> gather(List<Found> found, int most) {
    while (empty.isEmpty() && !order.isEmpty() && found.size() < most) {
      Yarn yarn = order.remove();
      Found next = yarn.waiting.remove();
      seen++;
      if (next.person().compareTo(last) > 0) {
        found.add(next);
        last = next.person();
      }
      if (yarn.waiting.isEmpty()) empty.add(yarn);
      else order.add(yarn);
    }
    if (empty.isEmpty()) return CompletableFuture.completedFuture(found);
    return refill().thenCompose(done -> gather(found, most));
  }

  private CompletableFuture<Void> refill() {
    List<Yarn> asked = new ArrayList<>();
    List<CompletableFuture<List<Found>>> pages = new ArrayList<>();
    for (int i = 0; i < AT_ONCE && !empty.isEmpty(); i++) {
      Yarn yarn = empty.remove();
      asked.add(yarn);
      pages.add(yarn.strand.page(yarn.after, page));
    }
    return CompletableFuture.allOf(pages.toArray(CompletableFuture<?>[]::new))
        .thenAccept(
            done -> {
              for (int i = 0; i < asked.size(); i++) take(asked.get(i), pages.get(i).join());
            });
  }

  private void take(Yarn yarn, List<Found> found) {
    if (found.isEmpty()) return; // its end
    yarn.waiting.addAll(found);
    yarn.after = found.getLast().person();
    order.add(yarn);
  }
}
