package ma.jisr.store;

import static ma.jisr.store.Outcome.CONFLICT;
import static ma.jisr.store.Outcome.DELETED;
import static ma.jisr.store.Outcome.EXISTS;
import static ma.jisr.store.Outcome.INSERTED;
import static ma.jisr.store.Outcome.MISSING;
import static ma.jisr.store.Outcome.REPLACED;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.ids;
import static ma.jisr.store.UnderTest.json;
import static ma.jisr.store.UnderTest.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inserts, replacements, deletions: each item's own outcome, nothing lost between two writers. */
interface WriteContract extends UnderTest {
  @Test
  default void insertsAnswerPerItem() {
    assertEquals(List.of(INSERTED, INSERTED), insert(doc("a", "{\"n\":1}"), doc("b", "{}")));
    assertEquals(
        List.of(INSERTED, EXISTS, INSERTED),
        insert(doc("c", "{}"), doc("a", "{}"), doc("d", "{}")));
    assertEquals(1, json(present("a").json()).get("n").asInt(), "the first insert stays");
    assertEquals(List.of(), insert());
  }

  @Test
  default void aReplacementNeedsTheVersionBefore() {
    Document first = doc("a", "{\"n\":0}");
    insert(first);
    Document second = next(first, "w1", "{\"n\":1}");
    assertEquals(REPLACED, replace(second));
    assertEquals(CONFLICT, replace(next(first, "w2", "{\"n\":2}")), "stale");
    assertEquals(CONFLICT, replace(new Document("a", 9, "w9", "{\"n\":9}")), "from the future");
    assertEquals(MISSING, replace(new Document("never", 1, "w1", "{}")), "never inserts");
    assertNull(read("never"));
    Document found = present("a");
    assertEquals(1, found.version());
    assertEquals("w1", found.writeId());
    assertEquals(json("{\"n\":1}"), json(found.json()));
  }

  @Test
  default void aStaleReplacementAmongGoodOnesIsToldApart() {
    for (int i = 0; i < 20; i++) {
      insert(doc("p" + i, "{}"));
      for (int v = 1; v <= i % 4; v++) replace(new Document("p" + i, v, "w" + v, "{}"));
    }
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++)
      all.add(store().replaceIf("people", new Document("p" + i, 1, "mine", "{}"), Priority.TURN));
    for (int i = 0; i < 20; i++)
      assertEquals(i % 4 == 0 ? REPLACED : CONFLICT, get(all.get(i)), "p" + i);
  }

  @Test
  default void deletionNeedsTheExactVersionAndTheIdMayReturn() {
    Document first = doc("a", "{}");
    insert(first);
    replace(next(first, "w1", "{\"n\":1}"));
    assertEquals(CONFLICT, get(store().deleteIf("people", "a", 0, Priority.TURN)));
    assertEquals(DELETED, get(store().deleteIf("people", "a", 1, Priority.TURN)));
    assertEquals(MISSING, get(store().deleteIf("people", "a", 1, Priority.TURN)));
    assertEquals(MISSING, replace(new Document("a", 2, "late", "{}")), "no late write revives it");
    assertEquals(List.of(INSERTED), insert(doc("a", "{\"new\":true}")));
    assertEquals(0, present("a").version());
  }

  @Test
  default void twoWritersOnOneDocumentLoseNothing() {
    insert(doc("a", "{\"n\":0}"));
    int[] won = new int[2];
    for (int round = 0; round < 50; round++) {
      Document seen = present("a");
      int n = json(seen.json()).get("n").asInt() + 1;
      var one =
          store().replaceIf("people", next(seen, "x" + n, "{\"n\":" + n + "}"), Priority.TURN);
      var two =
          store().replaceIf("people", next(seen, "y" + n, "{\"n\":" + n + "}"), Priority.TURN);
      if (get(one) == REPLACED) won[0]++;
      if (get(two) == REPLACED) won[1]++;
    }
    assertEquals(50, won[0] + won[1], "exactly one of two wins each round");
    assertEquals(50, present("a").version());
    assertEquals(50, json(present("a").json()).get("n").asInt());
  }

  @Test
  default void writesOfOneDocumentKeepTheirOrder() {
    insert(doc("a", "{}"));
    List<CompletableFuture<Outcome>> chain = new ArrayList<>();
    for (int v = 1; v <= 100; v++)
      chain.add(store().replaceIf("people", new Document("a", v, "w" + v, "{}"), Priority.TURN));
    for (CompletableFuture<Outcome> write : chain) assertEquals(REPLACED, get(write));
    assertEquals(100, present("a").version());
  }

  @Test
  default void collectionsAreApart() {
    insert(doc("a", "{\"n\":1}"));
    get(store().insert("log", List.of(doc("a", "{\"n\":2}")), Priority.BACKGROUND));
    assertEquals(1, json(present("a").json()).get("n").asInt());
    assertEquals(2, json(get(store().get("log", "a")).orElseThrow().json()).get("n").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"whole\":9007199254740993,\"least\":-9223372036854775808,\"part\":0.1,\"one\":1.0}",
        "{\"null\":null,\"yes\":true,\"list\":[1,\"2\",[3],{}],\"object\":{\"deep\":{\"er\":[]}}}",
        "{\"text\":\"ويفي أمزميز\",\"tifinagh\":\"ⵜⵉⴼⵉⵏⴰⵖ\",\"emoji\":\"👩🏽‍💻\",\"é\":\"e\\u0301\"}",
        "{\"escapes\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001 \\\\u0000 \\u2028\"}",
        "{\"_class\":\"x\",\"v\":7,\"w\":\"mine\",\"_id\":\"mine\",\"unknown to us\":[{\"v\":1}]}",
        " {\"space\" : 1 } "
      })
  default void bodiesComeBackAsTheyWere(String body) {
    insert(doc("a", body));
    assertEquals(json(body), json(present("a").json()));
    assertEquals(REPLACED, replace(next(doc("a", body), "w", "{\"was\":" + body + "}")));
    assertEquals(json("{\"was\":" + body + "}"), json(present("a").json()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x", "a.b", "$a", "a:1/2?", "\"'; --", "%", "_", " ", "واحد", "😀", "A", "å", "a\n"
      })
  default void unusualIdsAreKept(String id) {
    insert(doc("b", "{\"other\":1}"));
    assertEquals(List.of(INSERTED), insert(doc(id, "{\"n\":1}")));
    assertEquals(List.of(EXISTS), insert(doc(id, "{\"n\":2}")));
    assertEquals(id, present(id).id());
    assertEquals(List.of(id), List.copyOf(get(store().getAll("people", List.of(id))).keySet()));
    assertEquals(DELETED, get(store().deleteIf("people", id, 0, Priority.TURN)));
    assertEquals(List.of("b"), ids(get(store().scan("people", "", 10))));
  }

  @Test
  default void getAllFindsThoseThatExist() {
    insert(doc("a", "{}"), doc("b", "{}"));
    Map<String, Document> found = get(store().getAll("people", List.of("b", "never", "a", "a")));
    assertEquals(java.util.Set.of("a", "b"), found.keySet());
    assertEquals(Map.of(), get(store().getAll("people", List.of())));
  }
}
