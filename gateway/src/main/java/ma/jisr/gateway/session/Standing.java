package ma.jisr.gateway.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.lint.LintAgainst;
import ma.jisr.flow.person.Conversation;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/**
 * Where the live conversations of a store stand in their flows: how many at each step, and nothing
 * of who they are or what was said.
 *
 * @param places how many conversations stand at each place, the flows around it included
 * @param people whose documents were read
 * @param unreadable documents that could not be: sealed under other keys, or of a newer release
 */
public record Standing(Map<List<LintAgainst.Place>, Integer> places, int people, int unreadable) {
  /** People read at a time. */
  private static final int PAGE = 200;

  public Standing {
    places = Map.copyOf(places);
  }

  /** Reads all people, page by page, on the store's threads: some 20,000 a second. */
  public static CompletableFuture<Standing> of(Store store, Keys keys) {
    return new Walk(store, new PersonCodec(keys.sealer(), Upcasters.PERSON)).from("");
  }

  private static final class Walk {
    private final Store store;
    private final PersonCodec codec;
    private final Map<List<LintAgainst.Place>, Integer> places = new HashMap<>();
    private int people;
    private int unreadable;

    Walk(Store store, PersonCodec codec) {
      this.store = store;
      this.codec = codec;
    }

    CompletableFuture<Standing> from(String after) {
      return store
          .scan(SessionCollections.PEOPLE, after, PAGE)
          .thenCompose(
              page -> {
                page.forEach(this::take);
                return page.size() < PAGE
                    ? CompletableFuture.completedFuture(new Standing(places, people, unreadable))
                    : from(page.getLast().id());
              });
    }

    /** One page at a time: the codec is used by one thread after another, never by two. */
    private void take(Document stored) {
      try {
        for (Conversation conversation : codec.decode(stored).person().conversations())
          places.merge(LintAgainst.places(conversation), 1, Integer::sum);
        people++;
      } catch (SchemaException | KeyException e) {
        unreadable++;
      }
    }
  }
}
