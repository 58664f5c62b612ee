package ma.jisr.service.audience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.signal.Notice;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/** The documents of relays, and of what each has been asked to say. Callable from any thread. */
final class RelayStore {
  private static final String PROVINCE = "province";
  private static final String PERSON = "person";
  private static final String SINCE = "since";
  private static final String NOTICE = "notice";
  private static final String ASKED = "asked";
  private static final String WAITS = "waits";
  private static final String ENDS = "ends";
  private static final String UNTIL = "until";
  private static final int SCHEMA = 1;

  /** How long it is kept who has announced what: a season, and the year's report. */
  static final Duration KEEP = Duration.ofDays(400);

  static final CollectionSpec RELAYS =
      new CollectionSpec(
          "relays",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(PROVINCE, List.of(PROVINCE), SINCE),
              new IndexSpec(PERSON, List.of(PERSON), SINCE)));

  static final CollectionSpec ANNOUNCEMENTS =
      new CollectionSpec(
          "announcements",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(NOTICE, List.of(NOTICE), ASKED),
              new IndexSpec(WAITS, List.of(WAITS), UNTIL),
              new IndexSpec(PERSON, List.of(PERSON), ASKED),
              new IndexSpec(ENDS, List.of(), ENDS),
              Outbox.INDEX));

  private final Store store;
  private final Outboxes outboxes;

  RelayStore(Store store, Outboxes outboxes) {
    this.store = store;
    this.outboxes = outboxes;
  }

  /** Writes a relay as it shall be; whoever registered them first stays named. */
  CompletableFuture<RelayPost> put(RelayPost post, String province, String writeId) {
    return Rewrite.of(
        store,
        RELAYS.name(),
        post.id(),
        writeId,
        Priority.TURN,
        found -> {
          ObjectNode onto = RecordJson.parse(found.orElse("{}"));
          long since = found.isPresent() ? onto.path(SINCE).asLong() : post.since();
          ObjectNode node = RecordJson.write(post, onto, SCHEMA);
          node.put(PROVINCE, province).put(SINCE, since);
          return new Rewrite.Change<>(
              node.toString(), RecordJson.read(node.deepCopy(), RelayPost.class));
        });
  }

  CompletableFuture<Optional<RelayPost>> relay(String id) {
    return store
        .get(RELAYS.name(), id)
        .thenApply(d -> d.map(one -> RecordJson.read(one.json(), RelayPost.class)));
  }

  /** Relays of a province, longest first. */
  CompletableFuture<List<RelayPost>> relays(String province, int most) {
    return relays(new Query(PROVINCE, Map.of(PROVINCE, province), null, null, null, most));
  }

  /** What somebody is, longest first. */
  CompletableFuture<List<RelayPost>> of(String person, int most) {
    return relays(new Query(PERSON, Map.of(PERSON, person), null, null, null, most));
  }

  private CompletableFuture<List<RelayPost>> relays(Query query) {
    return store
        .find(RELAYS.name(), query)
        .thenApply(
            page ->
                page.documents().stream()
                    .map(d -> RecordJson.read(d.json(), RelayPost.class))
                    .toList());
  }

  /** Takes a relay away; what they have announced stays. */
  CompletableFuture<Void> remove(String id) {
    return delete(RELAYS.name(), id);
  }

  private CompletableFuture<Void> delete(String collection, String id) {
    return store
        .get(collection, id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store
                        .deleteIf(collection, id, found.get().version(), Priority.TURN)
                        .thenApply(_ -> null));
  }

  /**
   * What a relay is asked to say.
   *
   * @param digits of the relay's phone; "" when they cannot be read any more
   */
  record Asking(Announcement asked, String digits, Notice told) {
    @Override
    public String toString() {
      return "Asking[" + asked.id() + "]";
    }
  }

  /**
   * Asks relays to say something, each with the message that tells them; once, however often it is
   * asked.
   *
   * @param all of different relays, at most {@link Query#MAX_LIMIT}
   * @param soon whether they are told at once; else they are found by who looks for such rows
   */
  CompletableFuture<Void> ask(List<Asking> all, boolean soon, Instant now) {
    if (all.isEmpty()) return CompletableFuture.allOf();
    List<Document> documents = all.stream().map(one -> document(one, now)).toList();
    return store
        .insert(ANNOUNCEMENTS.name(), documents, Priority.BACKGROUND)
        .thenAccept(
            outcomes -> {
              for (int one = 0; soon && one < outcomes.size(); one++)
                if (outcomes.get(one) == Outcome.INSERTED)
                  outboxes.wrote(ANNOUNCEMENTS.name(), documents.get(one).id());
            });
  }

  private Document document(Asking one, Instant now) {
    Announcement asked = one.asked();
    ObjectNode node = RecordJson.write(asked, RecordJson.parse("{}"), SCHEMA);
    node.put(WAITS, asked.person());
    node.put(ENDS, Instant.ofEpochMilli(asked.until()).plus(KEEP).toEpochMilli());
    Outbox outbox =
        one.digits().isEmpty()
            ? Outbox.EMPTY.send(asked.person(), one.told())
            : outboxes.introduce(Outbox.EMPTY, asked.person(), one.digits(), one.told());
    OutboxJson.put(node, outbox, now);
    return new Document(asked.id(), 0, "asked", node.toString());
  }

  /** Has said it: once, whatever is repeated; empty where nothing of the kind was asked of them. */
  CompletableFuture<Optional<Announcement>> announced(
      String id, String person, String writeId, Instant now) {
    return Rewrite.of(
        store,
        ANNOUNCEMENTS.name(),
        id,
        writeId,
        Priority.TURN,
        found -> {
          if (found.isEmpty()) return Rewrite.Change.none(Optional.empty());
          ObjectNode stored = RecordJson.parse(found.get());
          Announcement before = RecordJson.read(stored.deepCopy(), Announcement.class);
          if (!before.person().equals(person)) return Rewrite.Change.none(Optional.empty());
          if (before.announced() > 0) return Rewrite.Change.none(Optional.of(before));
          Announcement after = before.done(now.toEpochMilli());
          ObjectNode node = RecordJson.write(after, stored, SCHEMA);
          node.remove(WAITS);
          return new Rewrite.Change<>(node.toString(), Optional.of(after));
        });
  }

  /** What somebody has been asked to say and has not yet, the first to be over first. */
  CompletableFuture<List<Announcement>> waiting(String person, Instant now, int most) {
    return announcements(
        new Query(WAITS, Map.of(WAITS, person), now.toEpochMilli(), null, null, most));
  }

  /** What relays were asked of one notice, in the order in which they were. */
  CompletableFuture<List<Announcement>> asked(String notice, int most) {
    return announcements(new Query(NOTICE, Map.of(NOTICE, notice), null, null, null, most));
  }

  /** What somebody has ever been asked. */
  CompletableFuture<List<Announcement>> ofPerson(String person, int most) {
    return announcements(new Query(PERSON, Map.of(PERSON, person), null, null, null, most));
  }

  private CompletableFuture<List<Announcement>> announcements(Query query) {
    return store
        .find(ANNOUNCEMENTS.name(), query)
        .thenApply(
            page -> {
              List<Announcement> all = new ArrayList<>();
              for (Document d : page.documents())
                all.add(RecordJson.read(d.json(), Announcement.class));
              return all;
            });
  }

  /** Takes away that somebody was ever asked to say something. */
  CompletableFuture<Void> forget(Announcement asked) {
    return delete(ANNOUNCEMENTS.name(), asked.id());
  }

  static Retention retention() {
    return Retention.until(ANNOUNCEMENTS, ENDS, KEEP);
  }
}
