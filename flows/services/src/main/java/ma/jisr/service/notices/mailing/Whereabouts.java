package ma.jisr.service.notices.mailing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where somebody stands in a mailing: found by halving, since chunks are in the order of ids. */
final class Whereabouts {
  private final Courses courses;
  private final Chunks chunks;

  Whereabouts(Courses courses, Chunks chunks) {
    this.courses = courses;
    this.chunks = chunks;
  }

  /** A place in a chunk. */
  record Place(String mailing, int number, int index) {}

  /** Empty for who is not in it. */
  CompletableFuture<Optional<Place>> of(String mailing, String person) {
    return courses
        .get(mailing)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    // Some more may be laid down than its document knows of.
                    : upper(mailing, found.get().chunks())
                        .thenCompose(many -> search(mailing, person, 0, many)));
  }

  private CompletableFuture<Integer> upper(String mailing, int many) {
    return chunks
        .get(mailing, many)
        .thenCompose(
            there ->
                there.isEmpty()
                    ? CompletableFuture.completedFuture(many)
                    : upper(mailing, many + 1));
  }

  /** The first chunk whose last person is not before them, of those from low until high. */
  private CompletableFuture<Optional<Place>> search(
      String mailing, String person, int low, int high) {
    if (low >= high) return in(mailing, low, person);
    int middle = (low + high) >>> 1;
    return chunks
        .ending(mailing, middle, low)
        .thenCompose(
            last ->
                last.compareTo(person) < 0
                    ? search(mailing, person, middle + 1, high)
                    : search(mailing, person, low, middle));
  }

  private CompletableFuture<Optional<Place>> in(String mailing, int number, String person) {
    return chunks
        .get(mailing, number)
        .thenApply(
            found ->
                found
                    .map(chunk -> chunk.place(person))
                    .filter(index -> index >= 0)
                    .map(index -> new Place(mailing, number, index)));
  }
}
