package ma.jisr.service.audience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The documents of subscribers and the rows of their lists. A subscriber's document says in which
 * lists they stand; rows are written behind it, those that are to be there as well as those that
 * are not, so that repeating a change mends what a crash has left. Callable from any thread.
 */
final class Enlistments {
  static final CollectionSpec SUBSCRIBERS =
      new CollectionSpec(
          "subscribers",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("since", List.of(), "since")));

  static final CollectionSpec MEMBERSHIPS =
      new CollectionSpec(
          "memberships",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("list", List.of("list"), "person")));

  private static final int SCHEMA = 1;

  /** Sorts behind an id and before every longer one: people's ids hold letters and digits only. */
  private static final char BEHIND = ' ';

  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final Store store;

  Enlistments(Store store) {
    this.store = store;
  }

  /**
   * What a change makes of a subscriber.
   *
   * @param next null leaves them as they are
   * @param answer what is told
   */
  record Change<R>(@Nullable Enlisted next, R answer) {}

  /** A change as it was written: in which lists somebody stood, in which they stand. */
  private record Written<R>(Set<String> before, Set<String> after, boolean idle, R answer) {}

  /**
   * Changes a subscriber, or makes one, and lets the rows follow.
   *
   * @param about lists whose rows are brought in line whatever stood there before
   */
  <R> CompletableFuture<R> change(
      String person,
      String writeId,
      Priority priority,
      Collection<String> about,
      Function<Optional<Enlisted>, Change<R>> by) {
    return Rewrite.<Written<R>>of(
            store, SUBSCRIBERS.name(), person, writeId, priority, found -> written(found, by))
        .thenCompose(
            done ->
                rows(person, done, about, priority)
                    .thenCompose(_ -> done.idle() ? forget(person, priority) : DONE)
                    .thenApply(_ -> done.answer()));
  }

  private static <R> Rewrite.Change<Written<R>> written(
      Optional<String> found, Function<Optional<Enlisted>, Change<R>> by) {
    Optional<Enlisted> before = found.map(Enlistments::read);
    Set<String> stood = before.map(Enlisted::lists).orElse(Set.of());
    Change<R> change = by.apply(before);
    Enlisted next = change.next();
    if (next == null) {
      boolean idle = before.map(Enlisted::isIdle).orElse(false);
      return Rewrite.Change.none(new Written<>(stood, stood, idle, change.answer()));
    }
    ObjectNode onto = RecordJson.parse(found.orElse("{}"));
    return new Rewrite.Change<>(
        RecordJson.write(next, onto, SCHEMA).toString(),
        new Written<>(stood, next.lists(), next.isIdle(), change.answer()));
  }

  private CompletableFuture<Void> rows(
      String person, Written<?> done, Collection<String> about, Priority priority) {
    Set<String> touched = new LinkedHashSet<>(about);
    touched.addAll(done.before());
    touched.addAll(done.after());
    List<Document> rows = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String list : touched) {
      boolean stands = done.after().contains(list);
      boolean known = done.before().contains(list) && !about.contains(list);
      if (stands && !known) rows.add(row(list, person));
      if (!stands) gone.add(list);
    }
    CompletableFuture<?> all =
        rows.isEmpty() ? DONE : store.insert(MEMBERSHIPS.name(), rows, priority);
    for (String list : gone)
      all =
          all.thenCompose(
              _ -> store.deleteIf(MEMBERSHIPS.name(), rowId(list, person), 0, priority));
    return all.thenApply(_ -> null);
  }

  private static Document row(String list, String person) {
    ObjectNode node = RecordJson.parse("{}");
    node.put("list", list).put("person", person).put("schema", SCHEMA);
    return new Document(rowId(list, person), 0, "listed", node.toString());
  }

  private static String rowId(String list, String person) {
    return list + ':' + person;
  }

  /**
   * Takes the document of somebody who stands in no list away; who has come back meanwhile stays.
   */
  private CompletableFuture<Void> forget(String person, Priority priority) {
    return store
        .get(SUBSCRIBERS.name(), person)
        .thenCompose(
            found ->
                found.filter(d -> read(d.json()).isIdle()).isEmpty()
                    ? DONE
                    : store
                        .deleteIf(SUBSCRIBERS.name(), person, found.get().version(), priority)
                        .thenApply(_ -> null));
  }

  CompletableFuture<Optional<Enlisted>> get(String person) {
    return store.get(SUBSCRIBERS.name(), person).thenApply(d -> d.map(one -> read(one.json())));
  }

  CompletableFuture<Map<String, Enlisted>> getAll(Collection<String> people) {
    return store
        .getAll(SUBSCRIBERS.name(), List.copyOf(people))
        .thenApply(
            found -> {
              Map<String, Enlisted> all = HashMap.newHashMap(found.size());
              found.forEach((id, document) -> all.put(id, read(document.json())));
              return all;
            });
  }

  /** Ids of people in a list behind one of them, ascending. */
  CompletableFuture<List<String>> page(String list, String after, int most) {
    if (list.equals(Lists.ALL))
      return store
          .scan(SUBSCRIBERS.name(), after, most)
          .thenApply(all -> all.stream().map(Document::id).toList());
    String from = after.isEmpty() ? null : after + BEHIND;
    return store
        .find(MEMBERSHIPS.name(), new Query("list", Map.of("list", list), from, null, null, most))
        .thenApply(
            page ->
                page.documents().stream()
                    .map(row -> row.id().substring(list.length() + 1))
                    .toList());
  }

  CompletableFuture<Long> count(String list, long bound) {
    return list.equals(Lists.ALL)
        ? store.count(SUBSCRIBERS.name(), new Query("since", Map.of(), null, null, null, 1), bound)
        : store.count(
            MEMBERSHIPS.name(),
            new Query("list", Map.of("list", list), null, null, null, 1),
            bound);
  }

  private static Enlisted read(String json) {
    return RecordJson.read(json, Enlisted.class);
  }
}
