package ma.jisr.store;

import static ma.jisr.store.Outcome.CONFLICT;
import static ma.jisr.store.StoreException.Kind.INVALID;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.json;
import static ma.jisr.store.UnderTest.next;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges and increments. */
interface UpsertContract extends UnderTest {
  private void merge(String id, Map<String, Object> fields) {
    get(store().merge("people", id, fields, Priority.BACKGROUND));
  }

  @Test
  default void aMergeSetsFieldsAndMakesTheDocument() {
    merge("a", Map.of("n", 1, "text", "أ\"'", "list", List.of(1, "2"), "map", Map.of("k", true)));
    merge("a", Map.of("n", 2L, "map", Map.of("other", 1.5)));
    assertEquals(
        json("{\"n\":2,\"text\":\"أ\\\"'\",\"list\":[1,\"2\"],\"map\":{\"other\":1.5}}"),
        json(present("a").json()),
        "a field is replaced as a whole");
  }

  @Test
  default void aMergeRaisesTheVersion() {
    Document first = doc("a", "{\"due\":1}");
    insert(first);
    merge("a", Map.of("seen", 1));
    assertEquals(1, present("a").version());
    assertEquals(first.writeId(), present("a").writeId());
    assertEquals(CONFLICT, replace(next(first, "w", "{}")), "of an older reading");
  }

  @Test
  default void incrementsAddUp() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++)
      all.add(
          store()
              .increment("people", "a", Map.of("n", 1L, "2026-11-21", -2L), Priority.BACKGROUND));
    all.forEach(UnderTest::get);
    assertEquals(json("{\"n\":100,\"2026-11-21\":-200}"), json(present("a").json()));
  }

  @Test
  default void onlyIntegersAreAddedTo() {
    insert(doc("a", "{\"n\":1,\"text\":\"1\"}"));
    refused(INVALID, store().increment("people", "a", Map.of("text", 1L), Priority.TURN));
    refused(INVALID, store().increment("people", "a", Map.of("n", 1L, "text", 1L), Priority.TURN));
    assertEquals(json("{\"n\":1,\"text\":\"1\"}"), json(present("a").json()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "$a", "a\"b", "a\\b", "a\u0000", "a\n", "\uD83D"})
  default void fieldNamesAreChecked(String name) {
    refused(INVALID, store().merge("people", "a", Map.of(name, 1), Priority.TURN));
    refused(INVALID, store().increment("people", "a", Map.of(name, 1L), Priority.TURN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "2026-11-21", "a:b", "أ", "a'b", "a[0]", "#"})
  default void otherFieldNamesAreKept(String name) {
    merge("a", Map.of(name, 1));
    get(store().increment("people", "a", Map.of(name, 1L), Priority.TURN));
    assertEquals(2, json(present("a").json()).get(name).asInt());
  }
}
