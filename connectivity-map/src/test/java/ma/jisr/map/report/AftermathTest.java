package ma.jisr.map.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.change.ChangeWatch;
import ma.jisr.map.change.StillLoop;
import ma.jisr.map.exchange.BatchFollower;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.Options;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Draft;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/**
 * Whoever reported a hotspot is thanked when it changes, whichever way somebody changes it: here
 * one node changes, another one follows the feed.
 */
final class AftermathTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Actor SAID = new Actor("said", Role.OPERATOR, Territory.EVERYWHERE);
  private static final Duration TIME = Duration.ofSeconds(5);

  private final MemoryStore store = new MemoryStore(specs());
  private final Map<String, Thanks.Owed> thanked = new TreeMap<>();
  private final StillLoop loop = new StillLoop();
  private final Hotspots here = on();
  private final Reports reports = reports(here);
  private String spot = "";

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(Hotspots.COLLECTIONS);
    specs.addAll(ReportCollections.specs());
    return specs;
  }

  private Hotspots on() {
    return Hotspots.on(
        store, () -> GAZETTEER, List.of(), Almanac.COMPUTED, loop::now, Runnable::run);
  }

  private Reports reports(Hotspots of) {
    return new Reports(
        store,
        of.map(),
        Vault.passing(new Random(1)),
        Confirming.on(of.desk()),
        owed -> {
          thanked.putIfAbsent(owed.id(), owed);
          return CompletableFuture.allOf();
        },
        ReportRules.USUAL);
  }

  private HotspotExchange exchange(Hotspots of) {
    return new HotspotExchange(store, of, () -> GAZETTEER, loop::now);
  }

  /** A node that changes nothing and follows what others change. */
  private void follow() {
    Hotspots there = on();
    Reports its = reports(there);
    BatchFollower batches = new BatchFollower(exchange(there).publishing(), Runnable::run);
    ChangeWatch watch =
        new ChangeWatch(
            loop,
            there.feed(),
            Map.of(
                Subject.HOTSPOT,
                ReportFollower.behind(there.follower(), its, there.desk()),
                Subject.BATCH,
                new ReportFollower(batches, batches::touched, its, there.desk())));
    watch.start();
  }

  private void begin(State state) {
    follow();
    follow();
    spot =
        done(here.desk().create(SAID, new Draft(facts("souk"), state, null, null, null), "w-0"))
            .hotspot()
            .id();
    loop.pass(TIME);
  }

  private static Facts facts(String way) {
    return new Facts(
        LocalText.same("Wifi"),
        Hotspot.Kind.SQUARE,
        Hotspot.Access.FREE,
        null,
        Timetable.of(""),
        new LocalText(Map.of(Language.FR, way)),
        GAZETTEER.area("al-haouz.amizmiz").orElseThrow().point(),
        false,
        "al-haouz.amizmiz",
        null,
        null,
        null,
        Map.of());
  }

  private static Kept done(CompletableFuture<Decision> decision) {
    return assertInstanceOf(Decision.Done.class, decision.join()).now();
  }

  private void says(String person, Said said) {
    Voice voice = new Voice(spot, said, "", person, true, "iam", loop.now(), person + loop.now());
    assertTrue(reports.told(voice).join().isPresent());
    loop.pass(TIME);
  }

  private long version() {
    return Objects.requireNonNull(here.store().getAll(List.of(spot)).join().get(spot)).version();
  }

  /** What came of it, and who was thanked. */
  private List<String> told() {
    loop.pass(TIME);
    List<String> told = new ArrayList<>();
    for (Thanks.Owed owed : thanked.values())
      told.add(owed.found() + " " + new TreeSet<>(owed.people()));
    return told;
  }

  private Set<String> waiting() {
    Set<String> ids = new TreeSet<>();
    reports.waiting(9).join().forEach(w -> ids.add(w.hotspot()));
    return ids;
  }

  @Test
  void byTheDeskOfAnotherNode() {
    begin(State.WORKS);
    says("amina", Said.BROKEN);
    done(here.desk().confirm(SAID, spot, State.BROKEN, "w-1"));
    assertEquals(List.of("BROKEN [amina]"), told());
    assertEquals(Set.of(), waiting());
  }

  @Test
  void whenItIsTakenOffTheMap() {
    begin(State.WORKS);
    says("amina", Said.BROKEN);
    done(here.desk().retire(SAID, spot, version(), "w-1"));
    assertEquals(List.of("CLOSED [amina]"), told());
  }

  @Test
  void whenItsNewPlaceIsEnteredWhoeverSaidSo() {
    begin(State.WORKS);
    says("amina", Said.MOVED);
    says("said", Said.WORKS);
    done(here.desk().change(SAID, spot, version(), facts("école"), "w-1"));
    assertEquals(List.of("MOVED [amina]"), told());
    assertEquals(Set.of(spot), waiting(), "whether it works nobody has looked");
    done(here.desk().confirm(SAID, spot, State.WORKS, "w-2"));
    assertEquals(List.of("MOVED [amina]", "WORKS [said]"), told());
  }

  @Test
  void byTheUndoOfAMistake() {
    begin(State.WORKS);
    done(here.desk().confirm(SAID, spot, State.CLOSED, "w-1"));
    loop.pass(TIME);
    says("amina", Said.WORKS);
    done(here.desk().undo(SAID, spot, version(), "w-2"));
    assertEquals(List.of("WORKS [amina]"), told());
  }

  @Test
  void byAFileAndByItsUndo() {
    begin(State.UNKNOWN);
    says("amina", Said.BROKEN);
    String batch = bring("en panne", loop.now());
    assertEquals(List.of("BROKEN [amina]"), told());
    says("said", Said.WORKS);
    assertInstanceOf(Verdict.Done.class, exchange(here).undo(SAID, batch));
    assertEquals(List.of("BROKEN [amina]"), told(), "unknown again: nobody has looked");
    assertEquals(Set.of(spot), waiting());
  }

  /** Somebody looked before people spoke: their word is no answer to it. */
  @Test
  void notByAFileThatIsOlderThanWhatWasSaid() {
    begin(State.UNKNOWN);
    says("amina", Said.BROKEN);
    String unused = bring("marche", loop.now().minus(Duration.ofDays(3)));
    assertEquals(List.of(), told());
    assertEquals(Set.of(spot), waiting());
  }

  @Test
  void notByWhatTellsNothingOfIt() {
    begin(State.WORKS);
    says("amina", Said.BROKEN);
    Facts named = facts("souk");
    Facts renamed =
        new Facts(
            LocalText.same("Wifi 2"),
            named.kind(),
            Hotspot.Access.PAID,
            null,
            named.hours(),
            named.way(),
            named.point(),
            named.exact(),
            named.place(),
            null,
            null,
            null,
            Map.of());
    done(here.desk().change(SAID, spot, version(), renamed, "w-1"));
    says("said", Said.BROKEN);
    assertEquals(State.DOUBTFUL, here.map().byId(spot).orElseThrow().state());
    assertEquals(List.of(), told(), "nor by the doubt that they have made themselves");
  }

  /** Both nodes follow, and the changing one tells of its check as well: one thank you. */
  @Test
  void eachOnceByHoweverMany() {
    begin(State.WORKS);
    says("amina", Said.BROKEN);
    done(here.desk().confirm(SAID, spot, State.BROKEN, "w-1"));
    reports.checked(spot, State.BROKEN, loop.now(), "w-1").join();
    follow();
    assertEquals(List.of("BROKEN [amina]"), told());
    done(here.desk().confirm(SAID, spot, State.WORKS, "w-2"));
    assertEquals(List.of("BROKEN [amina]"), told());
  }

  private String bring(String state, Instant confirmed) {
    String file =
        "id;name_fr;kind;access;place;state;confirmed\n"
            + spot
            + ";Wifi;square;free;;"
            + state
            + ";"
            + confirmed
            + "\n";
    Plan plan = exchange(here).plan(SAID, "a.csv", file.getBytes(UTF_8), null, Options.USUAL);
    Batch batch = assertInstanceOf(Verdict.Done.class, exchange(here).bring(SAID, plan)).batch();
    return batch.id();
  }
}
