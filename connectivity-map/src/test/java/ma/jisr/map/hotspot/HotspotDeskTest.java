package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change;
import ma.jisr.map.hotspot.Decision.Done;
import ma.jisr.map.hotspot.Decision.Overtaken;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hotspot.Decision.Shown;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** The desk on a store that answers at once. */
final class HotspotDeskTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  static final Actor AMINA = new Actor("amina", Role.OPERATOR, Territory.of(List.of("al-haouz")));
  private static final Actor SAID = new Actor("said", Role.OPERATOR, Territory.EVERYWHERE);

  private final MemoryStore store = new MemoryStore(Hotspots.COLLECTIONS);
  private final Hotspots hotspots =
      Hotspots.on(
          store,
          () -> GAZETTEER,
          HotspotTable.samples(GAZETTEER),
          Almanac.COMPUTED,
          InstantSource.fixed(NOW),
          Runnable::run);
  private final HotspotDesk desk = hotspots.desk();

  HotspotDeskTest() {
    hotspots.reload().join();
  }

  @Test
  void aNewHotspotIsOnTheMapAtOnceWithACodeOfItsOwn() {
    Kept kept = done(desk.create(AMINA, Draft.of(Spots.named("New")), "w-1").join());
    assertEquals(0, kept.version());
    assertTrue(Hotspot.CODE.matcher(kept.hotspot().code()).matches());
    assertEquals(kept.hotspot(), hotspots.map().byCode(kept.hotspot().code()).orElseThrow());
  }

  @Test
  void aCreationThatIsRepeatedMakesNothingNew() {
    Kept first = done(desk.create(AMINA, Draft.of(Spots.named("New")), "w-1").join());
    int known = hotspots.map().size();
    assertEquals(first, done(desk.create(AMINA, Draft.of(Spots.named("New")), "w-1").join()));
    assertEquals(known, hotspots.map().size());
  }

  @Test
  void theSecondOfTwoEditorsGetsBothVersions() {
    Kept kept = done(desk.create(AMINA, Draft.of(Spots.named("New")), "w-1").join());
    String id = kept.hotspot().id();
    done(desk.change(AMINA, id, 0, Spots.named("Amina's"), "w-2").join());
    Overtaken overtaken =
        assertInstanceOf(
            Overtaken.class, desk.change(SAID, id, 0, Spots.named("Said's"), "w-3").join());
    assertEquals("Amina's", name(overtaken.theirs().hotspot()));
    assertEquals(1, overtaken.theirs().version());
    assertEquals("Said's", name(overtaken.yours()));
    assertEquals("Amina's", name(hotspots.map().byId(id).orElseThrow()));
  }

  @Test
  void historySaysWhoDidWhatWhenAndWhatWasThereBefore() {
    String id = done(desk.create(AMINA, Draft.of(Spots.named("A")), "w-1").join()).hotspot().id();
    done(desk.change(SAID, id, 0, Spots.named("B"), "w-2").join());
    done(desk.confirm(AMINA, id, Hotspot.State.BROKEN, "w-3").join());
    done(desk.retire(SAID, id, 2, "w-4").join());
    List<Revision> history = shown(desk.history(AMINA, id).join()).history();
    assertEquals(
        List.of("amina CREATE 0 -", "said CHANGE 1 A", "amina CONFIRM 2 B", "said RETIRE 3 B"),
        history.stream()
            .map(
                r ->
                    r.actor()
                        + " "
                        + r.deed()
                        + " "
                        + r.version()
                        + " "
                        + (r.before() == null ? "-" : name(r.before())))
            .toList());
    assertEquals(NOW, history.getFirst().at());
    assertTrue(hotspots.map().byId(id).isEmpty(), "off the map");
  }

  @Test
  void undoBringsBackWhatWasThere() {
    String id = done(desk.create(AMINA, Draft.of(Spots.named("A")), "w-1").join()).hotspot().id();
    done(desk.change(AMINA, id, 0, Spots.named("B"), "w-2").join());
    assertEquals("A", name(done(desk.undo(AMINA, id, 1, "w-3").join()).hotspot()));
    assertEquals("B", name(done(desk.undo(AMINA, id, 2, "w-4").join()).hotspot()), "and again");
    done(desk.retire(AMINA, id, 3, "w-5").join());
    assertEquals("B", name(done(desk.undo(AMINA, id, 4, "w-6").join()).hotspot()));
    assertTrue(hotspots.map().byId(id).isPresent());
  }

  @Test
  void undoOfACreationRetires() {
    String id = done(desk.create(AMINA, Draft.of(Spots.named("A")), "w-1").join()).hotspot().id();
    assertTrue(done(desk.undo(AMINA, id, 0, "w-2").join()).hotspot().retired());
  }

  @Test
  void historyIsBounded() {
    String id = done(desk.create(AMINA, Draft.of(Spots.named("A")), "w").join()).hotspot().id();
    for (int i = 0; i < 2 * Revision.MOST; i++)
      done(desk.change(AMINA, id, i, Spots.named("N" + i), "w-" + i).join());
    List<Revision> history = shown(desk.history(AMINA, id).join()).history();
    assertEquals(Revision.MOST, history.size());
    assertEquals(2 * Revision.MOST, history.getLast().version());
  }

  @Test
  void aSampleBecomesAStoredHotspotWhenSomebodyChangesIt() {
    String id = "sample-1042";
    Kept kept = done(desk.confirm(SAID, id, Hotspot.State.BROKEN, "w-1").join());
    assertEquals(1, kept.version());
    assertEquals(Hotspot.State.BROKEN, hotspots.map().byId(id).orElseThrow().state());
    hotspots.reload().join();
    assertEquals(Hotspot.State.BROKEN, hotspots.map().byId(id).orElseThrow().state());
  }

  @Test
  void whoConfirmedIsKeptWithIt() {
    String id = "sample-1042";
    Actor agent = new Actor("agent-3", Role.AGENT, Territory.of(List.of("marrakech-safi")));
    Kept kept = done(desk.confirm(agent, id, Hotspot.State.WORKS, "w-1").join());
    assertEquals(new Confirmation(NOW, Confirmation.By.AGENT), kept.hotspot().confirmed());
    Kept people = done(desk.reported(id, Hotspot.State.DOUBTFUL, "w-2").join());
    assertEquals(new Confirmation(NOW, Confirmation.By.PEOPLE), people.hotspot().confirmed());
  }

  @Test
  void everyDeedStandsInTheFeedWithWhoAndWhen() {
    String id = done(desk.create(AMINA, Draft.of(Spots.named("A")), "w-1").join()).hotspot().id();
    done(desk.change(SAID, id, 0, Spots.named("B"), "w-2").join());
    List<Change> feed = hotspots.feed().after(0).join();
    assertEquals(
        List.of("1 amina create w-1", "2 said change w-2"),
        feed.stream()
            .map(c -> c.seq() + " " + c.actor() + " " + c.deed() + " " + c.writeId())
            .toList());
    assertEquals(NOW, feed.getFirst().at());
    assertEquals(id, feed.getFirst().id());
  }

  @Test
  void whatCannotBeIsRefusedWithItsField() {
    assertEquals("place: not in the gazetteer", invalid(Draft.of(Spots.in("nowhere.at-all"))));
    Facts paris = Spots.facts(new GeoPoint(48.86, 2.35));
    assertEquals("lat, lon: outside the country", invalid(Draft.of(paris)));
    Facts facts = Spots.named("A");
    Hotspot.State state = Hotspot.State.UNKNOWN;
    assertTrue(invalid(new Draft(facts, state, null, "no id!", null)).startsWith("id: not"));
    assertTrue(invalid(new Draft(facts, state, null, null, "2042")).startsWith("code: not"));
    done(desk.create(SAID, new Draft(facts, state, null, "one", "1999"), "w-1").join());
    assertEquals(
        "code: another hotspot has it", invalid(new Draft(facts, state, null, "two", "1999")));
    assertEquals("id: another hotspot has it", invalid(new Draft(facts, state, null, "one", null)));
  }

  @Test
  void whatIsNotThereOrGoneIsSaid() {
    assertEquals(Reason.UNKNOWN, refused(desk.retire(SAID, "nothing", 0, "w").join()).reason());
    assertEquals(Reason.UNKNOWN, refused(desk.history(SAID, "nothing").join()).reason());
    done(desk.retire(SAID, "sample-1042", 0, "w-1").join());
    assertEquals(
        Reason.INVALID,
        refused(desk.confirm(SAID, "sample-1042", Hotspot.State.WORKS, "w-2").join()).reason());
    assertEquals(
        "nothing to undo", refused(desk.undo(SAID, "sample-1001", 0, "w-3").join()).what());
  }

  @Test
  void theSameFactsAgainChangeNothing() {
    Kept kept = done(desk.create(AMINA, Draft.of(Spots.named("A")), "w-1").join());
    String id = kept.hotspot().id();
    assertEquals(kept, done(desk.change(AMINA, id, 0, Spots.named("A"), "w-2").join()));
    assertEquals(1, hotspots.feed().after(0).join().size());
  }

  private String invalid(Draft draft) {
    Refused refused = refused(desk.create(SAID, draft, "w-" + draft.hashCode()).join());
    assertEquals(Reason.INVALID, refused.reason());
    return refused.what();
  }

  static Kept done(Decision decision) {
    return assertInstanceOf(Done.class, decision).now();
  }

  private static Refused refused(Decision decision) {
    return assertInstanceOf(Refused.class, decision);
  }

  private static Shown shown(Decision decision) {
    return assertInstanceOf(Shown.class, decision);
  }

  private static String name(Hotspot hotspot) {
    return hotspot.name().in(Language.FR, true);
  }
}
