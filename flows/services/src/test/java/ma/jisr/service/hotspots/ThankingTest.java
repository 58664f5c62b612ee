package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.HotspotStore;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.report.Thanks;
import ma.jisr.map.report.Thanks.Found;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThankingTest {
  private static final Instant NOON = Instant.parse("2026-04-06T11:00:00Z");

  private final MemoryStore store = new MemoryStore(specs());
  private final HotspotStore spots =
      new HotspotStore(
          store,
          new HotspotMap(Almanac.COMPUTED),
          HotspotTable.samples(StarterGazetteer.read()),
          Runnable::run);
  private Instant now = NOON;
  private final Thanking thanking = new Thanking(store, spots, new Outboxes(), () -> now);

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(Hotspots.COLLECTIONS);
    specs.add(Thanking.SPEC);
    return specs;
  }

  @Test
  void eachIsToldOnceHoweverOftenItIsOwed() {
    owe("sample-1042:1", Found.BROKEN);
    owe("sample-1042:1", Found.BROKEN);
    List<Outbox.Row> rows = rows();
    assertEquals(List.of("amina", "said"), rows.stream().map(Outbox.Row::person).toList());
    Notice notice = Objects.requireNonNull(rows.getFirst().notice());
    assertEquals("thanks_broken", notice.message());
    assertEquals(Urgency.BULK, notice.urgency(), "who has said STOP is left in peace");
  }

  /** Morocco's clocks: GMT+1 in April, GMT in Ramadan (March 2026). */
  @ParameterizedTest
  @CsvSource({
    "2026-04-06T11:00:00Z, 2026-04-06T11:00:00Z",
    "2026-04-06T08:00:00Z, 2026-04-06T08:00:00Z",
    "2026-04-06T07:59:59Z, 2026-04-06T08:00:00Z",
    "2026-04-06T18:59:59Z, 2026-04-06T18:59:59Z",
    "2026-04-06T19:00:00Z, 2026-04-07T08:00:00Z",
    "2026-04-06T23:30:00Z, 2026-04-07T08:00:00Z",
    "2026-03-02T03:00:00Z, 2026-03-02T09:00:00Z",
  })
  void nobodyIsWoken(Instant at, Instant told) {
    now = at;
    owe("sample-1042:1", Found.WORKS);
    assertEquals(0, due(told), "not before");
    assertEquals(1, due(told.plusMillis(1)));
  }

  @Test
  void whatHasGoneIsNotThankedFor() {
    thanking.owe(new Thanks.Owed("x:1", "nowhere", Found.WORKS, List.of("amina"), now)).join();
    thanking.owe(new Thanks.Owed("y:1", "sample-1042", Found.WORKS, List.of(), now)).join();
    assertEquals(List.of(), store.scan(Thanking.SPEC.name(), "", 9).join());
  }

  @ParameterizedTest
  @CsvSource({
    "WORKS,  thanks_works",
    "BROKEN, thanks_broken",
    "CLOSED, thanks_closed",
    "MOVED,  thanks_moved",
    "NEW,    thanks_new",
  })
  void eachIsToldWhatCameOfIt(Found found, String message) {
    owe("sample-1042:1", found);
    assertEquals(message, Objects.requireNonNull(rows().getFirst().notice()).message());
  }

  @Test
  void itIsForgottenLater() {
    owe("sample-1042:1", Found.WORKS);
    Thanking.retention().remove(store, NOON.plusSeconds(31L * 86_400), 9).join();
    assertEquals(List.of(), store.scan(Thanking.SPEC.name(), "", 9).join());
  }

  private void owe(String id, Found state) {
    thanking.owe(new Thanks.Owed(id, "sample-1042", state, List.of("amina", "said"), now)).join();
  }

  private List<Outbox.Row> rows() {
    Document kept = store.scan(Thanking.SPEC.name(), "", 9).join().getFirst();
    try {
      return OutboxJson.of(new com.fasterxml.jackson.databind.ObjectMapper().readTree(kept.json()))
          .rows();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the relay's look finds that looks at this moment. */
  private int due(Instant before) {
    return store
        .find(
            Thanking.SPEC.name(),
            new Query(
                Outbox.INDEX.name(), java.util.Map.of(), null, before.toEpochMilli(), null, 9))
        .join()
        .documents()
        .size();
  }
}
