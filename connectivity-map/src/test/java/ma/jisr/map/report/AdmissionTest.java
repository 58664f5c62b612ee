package ma.jisr.map.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Revision;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people name becomes a hotspot, once, by whoever may. */
final class AdmissionTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String PLACE = "al-haouz.amizmiz";
  private static final Actor SAID =
      new Actor("said", Role.OPERATOR, Territory.of(List.of("al-haouz")));

  private final MemoryStore store = new MemoryStore(specs());
  private final Map<String, Thanks.Owed> thanked = new TreeMap<>();
  private final Node node = new Node(store);
  private final String id = named("hda jama3 lkbir", "k");

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(Hotspots.COLLECTIONS);
    specs.addAll(ReportCollections.specs());
    return specs;
  }

  private final class Node {
    final Hotspots hotspots;
    final Proposals proposals;
    final Admission admission;

    Node(Store on) {
      hotspots =
          Hotspots.on(on, () -> GAZETTEER, List.of(), Almanac.COMPUTED, () -> NOON, Runnable::run);
      proposals =
          new Proposals(
              on,
              Vault.passing(new Random(1)),
              owed -> {
                thanked.putIfAbsent(owed.id(), owed);
                return CompletableFuture.allOf();
              },
              ReportRules.USUAL);
      admission = new Admission(proposals, hotspots.desk(), () -> GAZETTEER, () -> NOON);
    }
  }

  private String named(String landmark, String key) {
    node.proposals.propose("amina", PLACE, landmark, false, NOON, key).join();
    return node.proposals.waiting(9).join().stream()
        .filter(p -> p.landmark().equals(landmark))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Kept accepted(NewSpot spot) {
    return done(node.admission.accept(SAID, id, spot).join());
  }

  private Thanks.Owed thanks() {
    return Objects.requireNonNull(thanked.get("new:" + id));
  }

  private static Kept done(Decision decision) {
    return assertInstanceOf(Decision.Done.class, decision).now();
  }

  private static Reason refused(Decision decision) {
    return assertInstanceOf(Refused.class, decision).reason();
  }

  private Proposal.State state() {
    return node.proposals.byId(id).join().orElseThrow().state();
  }

  @Test
  void whatWasNamedIsOnTheMap() {
    Hotspot made = accepted(NewSpot.AS_NAMED).hotspot();
    assertEquals(made, node.hotspots.map().byCode(made.code()).orElseThrow());
    assertEquals("Wifi Amizmiz", made.name().in(Language.FR, false));
    assertEquals("واي فاي أمزميز", made.name().in(Language.AR, false));
    assertEquals("hda jama3 lkbir", Objects.requireNonNull(made.way()).in(Language.FR, false));
    assertEquals(PLACE, made.place());
    assertEquals(false, made.exact(), "told as approximate");
    assertEquals(Hotspot.State.UNKNOWN, made.state());
    assertEquals(Hotspot.Access.CUSTOMERS, made.access());
    assertEquals(Proposal.State.ACCEPTED, state());
    assertEquals(List.of("amina"), thanks().people());
    assertEquals(made.id(), thanks().hotspot());
  }

  @Test
  void whatTheOperatorKnowsIsTaken() {
    NewSpot known =
        new NewSpot(
            "مقهى السوق",
            Hotspot.Kind.CAFE,
            Hotspot.Access.FREE,
            new GeoPoint(31.2187, -8.2343),
            "Face au souk",
            "Mo-Su 08:00-22:00");
    Hotspot made = accepted(known).hotspot();
    assertEquals("مقهى السوق", made.name().in(Language.AR, false));
    assertEquals("Face au souk", Objects.requireNonNull(made.way()).in(Language.FR, false));
    assertEquals(new GeoPoint(31.2187, -8.2343), made.point());
    assertTrue(made.exact());
    assertEquals(Hotspot.Access.FREE, made.access());
    assertEquals("Mo-Su 08:00-22:00", made.hours().usual());
  }

  @Test
  void itsHistoryAndTheFeedSayWho() {
    Kept made = accepted(NewSpot.AS_NAMED);
    Decision.Shown shown =
        assertInstanceOf(
            Decision.Shown.class, node.hotspots.desk().history(SAID, made.hotspot().id()).join());
    Revision first = shown.history().getFirst();
    assertEquals(Deed.CREATE, first.deed());
    assertEquals("said", first.actor());
    assertEquals("create", node.hotspots.feed().after(0).join().getFirst().deed());
  }

  @Test
  void acceptedAgainItIsTheSame() {
    Kept first = accepted(NewSpot.AS_NAMED);
    assertEquals(first, accepted(NewSpot.AS_NAMED));
    assertEquals(1, node.hotspots.reload().join());
    assertEquals(
        Optional.of("it has been accepted before"),
        node.admission.reject(SAID, id).join().map(Refused::what));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhoMayChangeTheMapThere(Role role) {
    boolean may = role == Role.OPERATOR || role == Role.ADMINISTRATOR;
    Actor here = new Actor("x", role, Territory.of(List.of("marrakech-safi")));
    Actor elsewhere = new Actor("x", role, Territory.of(List.of("souss-massa")));
    String other = thanksTo();
    for (Actor actor : may ? List.of(elsewhere) : List.of(here, elsewhere)) {
      assertEquals(
          Reason.NO_RIGHT, refused(node.admission.accept(actor, id, NewSpot.AS_NAMED).join()));
      assertEquals(Reason.NO_RIGHT, refused(node.admission.link(actor, id, other).join()));
      assertEquals(
          Optional.of(Reason.NO_RIGHT),
          node.admission.reject(actor, id).join().map(Refused::reason));
    }
    assertEquals(Proposal.State.WAITING, state());
    if (may) done(node.admission.accept(here, id, NewSpot.AS_NAMED).join());
  }

  /** One that is on the map already. */
  private String thanksTo() {
    String second = named("souk", "other");
    return done(node.admission.accept(SAID, second, NewSpot.AS_NAMED).join()).hotspot().id();
  }

  @Test
  void oneThatIsThereMayBeMeant() {
    String other = thanksTo();
    assertEquals(other, done(node.admission.link(SAID, id, other).join()).hotspot().id());
    assertEquals(other, done(node.admission.link(SAID, id, other).join()).hotspot().id());
    assertEquals(other, thanks().hotspot());
    assertEquals(1, node.hotspots.map().size());
    assertEquals(
        other,
        done(node.admission.accept(SAID, id, NewSpot.AS_NAMED).join()).hotspot().id(),
        "none is made of it any more");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertEquals(
        Reason.UNKNOWN, refused(node.admission.accept(SAID, "zz", NewSpot.AS_NAMED).join()));
    assertEquals(Reason.UNKNOWN, refused(node.admission.link(SAID, id, "nowhere").join()));
    NewSpot far = new NewSpot(null, Hotspot.Kind.CAFE, null, new GeoPoint(48.8, 2.3), null, "");
    assertEquals(Reason.INVALID, refused(node.admission.accept(SAID, id, far).join()));
    NewSpot tall = new NewSpot("x".repeat(81), Hotspot.Kind.CAFE, null, null, null, "");
    assertEquals(Reason.INVALID, refused(node.admission.accept(SAID, id, tall).join()));
    assertEquals(Proposal.State.WAITING, state());
    assertEquals(Optional.empty(), node.admission.reject(SAID, id).join());
    assertEquals(Reason.INVALID, refused(node.admission.accept(SAID, id, NewSpot.AS_NAMED).join()));
    assertEquals(0, node.hotspots.map().size());
  }

  /**
   * Killed behind any of its calls to the store: accepted again, there is one, thanked for once.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15})
  void aKillAtAnyMomentMakesNoTwo(int calls) {
    int[] left = {calls};
    Store dying =
        new FaultyStore(
            store,
            (method, collection) ->
                left[0]-- > 0
                    ? new FaultyStore.Fault.Pass()
                    : new FaultyStore.Fault.Hold(new CompletableFuture<>()));
    var unused = new Node(dying).admission.accept(SAID, id, NewSpot.AS_NAMED);
    Node next = new Node(store);
    next.hotspots.reload().join();
    Kept made = done(next.admission.accept(SAID, id, NewSpot.AS_NAMED).join());
    assertEquals(1, next.hotspots.reload().join());
    assertEquals(made.hotspot().id(), next.proposals.byId(id).join().orElseThrow().hotspot());
    assertEquals(1, thanked.size());
  }
}
