package ma.jisr.gateway.unresolved;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException.Kind;
import ma.jisr.store.memory.MemoryStore;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives its day, and what does not. */
class ReviewKeeperTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final MemoryStore shared = new MemoryStore(UnresolvedCollections.specs());
  private final Desk desk = new Desk(shared, "p1");

  private void hear(Desk by, String text, int from, int people) {
    for (int i = from; i < from + people; i++) by.hear("person " + i, text);
    by.flush();
  }

  @Test
  void sevenDaysAndNotOneMore() {
    hear(desk, "once", 0, 1);
    desk.pass(DAY.multipliedBy(6));
    desk.sweep();
    assertEquals(List.of("once"), desk.texts(7).stream().map(Shape::text).toList());
    assertEquals(List.of(), desk.texts(6));
    desk.pass(DAY);
    assertEquals(List.of(), desk.texts(7), "not shown though not yet swept");
    assertEquals(1, shared.days(Blocks.COLLECTION).join().size());
    desk.sweep();
    assertEquals(List.of(), shared.days(Blocks.COLLECTION).join());
  }

  @Test
  void fiveOverDaysAreAShapeAndFourAreNothing() {
    hear(desk, "four of us", 0, 4);
    hear(desk, "five of us", 0, 2);
    desk.pass(DAY.multipliedBy(3));
    hear(desk, "five of us", 1, 4); // one of them again
    hear(desk, "four of us", 0, 4); // the same four
    desk.sweep();
    assertEquals(List.of("5 five of us"), desk.shapes());
    desk.pass(DAY.multipliedBy(30));
    desk.sweep();
    assertEquals(List.of(), desk.texts(7));
    assertEquals(List.of("5 five of us"), desk.shapes());
    desk.pass(Shapes.KEEP);
    desk.sweep();
    assertEquals(List.of(), desk.shapes());
  }

  /** Under five people when its first day goes: the rest of it does not count on. */
  @Test
  void peopleOfDaysThatAreGoneDoNotCount() {
    hear(desk, "slowly", 0, 3);
    desk.pass(DAY.multipliedBy(7));
    hear(desk, "slowly", 3, 3);
    desk.sweep();
    assertEquals(List.of(), desk.shapes());
    assertEquals(3, desk.texts(7).getFirst().people());
  }

  @Test
  void aWordOfFivePeopleIsAShapeWhateverTheyWroteAroundIt() {
    for (int i = 0; i < 5; i++) hear(desk, "wifi riziox " + i, i, 1);
    hear(desk, "wifi raxe", 0, 1);
    desk.sweep();
    assertEquals(List.of("5 riziox"), desk.shapes());
    List<Shape> words = desk.book.written("amina", Shape.Kind.WORD, 7, "").join();
    assertEquals(List.of("riziox", "raxe"), words.stream().map(Shape::text).toList());
  }

  @Test
  void twoNodesCountTheSamePeopleOnceAndWriteTheSame() {
    Desk other = new Desk(shared, "p2");
    hear(desk, "both", 0, 3);
    hear(other, "both", 2, 3); // one on both
    desk.sweep();
    other.sweep();
    desk.sweep();
    assertEquals(List.of("5 both"), desk.shapes());
    assertEquals(1, shared.scan(Shapes.COLLECTION, "", 10).join().size());
    long version = shared.scan(Shapes.COLLECTION, "", 10).join().getFirst().version();
    other.sweep();
    assertEquals(
        version, shared.scan(Shapes.COLLECTION, "", 10).join().getFirst().version(), "idle");
  }

  @Test
  void theMostThatWereEverCountedStand() {
    hear(desk, "crowd", 0, 8);
    desk.sweep();
    desk.pass(DAY.multipliedBy(10));
    hear(desk, "crowd", 0, 5);
    desk.sweep();
    assertEquals(List.of("8 crowd"), desk.shapes());
    LocalDate today = LocalDate.of(2026, 11, 30);
    assertEquals(today, desk.book.shapes("amina", "").join().getFirst().last());
  }

  @Test
  void aDayGoesThoughItsShapesCouldNotBeKept() {
    hear(desk, "crowd", 0, 6);
    desk.pass(DAY.multipliedBy(7));
    desk.meets(
        (method, collection) ->
            collection.equals(Shapes.COLLECTION)
                ? new Fault.Refuse(Kind.UNREACHABLE)
                : new Fault.Pass());
    desk.sweep();
    assertEquals(1, desk.counters.of("unresolved.sweep.failed"));
    assertEquals(List.of(), shared.days(Blocks.COLLECTION).join());
  }

  @Test
  void survivesARestartOfTheEmbeddedStore(@TempDir Path folder) throws Exception {
    List<Shape> before = new ArrayList<>();
    for (String process : List.of("first", "second")) {
      try (Store store = SqliteStore.open(folder, UnresolvedCollections.specs())) {
        Desk one = new Desk(store, process);
        int from = process.equals("first") ? 0 : 3;
        for (int i = from; i < from + 3; i++) one.hear("person " + i, "crowd");
        one.loop.run();
        one.loop.await(one.list.flush(), Duration.ofSeconds(20));
        before.addAll(
            one.loop.await(
                one.book.written("amina", Shape.Kind.TEXT, 7, ""), Duration.ofSeconds(20)));
      }
    }
    assertEquals(List.of(3, 6), before.stream().map(Shape::people).toList());
  }
}
