package ma.jisr.service.audience;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whose groups are: the area whose officials keep each, and write to it. */
public interface GroupAreas {
  /** There are no groups. */
  GroupAreas NONE =
      new GroupAreas() {
        @Override
        public Optional<String> of(String group) {
          return Optional.empty();
        }

        @Override
        public CompletableFuture<Void> refresh() {
          return CompletableFuture.allOf();
        }
      };

  /**
   * The id of a group's area, as of the last reading; "" for one of the whole country, empty for an
   * unknown group. Any thread.
   */
  Optional<String> of(String group);

  /** Reads all of them again. */
  CompletableFuture<Void> refresh();
}
