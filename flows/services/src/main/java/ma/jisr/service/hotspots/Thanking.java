package ma.jisr.service.hotspots;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotStore;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.report.Thanks;
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
 * Thanks those who reported a hotspot, once, when somebody has looked: a document for each check,
 * inserted once, whose outbox holds a notice for each of them. By night the rows wait for the
 * morning. A courtesy: who has said STOP is left in peace, and a ceiling may hold it back.
 */
public final class Thanking implements Thanks {
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "hotspot_thanks",
          CollectionSpec.Area.LIVE,
          List.of(Outbox.INDEX, new IndexSpec("made", List.of(), "made")));

  /** Nobody is woken for thanks. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final LocalTime EVENING = LocalTime.of(20, 0);

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** Later nobody remembers having reported anything. */
  private static final Duration WORTH = Duration.ofDays(3);

  /** How long it is known that somebody has been thanked: longer than a check is repeated. */
  private static final Duration KEEP = Duration.ofDays(30);

  private static final String FLOW = "hotspots.report";

  private final Store store;
  private final HotspotStore hotspots;
  private final Outboxes outboxes;
  private final InstantSource clock;

  public Thanking(Store store, HotspotStore hotspots, Outboxes outboxes, InstantSource clock) {
    this.store = store;
    this.hotspots = hotspots;
    this.outboxes = outboxes;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> owe(Owed owed) {
    if (owed.people().isEmpty()) return CompletableFuture.completedFuture(null);
    // Not from the map: what was retired is thanked for, too.
    return hotspots
        .getAll(List.of(owed.hotspot()))
        .thenCompose(
            found -> {
              Kept kept = found.get(owed.hotspot());
              return kept == null
                  ? CompletableFuture.completedFuture(null)
                  : owe(owed, kept.hotspot());
            });
  }

  private CompletableFuture<Void> owe(Owed owed, Hotspot hotspot) {
    Instant now = clock.instant();
    Instant due = awake(now);
    Notice notice = notice(owed, hotspot, due.plus(WORTH));
    Outbox outbox = Outbox.EMPTY;
    for (String person : owed.people().subList(0, Math.min(owed.people().size(), Outbox.MAX_ROWS)))
      outbox = outbox.send(person, notice);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("schema", 1);
    body.put("made", now.toEpochMilli());
    OutboxJson.put(body, outbox, due);
    Document document = new Document(owed.id(), 0, "thanks", body.toString());
    return store
        .insert(SPEC.name(), List.of(document), Priority.BACKGROUND)
        .thenAccept(
            _ -> {
              // By night nobody is told: the relay's own look finds it when it is due.
              if (!due.isAfter(now)) outboxes.wrote(SPEC.name(), owed.id());
            });
  }

  private static Notice notice(Owed owed, Hotspot hotspot, Instant expires) {
    String message =
        switch (owed.found()) {
          case WORKS -> "thanks_works";
          case BROKEN -> "thanks_broken";
          case CLOSED -> "thanks_closed";
          case MOVED -> "thanks_moved";
          case NEW -> "thanks_new";
        };
    return new Notice(
        FLOW,
        message,
        Map.of(
            "name",
            new Value.Local(SpotWords.name(hotspot.name())),
            "code",
            new Value.Text(hotspot.code())),
        Urgency.BULK,
        expires);
  }

  /** Now, or the next morning when it is night in Morocco. */
  static Instant awake(Instant now) {
    ZonedDateTime local = now.atZone(MOROCCO);
    LocalTime time = local.toLocalTime();
    if (!time.isBefore(MORNING) && time.isBefore(EVENING)) return now;
    ZonedDateTime day = time.isBefore(MORNING) ? local : local.plusDays(1);
    return day.with(MORNING).toInstant();
  }

  /** How long it is known who was thanked. */
  public static Retention retention() {
    return Retention.since(SPEC, "made", KEEP);
  }
}
