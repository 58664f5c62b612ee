package ma.jisr.service.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.ledger.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupDeskTest {
  private static final Actor HAOUZ = official("al-haouz");
  private static final Actor SAFI = official("safi");

  private final AudienceWorld world = new AudienceWorld();
  private final GroupDesk desk = world.groups;

  private static Actor official(String area) {
    return new Actor("official-" + area, Role.OFFICIAL, Territory.of(Set.of(area)));
  }

  private static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }

  private static String refused(Ruling<?> ruling) {
    return ruling instanceof Ruling.Refused<?>(var reason, String what)
        ? reason + (what.isEmpty() ? "" : " " + what)
        : "done";
  }

  private Group elected() {
    return done(desk.put(HAOUZ, "elus-asni", "Élus d'Asni", AudienceWorld.ASNI, "k").join());
  }

  private long size(String id) {
    return done(desk.get(HAOUZ, id).join()).size();
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICIAL, al-haouz.asni, done",
    "OFFICIAL, safi, NO_RIGHT",
    "OFFICIAL, '', NO_RIGHT",
    "OFFICIAL, atlantis, INVALID area: not in the gazetteer",
    "OPERATOR, al-haouz, done",
    "VIEWER, al-haouz.asni, NO_RIGHT",
    "AGENT, al-haouz.asni, NO_RIGHT",
    "PERSON, al-haouz.asni, NO_RIGHT",
  })
  void whoMayMakeAGroupWhere(Role role, String area, String expected) {
    Actor actor = new Actor("somebody", role, Territory.of(Set.of("al-haouz")));
    assertEquals(expected, refused(desk.put(actor, "elus", "Élus", area, "k").join()));
  }

  @Test
  void aGroupIsAnothersNeitherToSeeNorToTake() {
    elected();
    assertEquals("UNKNOWN", refused(desk.get(SAFI, "elus-asni").join()));
    assertEquals("UNKNOWN", refused(desk.add(SAFI, "elus-asni", "0661000001", "", "k").join()));
    assertEquals("UNKNOWN", refused(desk.remove(SAFI, "elus-asni").join()));
    assertEquals(
        "INVALID id: another group has it",
        refused(desk.put(SAFI, "elus-asni", "Élus", "safi", "k").join()));
    assertTrue(desk.list(SAFI).join().isEmpty());
    assertEquals(1, desk.list(HAOUZ).join().size());
  }

  @ParameterizedTest
  @CsvSource({"E, Élus", "elus asni, Élus", "elus, ''", "-elus, Élus"})
  void badIdsAndNames(String id, String name) {
    assertTrue(
        refused(desk.put(HAOUZ, id, name, AudienceWorld.ASNI, "k").join()).startsWith("INVALID"));
  }

  @Test
  void membersComeAndGoByNumber() {
    elected();
    done(desk.add(HAOUZ, "elus-asni", "0661 00 00 01", "ar", "k1").join());
    done(desk.add(HAOUZ, "elus-asni", "+212661000001", "ar", "k2").join());
    done(desk.add(HAOUZ, "elus-asni", "0661000002", "", "k3").join());
    assertEquals(2, size("elus-asni"));
    String first = world.person("212661000001");
    assertEquals(
        Language.AR,
        Objects.requireNonNull(world.subscribers.of(List.of(first)).join().get(first)).language());
    done(desk.dismiss(HAOUZ, "elus-asni", "0661000001", "k4").join());
    assertEquals(1, size("elus-asni"));
    assertEquals(
        "INVALID phone: no Moroccan mobile number",
        refused(desk.add(HAOUZ, "elus-asni", "0522000001", "", "k5").join()));
    done(desk.remove(HAOUZ, "elus-asni").join());
    assertEquals(0, world.rows());
    assertEquals("UNKNOWN", refused(desk.get(HAOUZ, "elus-asni").join()));
  }

  @Test
  void aTableFillsAndReplaces() {
    elected();
    Filled first =
        fill("Téléphone;Langue\n0661000001;ar\n0661000002;\n0522;fr\n0661000002;fr\n", false);
    assertEquals(2, first.taken());
    assertEquals(
        List.of(
            new Filled.Refusal(4, "phone: no Moroccan mobile number"),
            new Filled.Refusal(5, "phone: is in the file twice")),
        first.refusals());
    Filled second = fill("phone\n0661000002\n0661000003\n", true);
    assertEquals(2, second.taken());
    assertEquals(1, second.left());
    assertEquals(2, size("elus-asni"));
    Filled broken = fill("phone\n0661000009\nxx\n", true);
    assertEquals(0, broken.left(), "who is out only by mistake stays in");
    assertFalse(world.dump().contains("66100000"));
  }

  private Filled fill(String csv, boolean replace) {
    byte[] table = csv.getBytes(StandardCharsets.UTF_8);
    return done(desk.fill(HAOUZ, "elus-asni", table, replace, "f" + csv.length()).join());
  }

  @Test
  void shopkeepersAreAGroupThatNobodyFills() {
    String id = "shops." + AudienceWorld.ASNI;
    assertInstanceOf(Ruling.Done.class, desk.get(HAOUZ, id).join());
    assertEquals(
        "INVALID id: who serves in shops is registered there",
        refused(desk.add(HAOUZ, id, "0661000001", "", "k").join()));
    assertEquals("UNKNOWN", refused(desk.get(SAFI, id).join()));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, fewer than 5", "4, fewer than 5", "5, 5", "1200, 1200"})
  void fewAreNotCountedOut(long count, String words) {
    assertEquals(words, Few.words(count));
  }
}
