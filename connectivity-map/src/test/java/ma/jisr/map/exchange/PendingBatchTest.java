package ma.jisr.map.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.change.Change;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Draft;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Revision;
import ma.jisr.map.hours.Almanac;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import org.junit.jupiter.api.Test;

/** Batches between the one write that shows them and the many that end them; and what they cost. */
final class PendingBatchTest {
  private static final Actor SAID =
      new Actor("said", Role.OPERATOR, Territory.of(List.of("marrakech")));
  private static final String HEAD = "id;name_fr;kind;access;place;lat;lon;hours\n";
  private static final Instant LATER = Desk.NOW.plusSeconds(3_600);

  private final Desk desk = new Desk();
  private final Batches batches = new Batches(desk.store, () -> LATER);

  private static String row(String id, String access) {
    return id + ";Café " + id + ";cafe;" + access + ";marrakech.marrakech;31.62616;-7.98999;24/7\n";
  }

  /** Shown to all, and nothing written into the documents: the process died there. */
  private String published(String rows) {
    Plan plan = desk.plan(Desk.OWNER, (HEAD + rows).getBytes(UTF_8), new Options(true, true));
    String id =
        assertInstanceOf(Verdict.Done.class, desk.exchange.stage(Desk.OWNER, plan)).batch().id();
    assertInstanceOf(Verdict.Done.class, batches.publish(id, areas -> true));
    return id;
  }

  private String brought(String rows) {
    String id = published(rows);
    batches.finish();
    desk.hotspots.reload().join();
    return id;
  }

  private Kept read(String id) {
    return assertInstanceOf(Decision.Shown.class, desk.hotspots.desk().read(Desk.OWNER, id).join())
        .now();
  }

  private List<Revision> history(String id) {
    return assertInstanceOf(
            Decision.Shown.class, desk.hotspots.desk().history(Desk.OWNER, id).join())
        .history();
  }

  private Batch batch(String id) {
    return batches.batch(id).orElseThrow();
  }

  @Test
  void theDeskReadsWhatIsPublishedBeforeItIsWritten() {
    brought(row("h-1", "free"));
    published(row("h-1", "paid") + row("h-2", "free"));
    assertEquals(0, desk.store.get("hotspots", "h-1").join().orElseThrow().version());
    assertEquals(Hotspot.Access.PAID, read("h-1").hotspot().access());
    assertEquals(1, read("h-1").version());
    assertEquals("Café h-2", read("h-2").hotspot().name().in(ma.jisr.base.Language.FR, true));
    assertEquals(
        List.of(Deed.IMPORT, Deed.IMPORT), history("h-1").stream().map(Revision::deed).toList());
    assertEquals(2, desk.hotspots.store().getAll(List.of("h-1", "h-2", "h-3")).join().size());
  }

  @Test
  void whoeverEditsWritesWhatTheBatchSaysFirst() {
    brought(row("h-1", "free"));
    String id = published(row("h-1", "paid") + row("h-2", "free"));
    for (String one : List.of("h-1", "h-2")) {
      Decision done =
          desk.hotspots.desk().confirm(SAID, one, Hotspot.State.BROKEN, "w-" + one).join();
      Kept now = assertInstanceOf(Decision.Done.class, done).now();
      assertEquals(Hotspot.State.BROKEN, now.hotspot().state());
    }
    batches.finish();
    assertEquals(Batch.State.APPLIED, batch(id).state());
    assertEquals(Batch.Left.NONE, batch(id).left());
    assertEquals(Hotspot.Access.PAID, read("h-1").hotspot().access());
    assertEquals(Hotspot.State.BROKEN, read("h-1").hotspot().state());
    assertEquals(
        List.of(Deed.IMPORT, Deed.IMPORT, Deed.CONFIRM),
        history("h-1").stream().map(Revision::deed).toList());
    assertEquals(
        List.of(Deed.IMPORT, Deed.CONFIRM), history("h-2").stream().map(Revision::deed).toList());
  }

  @Test
  void anUndoStandsInTheHistoryWithWhoDidIt() {
    brought(row("h-1", "free"));
    String id = brought(row("h-1", "paid"));
    assertInstanceOf(Verdict.Done.class, desk.exchange.undo(SAID, id));
    assertEquals(Hotspot.Access.FREE, read("h-1").hotspot().access());
    Revision last = history("h-1").getLast();
    assertEquals(Deed.UNDO, last.deed());
    assertEquals("said", last.actor());
    assertEquals(Role.OPERATOR, last.role());
    assertEquals(Desk.NOW, last.at());
    assertEquals(2, last.version());
    Hotspot before = last.before();
    assertTrue(before != null && before.access() == Hotspot.Access.PAID);
    assertEquals(3, history("h-1").size(), "both imports stay in it");
    Decision back = desk.hotspots.desk().undo(SAID, "h-1", 2, "w").join();
    assertEquals(
        Hotspot.Access.PAID,
        assertInstanceOf(Decision.Done.class, back).now().hotspot().access(),
        "and can be taken back itself");
  }

  @Test
  void theDeskSeesAnUndoBeforeItIsWritten() {
    brought(row("h-1", "free"));
    String id = brought(row("h-1", "paid") + row("h-2", "free"));
    assertInstanceOf(Verdict.Done.class, batches.undo(id, SAID, areas -> true));
    assertEquals(1, desk.store.get("hotspots", "h-1").join().orElseThrow().version());
    assertEquals(Hotspot.Access.FREE, read("h-1").hotspot().access());
    assertEquals(Deed.UNDO, history("h-1").getLast().deed());
    assertInstanceOf(Decision.Refused.class, desk.hotspots.desk().read(Desk.OWNER, "h-2").join());
    Hotspot gone = desk.hotspots.map().byId("h-2").orElseThrow();
    Draft again = new Draft(gone.facts(), Hotspot.State.UNKNOWN, null, "h-2", null);
    assertInstanceOf(
        Decision.Done.class, desk.hotspots.desk().create(SAID, again, "w-again").join());
    batches.finish();
    assertEquals(1, batch(id).left().count(), "what somebody made anew stays");
    assertEquals(Deed.CREATE, history("h-2").getLast().deed());
  }

  /** Of a hundred hotspots two are changed: no node reads the others. */
  @Test
  void whatABatchDidNotTouchIsNotReadAgain() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 100; i++) rows.append(row("h-" + i, "free"));
    brought(rows.toString());
    List<String> whole = new ArrayList<>();
    Store counted =
        new FaultyStore(
            desk.store,
            (method, collection) -> {
              if (collection.equals("hotspots") && method.equals("scan")) whole.add(method);
              return new FaultyStore.Fault.Pass();
            });
    Hotspots there =
        Hotspots.on(
            counted, () -> Desk.GAZETTEER, List.of(), Almanac.COMPUTED, () -> LATER, Runnable::run);
    assertEquals(100, there.reload().join());
    whole.clear();
    HotspotExchange exchange =
        new HotspotExchange(counted, there, () -> Desk.GAZETTEER, () -> LATER);
    BatchFollower follower = new BatchFollower(exchange.publishing(), Runnable::run);
    String id =
        desk.bring(HEAD + row("h-7", "paid") + "n-1;Neuf;cafe;free;agadir.agadir;30.4;-9.6;\n");
    List<Change> told = desk.hotspots.feed().after(0).join();
    assertEquals(told, follower.follow(told).join());
    assertEquals(Hotspot.Access.PAID, there.map().byId("h-7").orElseThrow().access());
    assertEquals(101, there.map().size());
    assertInstanceOf(Verdict.Done.class, exchange.undo(Desk.OWNER, id));
    assertEquals(100, there.map().size());
    assertEquals(Hotspot.Access.FREE, there.map().byId("h-7").orElseThrow().access());
    assertEquals(List.of(), whole);
  }

  /** So many that they are folded into the index at once, and taken out of it again. */
  @Test
  void aLongBatchComesAndGoesAsAWhole() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 1_200; i++) rows.append(row("h-" + i, "free"));
    Plan plan = desk.plan(Desk.OWNER, (HEAD + rows).getBytes(UTF_8), new Options(true, true));
    String id = desk.bring(plan);
    assertEquals(1_200, desk.hotspots.map().size());
    assertInstanceOf(Verdict.Done.class, desk.exchange.undo(Desk.OWNER, id));
    assertEquals(0, desk.hotspots.map().size());
    assertEquals(id, desk.bring(plan), "and again");
    assertEquals(1_200, desk.hotspots.map().size());
    assertEquals(1_200, desk.hotspots.reload().join());
  }

  /** Batches of many chunks: the change of one document is found among them. */
  @Test
  void oneOfManyIsFound() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 1_200; i++) rows.append(row("h-" + i, "free"));
    String id = published(rows.toString());
    assertTrue(batch(id).chunks() > 5);
    for (int i = 0; i < 1_200; i += 97) assertEquals("h-" + i, read("h-" + i).hotspot().id());
    for (String none : List.of("a", "h-1200", "z"))
      assertInstanceOf(Decision.Refused.class, desk.hotspots.desk().read(Desk.OWNER, none).join());
  }
}
