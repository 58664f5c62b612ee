package ma.jisr.service.challenges.follow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * Who wants to hear of new challenges: one row a person and list, where a list is a theme ({@code
 * t:2}) or a place ({@code p:al-haouz.amizmiz}). Callable from any thread.
 */
public final class Follows {
  /** Lists of one person: who wants all follows the six themes. */
  public static final int MOST = 20;

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "challenge_follows",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec("list", List.of("list"), "person"),
              new IndexSpec("person", List.of("person"), "since")));

  /** Sorts behind an id and before every longer one. */
  private static final char BEHIND = ' ';

  private final Store store;
  private final InstantSource clock;

  public Follows(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public static String theme(String id) {
    return "t:" + id;
  }

  public static String place(String id) {
    return "p:" + id;
  }

  /** From now on they hear of a list; false when they follow too many. Done again, it is done. */
  public CompletableFuture<Boolean> follow(String person, String list) {
    return of(person)
        .thenCompose(
            own -> {
              if (own.contains(list)) return CompletableFuture.completedFuture(true);
              if (own.size() >= MOST) return CompletableFuture.completedFuture(false);
              var node = RecordJson.parse("{}").put("schema", 1);
              node.put("list", list).put("person", person);
              node.put("since", clock.instant().toEpochMilli());
              Document row = new Document(list + ':' + person, 0, "follow", node.toString());
              return store
                  .insert(SPEC.name(), List.of(row), Priority.TURN)
                  .thenApply(
                      outcomes -> {
                        if (outcomes.getFirst() == Outcome.UNKNOWN)
                          throw new IllegalStateException("nobody knows whether it was kept");
                        return true;
                      });
            });
  }

  /** They hear of it no more. Done again, it is done. */
  public CompletableFuture<Void> unfollow(String person, String list) {
    return store
        .deleteIf(SPEC.name(), list + ':' + person, 0, Priority.TURN)
        .thenAccept(
            outcome -> {
              if (outcome == Outcome.UNKNOWN)
                throw new IllegalStateException("nobody knows whether it is gone");
            });
  }

  /** What somebody follows, the oldest first. */
  public CompletableFuture<List<String>> of(String person) {
    return store
        .find(SPEC.name(), new Query("person", Map.of("person", person), null, null, null, MOST))
        .thenApply(
            page ->
                page.documents().stream()
                    .map(row -> RecordJson.parse(row.json()).path("list").asText())
                    .toList());
  }

  /** Who follows a list, behind one of them, in the order of their ids. */
  CompletableFuture<List<String>> page(String list, String after, int most) {
    String from = after.isEmpty() ? null : after + BEHIND;
    return store
        .find(SPEC.name(), new Query("list", Map.of("list", list), from, null, null, most))
        .thenApply(
            page -> {
              List<String> people = new ArrayList<>();
              for (Document row : page.documents())
                people.add(RecordJson.parse(row.json()).path("person").asText());
              return people;
            });
  }

  /** Takes out all that somebody follows. */
  public CompletableFuture<Void> erase(String person) {
    return of(person)
        .thenCompose(
            lists -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (String list : lists) all = all.thenCompose(_ -> unfollow(person, list));
              return all;
            });
  }
}
