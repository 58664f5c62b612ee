package ma.jisr.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.FieldWork;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.report.Said;
import ma.jisr.map.report.Voice;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class ReportsVerbTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Repertoire repertoire =
      Repertoire.of(
          Settings.ofSandbox(Path.of("")),
          new MemoryStore(Stores.collections()),
          () -> NOON,
          Runnable::run);
  private final FieldWork field = repertoire.field();
  private final ReportsVerb verb =
      new ReportsVerb(
          field.ports(),
          field.admission(),
          field.map(),
          repertoire.knowledge().places()::now,
          () -> NOON);

  private static final Actor OWNER = actor(Role.ADMINISTRATOR, Territory.EVERYWHERE);

  private static Actor actor(Role role, Territory territory) {
    return new Actor("somebody", role, territory);
  }

  private List<String> ask(List<String> words) throws Exception {
    return verb.run(OWNER, words).lines();
  }

  ReportsVerbTest() {
    repertoire.hotspots().reload().join();
  }

  @Test
  void aCheckSettlesWhatWasSaid() throws Exception {
    Voice voice = new Voice("sample-1042", Said.MOVED, "hda ssuq", "amina", true, "iam", NOON, "k");
    field.ports().reports().told(voice).join();
    List<String> lines = ask(List.of("list"));
    assertTrue(lines.getLast().startsWith("1042 "), lines::toString);
    assertTrue(lines.getLast().endsWith(": hda ssuq"), lines::toString);
    ask(List.of("check", "1042", "broken"));
    assertEquals(List.of("nothing"), ask(List.of()));
  }

  @Test
  void whatIsNewIsAcceptedAsAHotspotOrRejected() throws Exception {
    for (String key : List.of("a", "b"))
      field.ports().proposals().propose("amina", "al-haouz.amizmiz", key, false, NOON, key).join();
    List<String> lines = ask(List.of("list"));
    String first = lines.get(1).split(" ", -1)[0];
    String second = lines.get(2).split(" ", -1)[0];
    ask(List.of("accept", first, "1043"));
    ask(List.of("reject", second));
    assertEquals(List.of("nothing"), ask(List.of("list")));
    for (List<String> wrong :
        List.of(
            List.of("reject", first),
            List.of("accept", second, "1043"),
            List.of("accept", "zzz", "1043"),
            List.of("accept", second, "1999"),
            List.of("check", "1042", "green"),
            List.of("check"),
            List.of("dance")))
      assertThrows(IllegalArgumentException.class, () -> ask(wrong), wrong::toString);
  }

  @Test
  void whatIsNewIsPutOnTheMap() throws Exception {
    field.ports().proposals().propose("amina", "al-haouz.amizmiz", "souk", false, NOON, "k").join();
    String id = ask(List.of("list")).get(1).split(" ", -1)[0];
    for (String wrong : List.of("kind=palace", "at=48.8,2.3", "at=here", "colour=red", "red"))
      assertThrows(IllegalArgumentException.class, () -> ask(List.of("accept", id, wrong)), wrong);
    List<String> told =
        ask(
            List.of(
                "accept",
                id,
                NewSpotWords.write("name", "Café du souk"),
                NewSpotWords.write("kind", "cafe"),
                NewSpotWords.write("at", "31.2187, -8.2343")));
    String code = told.getFirst().replaceAll(".* is ([0-9]+),.*", "$1");
    Hotspot made = field.map().byCode(code).orElseThrow();
    assertEquals("Café du souk", made.name().in(Language.FR, false));
    assertEquals("souk", Objects.requireNonNull(made.way()).in(Language.FR, false));
    assertEquals(
        List.of("accepted: " + id + " is " + code + ", Café du souk in al-haouz.amizmiz"), told);
    assertEquals(told, ask(List.of("accept", id)), "again");
    assertEquals(List.of("nothing"), ask(List.of("list")));
  }

  /** Each of their own territory, as far as their role goes. */
  @Test
  void whatLiesElsewhereIsNeitherShownNorDecided() throws Exception {
    Voice voice = new Voice("sample-1042", Said.BROKEN, "", "amina", true, "iam", NOON, "k");
    field.ports().reports().told(voice).join();
    field.ports().proposals().propose("amina", "al-haouz.amizmiz", "souk", false, NOON, "k").join();
    String id = ask(List.of("list")).getLast().split(" ", -1)[0];
    Actor there = actor(Role.OPERATOR, Territory.of(List.of("zagora")));
    Actor viewer = actor(Role.VIEWER, Territory.of(List.of("al-haouz")));
    assertEquals(List.of("nothing"), verb.run(there, List.of("list")).lines());
    assertEquals(4, verb.run(viewer, List.of("list")).lines().size());
    for (Actor other : List.of(there, viewer))
      for (List<String> words :
          List.of(
              List.of("check", "1042", "broken"),
              List.of("accept", id, "1043"),
              List.of("accept", id),
              List.of("reject", id)))
        assertThrows(IllegalArgumentException.class, () -> verb.run(other, words), words::toString);
    assertEquals(4, ask(List.of("list")).size());
  }
}
