package ma.jisr.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.ReviewSecrets;
import ma.jisr.gateway.unresolved.ReviewBook;
import ma.jisr.gateway.unresolved.ReviewKeeper;
import ma.jisr.gateway.unresolved.ReviewList;
import ma.jisr.gateway.unresolved.Unclear;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of {@code jisr unresolved}, as the running process answers them. */
class ReviewDeskTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final MemoryStore store = new MemoryStore(Stores.collections());
  private final VirtualLoop loop = new VirtualLoop(START);
  private final ReviewSecrets secrets = new ReviewSecrets(Keys.of(new Random(1)));
  private final Repertoire repertoire =
      Repertoire.of(Settings.ofSandbox(Path.of("")), store, loop::now, Runnable::run);
  private final ReviewList list =
      new ReviewList(
          loop,
          store,
          secrets,
          repertoire.knowledge().masker()::unknown,
          new MemoryCounters(),
          "p1");
  private final List<String> waited = new ArrayList<>();
  private final ReviewDesk desk =
      new ReviewDesk(
          List.of("amina", "said"),
          new ReviewBook(store, secrets, loop::now, "p1", ReviewKeeper.KEEP),
          new Teaching(repertoire.flows(), repertoire.knowledge()),
          loop::now,
          () -> waited("before"),
          () -> waited("after"));

  private CompletableFuture<Void> waited(String what) {
    waited.add(what);
    var unused = list.flush();
    loop.run();
    return CompletableFuture.completedFuture(null);
  }

  private List<String> run(String words) throws Exception {
    return desk.run(List.of(words.split(" ", -1)));
  }

  @Test
  void theWayFromATextThatWasNotUnderstoodToAPhrase() throws Exception {
    for (int i = 0; i < 3; i++)
      list.take(new Unclear("p" + i, "fin kayna zwiwla", "ary-Latn", "hotspot.find"));
    List<String> lines = run("amina texts 7 -");
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(
        lines.get(1).matches(" +3 +3  2026-11-20  ary-Latn  hotspot.find +fin kayna zwiwla"),
        lines.get(1));
    assertTrue(run("amina words 1 ary-Latn").get(1).endsWith("zwiwla"));
    assertEquals(List.of("nothing"), run("amina texts 7 fr"));
    assertEquals(List.of("nothing"), run("said shapes -"));
    assertEquals(
        List.of("taught: fin kayna zwiwla -> hotspot.find"),
        run("said phrase add hotspot.find Fin kayna zwiwla ?"));
    assertEquals(List.of("nothing"), run("amina texts 7 -"));
    assertTrue(run("amina phrase list").getFirst().contains("fin kayna zwiwla  (said, 2026"));
    assertEquals(
        List.of("taken back: fin kayna zwiwla"), run("amina phrase remove fin kayna zwiwla"));
    assertEquals(List.of("before", "before", "before", "after", "before", "after"), waited);
    List<String> audit = run("amina audit").stream().map(l -> l.split(" ", 2)[1]).toList();
    assertEquals("amina: texts of 7 days, rows 1", audit.getFirst());
    assertTrue(audit.stream().anyMatch(l -> l.startsWith("said: phrase add hotspot.find ")));
    assertTrue(audit.stream().noneMatch(line -> line.contains("zwiwla")), audit.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amina",
        "eve texts 7 -",
        "Amina texts 7 -",
        "amina texts",
        "amina texts 8 -",
        "amina texts 0 -",
        "amina texts 7",
        "amina words x -",
        "amina drop",
        "amina phrase",
        "amina phrase add",
        "amina phrase add help",
        "amina phrase drop x",
        "amina phrase remove nobody taught this",
        "amina alias add al-haouz.amizmiz wifi",
      })
  void whatIsRefusedSaysWhy(String words) {
    var refused = assertThrows(IllegalArgumentException.class, () -> run(words));
    assertTrue(String.valueOf(refused.getMessage()).length() > 5);
  }

  @Test
  void whatHasAMeaningIsNotTaughtAgain() throws Exception {
    assertEquals(
        List.of("taught: tbezbouzt -> al-haouz.amizmiz"), run("amina alias add amizmiz Tbezbouzt"));
    assertThrows(IllegalArgumentException.class, () -> run("said alias add safi.safi tbezbouzt"));
    assertEquals(1, run("said alias list").size());
    assertEquals(List.of("taken back: tbezbouzt"), run("said alias remove tbezbouzt"));
    assertEquals(List.of("nothing"), run("said alias list"));
  }
}
