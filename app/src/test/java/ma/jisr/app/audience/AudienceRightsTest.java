package ma.jisr.app.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.rights.Stand;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.audience.AudienceDeed;
import ma.jisr.service.audience.AudienceRights;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.RelayDesk;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory at the desks of the audience and by command: what {@link
 * AudienceRights} allows is done, anything else refused.
 */
class AudienceRightsTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final String NUMBER = "0661000001";

  @TempDir Path folder;

  private final AudienceRooms rooms =
      new AudienceRooms(
          new MemoryStore(AudienceRooms.collections()),
          () -> GAZETTEER,
          InstantSource.fixed(Instant.parse("2026-03-02T10:15:00Z")));

  static Stream<Stand> stands() {
    return Stand.all();
  }

  private static boolean may(Stand stand, AudienceDeed deed) {
    return AudienceRights.of(stand.role()).contains(deed) && stand.covers();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stands")
  void desks(Stand stand) {
    var actor = stand.actor();
    rooms.group("elus", Stand.PLACE);
    String relay = rooms.relay(NUMBER, Stand.PLACE);
    rooms.asked("n1", Stand.PLACE);
    GroupDesk groups = rooms.groups;
    byte[] table = ("tel\n" + NUMBER + "\n").getBytes(StandardCharsets.UTF_8);
    boolean counts = may(stand, AudienceDeed.COUNT);
    assertEquals(counts, done(rooms.counts.of(actor, Stand.PLACE).join()));
    assertEquals(counts, done(groups.get(actor, "elus").join()));
    assertEquals(counts, done(groups.get(actor, "shops." + Stand.PLACE).join()));
    assertEquals(counts ? 1 : 0, groups.list(actor).join().size());
    boolean group = may(stand, AudienceDeed.GROUP);
    assertEquals(group, done(groups.put(actor, "autres", "Autres", Stand.PLACE, "k1").join()));
    assertEquals(group, done(groups.put(actor, "elus", "Élus", Stand.PLACE, "k2").join()));
    assertEquals(group, done(groups.add(actor, "elus", NUMBER, "", "k3").join()));
    assertEquals(group, done(groups.fill(actor, "elus", table, false, "k4").join()));
    assertEquals(group, done(groups.dismiss(actor, "elus", NUMBER, "k5").join()));
    assertEquals(group, done(groups.remove(actor, "elus").join()));
    boolean country = group && stand.territory().everywhere();
    assertEquals(country, done(groups.put(actor, "pays", "Pays", "", "k6").join()));
    boolean keeps = may(stand, AudienceDeed.RELAY);
    var draft = new RelayDesk.Draft("0661000002", Stand.PLACE, "teacher", "");
    byte[] posts = ("tel;lieu\n0661000003;" + Stand.PLACE + "\n").getBytes(StandardCharsets.UTF_8);
    assertEquals(keeps, done(rooms.relays.register(actor, draft, "k7").join()));
    assertEquals(keeps ? 1 : 0, rooms.relays.fill(actor, posts, "k8").join().taken());
    assertEquals(keeps, done(rooms.relays.list(actor, Stand.PLACE).join()));
    var told = rooms.announcements.of(actor, "n1").join();
    assertEquals(AudienceRights.of(stand.role()).contains(AudienceDeed.RELAY), done(told));
    if (told instanceof Ruling.Done<?> all)
      assertEquals(keeps ? 1 : 0, ((List<?>) all.now().thing()).size());
    assertEquals(keeps, done(rooms.relays.dismiss(actor, relay).join()));
  }

  private static boolean done(Ruling<?> ruling) {
    return ruling instanceof Ruling.Done<?>;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stands")
  void commands(Stand stand) throws Exception {
    rooms.group("elus", Stand.PLACE);
    String relay = rooms.relay(NUMBER, Stand.PLACE);
    boolean counts = may(stand, AudienceDeed.COUNT);
    assertEquals(counts, done(stand, "counts", Stand.PLACE));
    assertEquals(counts, done(stand, "group", "elus"));
    boolean group = may(stand, AudienceDeed.GROUP);
    assertEquals(group, done(stand, "put", "elus", "Élus", Stand.PLACE));
    assertEquals(group, done(stand, "add", "elus", NUMBER, "ar"));
    assertEquals(group, done(stand, "import", handed("tel\n" + NUMBER + "\n"), "add", "elus"));
    assertEquals(group, done(stand, "out", "elus", NUMBER));
    assertEquals(group, done(stand, "dissolve", "elus"));
    boolean keeps = may(stand, AudienceDeed.RELAY);
    assertEquals(keeps, done(stand, "register", NUMBER, Stand.PLACE, "mosque"));
    assertEquals(keeps, done(stand, "relays", Stand.PLACE));
    assertEquals(keeps, done(stand, "release", relay));
  }

  private String handed(String table) throws Exception {
    String number = Handover.number();
    new Handover(folder).put(number, table.getBytes(StandardCharsets.UTF_8));
    return number;
  }

  private boolean done(Stand stand, String... words) throws Exception {
    AudienceVerb verb =
        new AudienceVerb(
            rooms.counts, rooms.groups, rooms.relays, rooms.announcements, new Handover(folder));
    List<String> request = new ArrayList<>();
    for (String word : words) request.add(Words.of(word));
    try {
      return !verb.run(stand.actor(), request).lines().isEmpty();
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      assertTrue(why.contains("does not allow it") || why.contains("no such"), why);
      return false;
    }
  }
}
