package ma.jisr.gateway.unresolved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.StoreException.Kind;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What is taken, in what bounds, and what of it comes to rest. */
class ReviewListTest {
  private final MemoryStore shared = new MemoryStore(UnresolvedCollections.specs());
  private final Desk desk = new Desk(shared, "p1");

  private static final String PART = DayPart.at(Blocks.COLLECTION, Desk.START).name();

  private List<Document> stored() {
    return shared.scan(PART, "", 1_000).join();
  }

  @Test
  void isWrittenBehindTheTurnsInOneBlock() {
    desk.hear("p", "b riziox");
    desk.hear("q", "a riziox");
    desk.pass(ReviewList.GATHER.minusMillis(1));
    assertEquals(List.of(), stored());
    desk.pass(Duration.ofMillis(1));
    assertEquals(1, stored().size());
    List<Row> rows = new ArrayList<>();
    new Blocks(shared, Desk.SECRETS).read(LocalDate.EPOCH, (day, row) -> rows.add(row)).join();
    assertEquals(List.of("a riziox", "b riziox"), rows.stream().map(Row::text).toList());
    assertEquals(2, desk.counters.of("unresolved.taken"));
  }

  @Test
  void saysNeitherWordsNorPeopleToWhoeverHasNoKeys() {
    desk.hear("person-17", "secret riziox");
    desk.flush();
    for (String word : List.of("secret", "riziox", "person-17", "hotspot"))
      assertFalse(stored().getFirst().json().contains(word), word);
  }

  @Test
  void doesNotTellThatTwoTextsAreOfOne() {
    desk.hear("p", "one x");
    desk.hear("p", "two x");
    desk.hear("q", "one x");
    desk.flush();
    List<Row> rows = new ArrayList<>();
    new Blocks(shared, Desk.SECRETS).read(LocalDate.EPOCH, (day, row) -> rows.add(row)).join();
    assertEquals(3, rows.stream().map(Row::who).distinct().count());
    // The word x was used by two people, whatever else they wrote.
    assertEquals(2, rows.stream().map(row -> row.words().get("x")).distinct().count());
    assertEquals("Row[hidden]", rows.getFirst().toString());
  }

  @Test
  void onePersonHasFiveInAnHour() {
    for (int i = 0; i < ReviewList.PERSON_HOUR + 2; i++) desk.hear("p", "text " + i);
    desk.hear("q", "text of q");
    desk.loop.run();
    assertEquals(ReviewList.PERSON_HOUR + 1, desk.counters.of("unresolved.taken"));
    assertEquals(2, desk.counters.of("unresolved.over" + Map.of("bound", "person")));
    desk.pass(Duration.ofHours(1));
    desk.hear("p", "again");
    desk.loop.run();
    assertEquals(ReviewList.PERSON_HOUR + 2, desk.counters.of("unresolved.taken"));
  }

  @Test
  void aProcessHasThirtyInAMinute() {
    for (int i = 0; i < 100; i++) {
      desk.hear("p" + i, "text " + i);
      desk.loop.run();
    }
    assertEquals(ReviewList.MINUTE, desk.counters.of("unresolved.taken"));
    assertEquals(70, desk.counters.of("unresolved.over" + Map.of("bound", "minute")));
    desk.pass(Duration.ofMinutes(1));
    desk.hear("r", "next minute");
    desk.loop.run();
    assertEquals(ReviewList.MINUTE + 1, desk.counters.of("unresolved.taken"));
  }

  @Test
  void whatIsAllMaskedAwayIsNothing() {
    desk.hear("p", "");
    desk.loop.run();
    assertEquals(1, desk.counters.of("unresolved.over" + Map.of("bound", "nothing")));
  }

  @Test
  void aStoreThatFailsIsTriedAgainAndARepetitionIsNotTwo() {
    List<Fault> faults =
        new ArrayList<>(List.of(new Fault.Refuse(Kind.UNREACHABLE), new Fault.LoseReply()));
    desk.meets(
        (method, collection) ->
            method.equals("insert") && !faults.isEmpty() ? faults.removeFirst() : new Fault.Pass());
    desk.hear("p", "riziox");
    desk.pass(ReviewList.GATHER);
    desk.hear("q", "riziox");
    desk.pass(ReviewList.AGAIN.multipliedBy(3));
    assertEquals(2, desk.counters.of("unresolved.retried"));
    assertEquals(2, stored().size());
    assertEquals(2, desk.texts(1).getFirst().times());
  }

  @Test
  void aStoreThatStaysAwayFillsTheMemoryToABound() {
    desk.meets((method, collection) -> new Fault.Refuse(Kind.UNREACHABLE));
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < ReviewList.MINUTE; i++) desk.hear(minute + "." + i, "text " + i);
      desk.pass(Duration.ofMinutes(1));
    }
    assertTrue(desk.counters.of("unresolved.lost") > 0);
    long taken = desk.counters.of("unresolved.taken");
    assertTrue(taken <= ReviewList.MOST + ReviewList.MINUTE, "taken " + taken);
    desk.wellAgain();
    var flushed = desk.list.flush();
    desk.pass(ReviewList.AGAIN.multipliedBy(2));
    assertTrue(flushed.isDone());
    assertEquals(taken, desk.texts(1).stream().mapToInt(Shape::times).sum());
  }
}
