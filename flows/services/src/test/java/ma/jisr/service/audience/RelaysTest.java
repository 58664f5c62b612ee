package ma.jisr.service.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.Held;
import ma.jisr.service.Whose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaysTest {
  private static final Actor HAOUZ =
      new Actor("official", Role.OFFICIAL, Territory.of(Set.of("al-haouz")));
  private static final Actor SAFI = new Actor("other", Role.OFFICIAL, Territory.of(Set.of("safi")));

  private final AudienceWorld world = new AudienceWorld();

  private static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }

  private RelayPost moqaddem(String number, String place) {
    return done(
        world
            .relays
            .register(
                HAOUZ, new RelayDesk.Draft(number, place, "moqaddem", "Moqaddem"), "k" + number)
            .join());
  }

  private Announcing snow(Set<String> areas) {
    return new Announcing(
        "n1",
        "4821",
        LocalText.of(
            Language.FR, "Neige : restez chez vous.", Language.AR, "ثلج: ابقوا في بيوتكم."),
        areas,
        world.now.get().plus(Duration.ofHours(6)));
  }

  @ParameterizedTest
  @CsvSource({
    "0661000001, al-haouz.asni, mosque, ok",
    "0661000001, Amizmiz, '', ok",
    "0661000001, atlantis, mosque, 'place: neither an id nor the name of one'",
    "0661000001, al-haouz.asni, king, 'kind: moqaddem, teacher, mosque, association or other'",
    "0522000001, al-haouz.asni, mosque, phone: no Moroccan mobile number",
    "0661000001, safi.safi, mosque, ''",
  })
  void whoMayBeOne(String number, String place, String kind, String expected) {
    Ruling<RelayPost> ruling =
        world.relays.register(HAOUZ, new RelayDesk.Draft(number, place, kind, ""), "k").join();
    assertEquals(
        expected,
        ruling instanceof Ruling.Refused<RelayPost>(var reason, String what) ? what : "ok");
  }

  @Test
  void whoIsAskedIsAskedOnceAndSaysWhen() {
    RelayPost village = moqaddem("0661000001", AudienceWorld.TACHEDDIRT);
    RelayPost town = moqaddem("0661000002", "al-haouz.amizmiz");
    assertEquals(1, world.announcements.ask(snow(Set.of(AudienceWorld.ASNI))).join());
    assertEquals(1, world.announcements.ask(snow(Set.of(AudienceWorld.ASNI))).join());
    assertTrue(world.announcements.waiting(town.person()).join().isEmpty());
    List<Announcement> waiting = world.announcements.waiting(village.person()).join();
    assertEquals(1, waiting.size());
    String id = waiting.getFirst().id();
    assertTrue(world.announcements.announced(id, town.person(), "k1").join().isEmpty());
    world.now.set(world.now.get().plusSeconds(600));
    assertTrue(world.announcements.announced(id, village.person(), "k2").join().isPresent());
    world.now.set(world.now.get().plusSeconds(600));
    world.announcements.announced(id, village.person(), "k3").join();
    assertTrue(world.announcements.waiting(village.person()).join().isEmpty());
    Announcements.Told told = done(world.announcements.of(HAOUZ, "n1").join()).getFirst();
    assertEquals(world.now.get().minusSeconds(600).toEpochMilli(), told.announcement().announced());
    assertEquals("Moqaddem", told.relay().orElseThrow().name());
    assertTrue(done(world.announcements.of(SAFI, "n1").join()).isEmpty());
  }

  @Test
  void aNoticeOfTheWholeRegionReachesAllOfThemOnce() {
    moqaddem("0661000001", AudienceWorld.TACHEDDIRT);
    moqaddem("0661000002", "al-haouz.amizmiz");
    assertEquals(2, world.announcements.ask(snow(Set.of("marrakech-safi", "al-haouz"))).join());
  }

  @Test
  void whatIsOverIsNotShownAndForgottenInTheEnd() {
    RelayPost post = moqaddem("0661000001", AudienceWorld.ASNI);
    world.announcements.ask(snow(Set.of(AudienceWorld.ASNI))).join();
    world.now.set(world.now.get().plus(Duration.ofHours(7)));
    assertTrue(world.announcements.waiting(post.person()).join().isEmpty());
    assertEquals(0, forgotten());
    world.now.set(world.now.get().plus(RelayStore.KEEP));
    assertEquals(1, forgotten());
  }

  private int forgotten() {
    return Announcements.retention().remove(world.store, world.now.get(), 10).join();
  }

  @Test
  void onlyTheirOwnOfficialsSeeAndDismissThem() {
    RelayPost post = moqaddem("0661000001", AudienceWorld.ASNI);
    assertEquals(1, done(world.relays.list(HAOUZ, "al-haouz").join()).size());
    assertEquals(1, done(world.relays.list(HAOUZ, AudienceWorld.ASNI).join()).size());
    assertEquals(0, done(world.relays.list(HAOUZ, "al-haouz.amizmiz").join()).size());
    assertEquals(Ruling.noRight(), world.relays.list(SAFI, "al-haouz").join());
    assertEquals(Ruling.unknown(), world.relays.dismiss(SAFI, post.id()).join());
    done(world.relays.dismiss(HAOUZ, post.id()).join());
    assertEquals(0, done(world.relays.list(HAOUZ, "al-haouz").join()).size());
    assertFalse(post.toString().contains("661"));
  }

  @Test
  void aTableRegistersThem() {
    String csv =
        """
        telephone,lieu,fonction,nom
        0661000001,Asni,moqaddem,Moqaddem
        0661000002,Nulle part,mosque,
        """;
    Filled filled = world.relays.fill(HAOUZ, csv.getBytes(StandardCharsets.UTF_8), "f").join();
    assertEquals(1, filled.taken());
    assertEquals(
        List.of(new Filled.Refusal(3, "place: neither an id nor the name of one")),
        filled.refusals());
  }

  @Test
  void nothingIsLeftOfWhoIsErased() {
    RelayPost post = moqaddem("0661000001", AudienceWorld.ASNI);
    world.announcements.ask(snow(Set.of(AudienceWorld.ASNI))).join();
    Reach reach = Reach.unproved("sim", Language.FR);
    world.subscribers.follow("k", post.person(), AudienceWorld.ASNI, reach).join();
    Whose who = new Whose(post.person(), List.of("212661000001"));
    assertEquals(
        List.of("places_followed", "relay_posts", "announcements"),
        world.holding.held(who).join().stream().map(Held::what).toList());
    world.holding.erase(who, world.now.get()).join();
    world.holding.erase(who, world.now.get()).join();
    assertTrue(world.holding.held(who).join().isEmpty());
    assertFalse(world.dump().contains(post.person()));
  }
}
