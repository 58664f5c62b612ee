package ma.jisr.service.notices.cap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.notices.cap.CapAlert.Reference;
import ma.jisr.service.notices.notice.Digest;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Rewrite.Change;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that were taken: one document for each identifier of a sender, so that each is taken
 * once, and one thread for each first alert, so that nothing old is taken after something newer.
 */
final class CapLog {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "cap_alerts", CollectionSpec.Area.LIVE, List.of(new IndexSpec("at", List.of(), "at")));

  /**
   * How long an alert is remembered. What is older than {@link CapDesk#MOST_AGE} is not taken, so
   * that nothing forgotten can be said again; a notice is true for 92 days at most.
   */
  static final Duration KEEP = Duration.ofDays(400);

  /**
   * After that another file of the same identifier may take the place of one that came to naught.
   */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private final Store store;

  CapLog(Store store) {
    this.store = store;
  }

  /** The id of an alert's document. */
  static String key(String sender, String identifier) {
    return Digest.of(sender + '\n' + identifier);
  }

  /**
   * An alert that was taken.
   *
   * @param source the id of whose it was
   * @param sent when, by its own claim
   * @param notice that was made of it; "" as long as none was
   * @param root the id of the first alert's document in its thread
   */
  record Entry(String source, Instant sent, String notice, String root) {}

  /** What a file is beside those that came before. */
  sealed interface Begun {
    /** It is new, or was begun and never ended. */
    record Fresh() implements Begun {}

    /** The same file was taken before, and became this notice. */
    record Again(String notice) implements Begun {}

    /** Another file has had its identifier. */
    record Taken() implements Begun {}
  }

  /** Those that are remembered, by the id of their document. */
  CompletableFuture<Map<String, Entry>> entries(List<Reference> references) {
    List<String> keys = references.stream().map(r -> key(r.sender(), r.identifier())).toList();
    return store
        .getAll(SPEC.name(), keys)
        .thenApply(
            found ->
                found.values().stream()
                    .collect(Collectors.toMap(Document::id, one -> entry(one.json()))));
  }

  private static Entry entry(String json) {
    JsonNode node = JsonFields.parse(json);
    return new Entry(
        JsonFields.text(node, "source"),
        Instant.ofEpochMilli(node.path("sent").asLong()),
        JsonFields.text(node, "notice"),
        JsonFields.text(node, "root"));
  }

  /**
   * Remembers an alert before anything is made of it.
   *
   * @param signed whether its source has signed it: what anybody may have written under an
   *     identifier does not keep the source from using it
   * @param root the id of the first alert's document in its thread; its own for a first one
   */
  CompletableFuture<Begun> begin(
      CapAlert alert, String source, boolean signed, String file, String root, Instant now) {
    String key = key(alert.sender(), alert.identifier());
    return Rewrite.of(
        store,
        SPEC.name(),
        key,
        file,
        Priority.TURN,
        body -> begun(body, alert, source, signed, file, root, now));
  }

  private static Change<Begun> begun(
      Optional<String> body,
      CapAlert alert,
      String source,
      boolean signed,
      String file,
      String root,
      Instant now) {
    @Nullable JsonNode before = body.map(JsonFields::parse).orElse(null);
    if (before != null && (!signed || before.path("signed").asBoolean())) {
      boolean same = JsonFields.text(before, "file").equals(file);
      String notice = JsonFields.text(before, "notice");
      if (!notice.isEmpty()) return Change.none(same ? new Begun.Again(notice) : new Begun.Taken());
      if (same) return Change.none(new Begun.Fresh());
      Instant at = Instant.ofEpochMilli(before.path("at").asLong());
      if (now.isBefore(at.plus(UNDER_WAY))) return Change.none(new Begun.Taken());
    }
    ObjectNode next = JsonFields.object().put("schema", 1).put("source", source);
    next.put("signed", signed);
    next.put("sent", alert.sent().toEpochMilli()).put("file", file);
    next.put("at", now.toEpochMilli()).put("root", root);
    return new Change<>(next.toString(), new Begun.Fresh());
  }

  /** Remembers what an alert became. */
  CompletableFuture<Void> become(CapAlert alert, String file, String notice) {
    return Rewrite.of(
            store,
            SPEC.name(),
            key(alert.sender(), alert.identifier()),
            file + " made",
            Priority.TURN,
            body -> {
              if (body.isEmpty()) return Change.<Boolean>none(false);
              ObjectNode next = JsonFields.parse(body.get()).put("notice", notice);
              return new Change<>(next.toString(), true);
            })
        .thenApply(_ -> null);
  }

  /**
   * Makes an alert the newest of a thread; false when a later one was there before, or the thread
   * was taken back by one that is signed.
   *
   * @param ends whether it takes the thread back for good
   */
  CompletableFuture<Boolean> advance(String root, CapAlert alert, String file, boolean ends) {
    String key = key(alert.sender(), alert.identifier());
    return Rewrite.of(
        store,
        SPEC.name(),
        root,
        file + " newest",
        Priority.TURN,
        body -> {
          if (body.isEmpty()) return Change.none(false);
          ObjectNode thread = JsonFields.parse(body.get());
          String newest = JsonFields.text(thread, "newest");
          if (newest.equals(key)) return Change.none(true);
          boolean over = thread.path("ended").asBoolean();
          long latest = Math.max(thread.path("sent").asLong(), thread.path("latest").asLong());
          if (over || alert.sent().toEpochMilli() <= latest) return Change.none(false);
          thread.put("newest", key).put("latest", alert.sent().toEpochMilli());
          if (ends) thread.put("ended", true);
          return new Change<>(thread.toString(), true);
        });
  }

  static Retention retention() {
    return Retention.since(SPEC, "at", KEEP);
  }
}
