package ma.jisr.store;

import static ma.jisr.store.UnderTest.by;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.ids;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by a declared index, page by page, and retention. */
interface FindContract extends UnderTest {
  private List<String> allPages(Query query) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      Page page =
          get(
              store()
                  .find(
                      "people",
                      new Query(
                          query.index(),
                          query.equal(),
                          query.from(),
                          query.to(),
                          after,
                          query.limit())));
      found.addAll(ids(page.documents()));
      after = page.next();
    } while (after != null);
    return found;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 13, 1000})
  default void pagesGoOnWithinTiesOfTheSortKey(int limit) {
    for (int i = 0; i < 12; i++) insert(doc("p" + (char) ('l' - i), "{\"due\":" + i / 5 + "}"));
    assertEquals(
        List.of("ph", "pi", "pj", "pk", "pl", "pc", "pd", "pe", "pf", "pg", "pa", "pb"),
        allPages(by("due", limit)));
  }

  @Test
  default void thereIsNoNextPageBehindTheLastDocument() {
    insert(doc("a", "{\"due\":1}"), doc("b", "{\"due\":1}"));
    assertNull(get(store().find("people", by("due", 2))).next());
  }

  @Test
  default void severalSearchesAreAnsweredInTheirOrder() {
    for (int i = 0; i < 6; i++) insert(doc("p" + i, "{\"due\":" + i + "}"));
    List<Query> asked =
        List.of(by("due", 4L, null, 10), by("due", 9L, null, 10), by("due", null, 3L, 2));
    assertEquals(
        List.of(List.of("p4", "p5"), List.of(), List.of("p0", "p1")),
        get(store().findEach("people", asked)).stream()
            .map(page -> ids(page.documents()))
            .toList());
    assertEquals(List.of(), get(store().findEach("people", List.of())));
    List<Query> most = Collections.nCopies(Query.MAX_LIMIT, asked.getFirst());
    assertEquals(Query.MAX_LIMIT, get(store().findEach("people", most)).size());
    List<Query> tooMany = Collections.nCopies(Query.MAX_LIMIT + 1, asked.getFirst());
    refused(StoreException.Kind.INVALID, store().findEach("people", tooMany));
  }

  @Test
  default void boundsAreInclusiveBelowAndExclusiveAbove() {
    for (int i = 0; i < 6; i++) insert(doc("p" + i, "{\"due\":" + i + "}"));
    assertEquals(List.of("p2", "p3"), allPages(by("due", 2L, 4L, 10)));
    assertEquals(List.of("p4", "p5"), allPages(by("due", 4L, null, 10)));
    assertEquals(List.of("p0", "p1"), allPages(by("due", null, 2L, 10)));
  }

  @Test
  default void onlyDocumentsWithTheSortFieldAreFound() {
    insert(doc("a", "{\"due\":1}"), doc("b", "{}"), doc("c", "{\"due\":null}"));
    assertEquals(List.of("a"), allPages(by("due", 10)));
  }

  @Test
  default void equalityFieldsAreStringsOrIntegers() {
    insert(
        doc("a", "{\"state\":\"open\",\"shop\":7,\"at\":3}"),
        doc("b", "{\"state\":\"open\",\"shop\":\"7\",\"at\":2}"),
        doc("c", "{\"state\":\"open\",\"shop\":7,\"at\":1}"),
        doc("d", "{\"state\":\"shut\",\"shop\":7,\"at\":1}"));
    Map<String, Object> open = Map.of("state", "open", "shop", 7L);
    assertEquals(List.of("c", "a"), allPages(new Query("by_state", open, null, null, null, 1)));
    assertEquals(List.of("a"), allPages(new Query("by_state", open, 2L, null, null, 1)));
  }

  @Test
  default void textSortsByCodePointAndBoundsKeepToTheirType() {
    insert(
        doc("1", "{\"name\":\"Zagora\"}"),
        doc("2", "{\"name\":\"agadir\"}"),
        doc("3", "{\"name\":\"أكادير\"}"),
        doc("5", "{\"name\":\"😀\"}"),
        doc("6", "{\"name\":42}"),
        doc("7", "{\"name\":\"\"}"));
    assertEquals(List.of("6", "7", "1", "2", "3", "5"), allPages(by("name", 2)));
    assertEquals(List.of("6"), allPages(by("name", 0L, null, 2)), "from a number: numbers only");
    assertEquals(List.of("7", "1"), allPages(by("name", null, "a", 2)), "to a text: texts only");
    assertEquals(List.of("2", "3", "5"), allPages(by("name", "a", null, 2)));
  }

  @Test
  default void aReplacementMovesADocumentInTheIndex() {
    insert(doc("a", "{\"due\":1}"), doc("b", "{\"due\":2}"));
    replace(new Document("a", 1, "w", "{\"due\":3}"));
    assertEquals(List.of("b", "a"), allPages(by("due", 10)));
    replace(new Document("a", 2, "w", "{}"));
    assertEquals(List.of("b"), allPages(by("due", 10)));
  }

  @Test
  default void scanGoesThroughAllById() {
    for (String id : List.of("b", "ا", "a", "Z", "😀")) insert(doc(id, "{}"));
    List<String> found = new ArrayList<>();
    String after = "";
    for (List<Document> page = scan(after); !page.isEmpty(); page = scan(after)) {
      found.addAll(ids(page));
      after = found.getLast();
    }
    assertEquals(List.of("Z", "a", "b", "ا", "😀"), found);
  }

  private List<Document> scan(String after) {
    return get(store().scan("people", after, 2));
  }

  @Test
  default void countsStopAtTheirBound() {
    for (int i = 0; i < 9; i++) insert(doc("p" + i, "{\"due\":" + i + "}"));
    assertEquals(9, count(null, 100));
    assertEquals(4, count(4L, 100));
    assertEquals(5, count(null, 5));
    assertEquals(0, count(0L, 5));
  }

  private long count(@Nullable Long to, long bound) {
    return get(store().count("people", by("due", null, to, 1), bound));
  }

  @Test
  default void retentionDeletesTheOldestFirstAndSaysHowMany() {
    for (int i = 0; i < 200; i++)
      get(store().insert("log", List.of(doc("p" + i, "{\"at\":" + i + "}")), Priority.BACKGROUND));
    get(store().insert("log", List.of(doc("none", "{}")), Priority.BACKGROUND));
    assertEquals(70, get(store().deleteRange("log", "at", 150L, 70)));
    assertEquals(80, get(store().deleteRange("log", "at", 150L, 1000)));
    assertEquals(0, get(store().deleteRange("log", "at", 150L, 1000)));
    assertEquals(51, get(store().scan("log", "", 1000)).size());
    assertEquals("p150", get(store().find("log", by("at", 1))).documents().getFirst().id());
  }
}
