package ma.jisr.store;

import static ma.jisr.store.StoreException.Kind.CLOSED;
import static ma.jisr.store.StoreException.Kind.INVALID;
import static ma.jisr.store.UnderTest.by;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine refuses, and that nothing of it is written. */
interface RefusalContract extends UnderTest {
  @Test
  default void whatIsNotDeclaredIsInvalid() {
    refused(INVALID, store().get("unknown", "a"));
    refused(INVALID, store().insert("unknown", List.of(doc("a", "{}")), Priority.TURN));
    refused(INVALID, store().find("people", by("unknown", 1)));
    refused(INVALID, store().find("people", new Query("by_state", Map.of(), null, null, null, 1)));
    refused(INVALID, store().find("people", by("due", 1L, "text", 1)));
    refused(INVALID, store().find("people", by("due", 1.5, null, 1)));
    refused(
        INVALID, store().find("people", new Query("due", Map.of(), null, null, "no cursor", 1)));
    refused(INVALID, store().deleteRange("people", "by_state", 1L, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "1",
        "\"{}\"",
        "{",
        "{]",
        "{} {}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\\\\\\u0000\"}",
        "{\"a\":\"\uD83D\"}",
        "{\"a\":01}",
        "{\"a\":\"\n\"}"
      })
  default void aBodyIsOneJsonObject(String body) {
    refused(INVALID, store().insert("people", List.of(doc("a", body)), Priority.TURN));
    refused(INVALID, store().insert("log", List.of(doc("a", body)), Priority.TURN));
    assertNull(read("a"));
    insert(doc("a", "{}"));
    refused(INVALID, store().replaceIf("people", new Document("a", 1, "w", body), Priority.TURN));
    assertEquals(0, present("a").version());
  }

  @Test
  default void sizesAreBounded() {
    String most = "x".repeat(Document.MAX_BYTES - 8);
    assertEquals(List.of(Outcome.INSERTED), insert(doc("a", "{\"a\":\"" + most + "\"}")));
    assertEquals(Document.MAX_BYTES, present("a").json().length());
    refused(INVALID, one(doc("b", "{\"a\":\"" + most + "x\"}")));
    String arabic = "\u0648".repeat(Document.MAX_BYTES / 2);
    refused(INVALID, one(doc("b", "{\"a\":\"" + arabic + "\"}")));
    refused(INVALID, one(doc("x".repeat(Document.MAX_ID + 1), "{}")));
    refused(INVALID, one(new Document("b", 0, "w".repeat(Document.MAX_ID + 1), "{}")));
    refused(INVALID, store().getAll("people", Collections.nCopies(Query.MAX_LIMIT + 1, "a")));
    refused(INVALID, store().scan("people", "", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "\uD83D", "\uDE00\uD83D"})
  default void idsThatWouldNotComeBackAreRefused(String id) {
    refused(INVALID, one(doc(id, "{}")));
    refused(INVALID, store().deleteIf("people", id, 0, Priority.TURN));
    refused(INVALID, store().getAll("people", List.of(id)));
    refused(INVALID, store().merge("people", id, Map.of("a", 1), Priority.TURN));
  }

  @Test
  default void versionsAndDuplicatesAreRefused() {
    refused(INVALID, one(new Document("a", 1, "w", "{}")));
    refused(INVALID, store().replaceIf("people", doc("a", "{}"), Priority.TURN));
    refused(
        INVALID, store().insert("people", List.of(doc("a", "{}"), doc("a", "{}")), Priority.TURN));
  }

  private java.util.concurrent.CompletableFuture<List<Outcome>> one(Document document) {
    return store().insert("people", List.of(document), Priority.TURN);
  }

  @Test
  default void aClosedStoreSaysSo() {
    insert(doc("a", "{}"));
    store().close();
    store().close();
    refused(CLOSED, one(doc("b", "{}")));
    refused(CLOSED, store().get("people", "a"));
    refused(CLOSED, store().find("people", by("due", 1)));
    refused(CLOSED, store().increment("people", "a", Map.of("n", 1L), Priority.BACKGROUND));
  }

  @Test
  default void closingFinishesWhatIsQueued() {
    var last = one(doc("a", "{}"));
    for (int i = 0; i < 500; i++) last = one(doc("p" + i, "{}"));
    store().close();
    assertEquals(List.of(Outcome.INSERTED), get(last));
  }
}
