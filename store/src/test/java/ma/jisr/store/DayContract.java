package ma.jisr.store;

import static ma.jisr.store.StoreException.Kind.CLOSED;
import static ma.jisr.store.StoreException.Kind.INVALID;
import static ma.jisr.store.UnderTest.by;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.ids;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collections kept in a part for each day. */
interface DayContract extends UnderTest {
  LocalDate TODAY = LocalDate.of(2026, 11, 21);
  String PART = new DayPart("marks", TODAY).name();

  private List<Outcome> mark(LocalDate day, Document... documents) {
    return get(
        store().insert(new DayPart("marks", day).name(), List.of(documents), Priority.BACKGROUND));
  }

  @Test
  default void aPartIsMadeByItsFirstInsert() {
    assertEquals(List.of(), get(store().days("marks")));
    assertEquals(List.of(Outcome.INSERTED), mark(TODAY, doc("a", "{}")));
    assertEquals(List.of(Outcome.EXISTS), mark(TODAY, doc("a", "{}")));
    assertEquals(List.of(Outcome.INSERTED), mark(TODAY.minusDays(1), doc("a", "{}")));
    assertEquals(List.of(TODAY.minusDays(1), TODAY), get(store().days("marks")));
    assertEquals(List.of(), get(store().days("marks_old")), "another's days");
  }

  @Test
  default void manyMayComeFirstAtOnce() {
    List<CompletableFuture<List<Outcome>>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++)
      all.add(
          store()
              .insert(
                  PART,
                  List.of(doc("p" + i, "{}")),
                  i % 2 == 0 ? Priority.TURN : Priority.BACKGROUND));
    for (var one : all) assertEquals(List.of(Outcome.INSERTED), get(one));
    assertEquals(50, get(store().scan(PART, "", 100)).size());
  }

  @Test
  default void aPartIsReadLikeACollection() {
    mark(TODAY, doc("b", "{}"), doc("a", "{}"));
    mark(TODAY.plusDays(1), doc("c", "{}"));
    assertEquals(List.of("b"), ids(get(store().scan(PART, "a", 10))));
    assertEquals(1, get(store().getAll(PART, List.of("b", "c"))).size());
    assertEquals("a", get(store().get(PART, "a")).orElseThrow().id());
  }

  @Test
  default void aPartThatIsNotThereIsEmpty() {
    assertEquals(Optional.empty(), get(store().get(PART, "a")));
    assertEquals(Map.of(), get(store().getAll(PART, List.of("a"))));
    assertEquals(List.of(), get(store().scan(PART, "", 10)));
  }

  @Test
  default void oldPartsAreDroppedWhole() {
    for (int i = 0; i < 5; i++) mark(TODAY.minusDays(i), doc("a", "{}"));
    get(
        store()
            .insert(
                new DayPart("marks_old", TODAY.minusDays(9)).name(),
                List.of(doc("a", "{}")),
                Priority.TURN));
    assertEquals(2, get(store().drop("marks", TODAY.minusDays(2))));
    assertEquals(0, get(store().drop("marks", TODAY.minusDays(2))));
    assertEquals(
        List.of(TODAY.minusDays(2), TODAY.minusDays(1), TODAY), get(store().days("marks")));
    assertEquals(1, get(store().days("marks_old")).size());
    assertEquals(List.of(), get(store().scan(PART.replace("21", "17"), "", 10)));
    assertEquals(List.of(Outcome.INSERTED), mark(TODAY.minusDays(4), doc("a", "{}")));
  }

  @Test
  default void partsTakeInsertsAndAreReadById() {
    mark(TODAY, doc("a", "{}"));
    Lease lease = new Lease(doc("a", "{}"), 1, Instant.EPOCH);
    refused(INVALID, store().replaceIf(PART, new Document("a", 1, "w", "{}"), Priority.TURN));
    refused(INVALID, store().deleteIf(PART, "a", 0, Priority.TURN));
    refused(INVALID, store().merge(PART, "a", Map.of("a", 1), Priority.TURN));
    refused(INVALID, store().increment(PART, "a", Map.of("a", 1L), Priority.TURN));
    refused(INVALID, store().deleteRange(PART, "at", 1L, 1));
    refused(INVALID, store().claim(PART, by("at", 1), "me", Instant.EPOCH, Duration.ZERO));
    refused(INVALID, store().find(PART, by("at", 1)));
    refused(INVALID, store().renew(PART, lease, Instant.EPOCH));
    refused(INVALID, store().release(PART, lease));
    refused(INVALID, store().insert(PART, List.of(doc("b", "[]")), Priority.TURN));
  }

  @Test
  default void namesOfDailyCollectionsNeedTheirDay() {
    refused(INVALID, store().get("marks", "a"));
    refused(INVALID, store().insert("marks", List.of(doc("a", "{}")), Priority.TURN));
    refused(INVALID, store().get("marks_20261131", "a"));
    refused(INVALID, store().get("people_20261121", "a"));
    refused(INVALID, store().days("people"));
    refused(INVALID, store().drop("people", TODAY));
    refused(INVALID, store().days(PART));
    store().close();
    refused(CLOSED, store().insert(PART, List.of(doc("a", "{}")), Priority.TURN));
  }

  @ParameterizedTest
  @CsvSource({
    "marks_20261121, marks, 2026-11-21",
    "marks_old_20240229, marks_old, 2024-02-29",
    "marks_20250229,,",
    "marks_00000101,,",
    "marks20261121,,",
    "marks_2026112,,",
    "marks_2026112x,,",
    "_20261121,,",
    "marks,,"
  })
  default void partsAreNamedByTheirDay(String name, String collection, LocalDate day) {
    assertEquals(
        Optional.ofNullable(collection).map(c -> new DayPart(c, day)), DayPart.parse(name));
    if (collection != null) assertEquals(name, new DayPart(collection, day).name());
  }

  @Test
  default void aCollectionIsNotNamedLikeAnothersDay() {
    List<CollectionSpec> both =
        List.of(
            CollectionSpec.daily("marks", CollectionSpec.Area.BULK),
            new CollectionSpec(PART, CollectionSpec.Area.BULK, List.of()));
    assertThrows(StoreException.class, () -> new Catalog(both));
  }
}
