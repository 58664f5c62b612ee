package ma.jisr.service.notices.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * What officials are written: a document a letter, inserted with its outbox, so that it is written
 * once whichever node comes first and whenever one dies. Callable from any thread.
 */
public final class Letters {
  /** Whose messages they are. */
  public static final String FLOW = "notices.official";

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "notice_letters",
          CollectionSpec.Area.LIVE,
          List.of(Outbox.INDEX, new IndexSpec("at", List.of(), "at")));

  /** How long it is known who was written: a repetition comes within minutes. */
  private static final Duration KEEP = Duration.ofDays(2);

  private final Store store;
  private final Outboxes outboxes;
  private final InstantSource clock;

  public Letters(Store store, Outboxes outboxes, InstantSource clock) {
    this.store = store;
    this.outboxes = outboxes;
    this.clock = clock;
  }

  /**
   * Writes to some; complete when it is durable that they will be written to.
   *
   * @param key the same for the same letter
   * @param persons at most {@link Outbox#MAX_ROWS}
   * @param message of {@link #FLOW}
   * @param expires when it is no longer worth sending
   */
  CompletableFuture<Void> write(
      String key,
      Collection<String> persons,
      String message,
      Map<String, Value> values,
      Instant expires) {
    if (persons.isEmpty()) return CompletableFuture.allOf();
    Instant now = clock.instant();
    var letter = new ma.jisr.flow.signal.Notice(FLOW, message, values, Urgency.REPLY, expires);
    return outboxes
        .call(Outbox.EMPTY, persons, letter)
        .thenCompose(outbox -> insert(Digest.of(key), outbox, now));
  }

  private CompletableFuture<Void> insert(String id, Outbox outbox, Instant now) {
    ObjectNode body = JsonFields.object().put("schema", 1).put("at", now.toEpochMilli());
    OutboxJson.put(body, outbox, now);
    return store
        .insert(SPEC.name(), List.of(new Document(id, 0, id, body.toString())), Priority.TURN)
        .thenAccept(_ -> outboxes.wrote(SPEC.name(), id));
  }

  /** How long it is known. */
  static Retention retention() {
    return Retention.since(SPEC, "at", KEEP);
  }
}
