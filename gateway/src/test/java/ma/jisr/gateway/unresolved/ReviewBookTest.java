package ma.jisr.gateway.unresolved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import ma.jisr.store.Document;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Outcome;
import ma.jisr.store.StoreException.Kind;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who read what, and who taught what. */
class ReviewBookTest {
  private final MemoryStore shared = new MemoryStore(UnresolvedCollections.specs());
  private final Desk desk = new Desk(shared, "p1");

  @BeforeEach
  void someTexts() {
    desk.hear("p", "riziou f <place>");
    desk.hear("q", "riziou f <place>", "en");
    desk.hear("r", "فين الريزو", "ary");
    desk.flush();
  }

  private List<String> entries() {
    return desk.book.audit("auditor", 100).join().stream()
        .map(e -> e.by() + ": " + e.what() + ", " + e.rows())
        .toList();
  }

  private Lesson phrase(String text) {
    return new Lesson(Lesson.Kind.PHRASE, text, "hotspot.find", "amina", Desk.START);
  }

  @Test
  void everyReadIsInTheAuditAndNoRowIs() {
    assertEquals(2, desk.texts(7).size());
    assertEquals(1, desk.book.written("said", Shape.Kind.TEXT, 2, "ary").join().size());
    assertEquals(0, desk.book.shapes("said", "").join().size());
    List<String> expected =
        List.of("amina: texts of 7 days, 2", "said: texts of 2 days in ary, 1", "said: shapes, 0");
    assertEquals(expected, entries());
    assertEquals(4, entries().size(), "the reading of the audit is in it, too");
    for (Document entry : shared.scan(Audit.COLLECTION, "", 100).join())
      for (String word : List.of("riziou", "الريزو")) assertFalse(entry.json().contains(word));
  }

  @Test
  void whatCannotBeAuditedIsNotShown() {
    for (Fault fault : List.of(new Fault.Refuse(Kind.FULL), new Fault.LoseReply())) {
      desk.meets(
          (method, collection) -> collection.equals(Audit.COLLECTION) ? fault : new Fault.Pass());
      assertThrows(CompletionException.class, () -> desk.texts(7));
      assertThrows(CompletionException.class, () -> desk.book.teach(phrase("x")).join());
    }
    desk.wellAgain();
    assertEquals(List.of(), new Lessons(shared).all().join());
  }

  @Test
  void whatIsTaughtIsNoLongerShown() {
    assertEquals(Outcome.INSERTED, desk.book.teach(phrase("riziou f <place>")).join());
    assertEquals(List.of("فين الريزو"), desk.texts(7).stream().map(Shape::text).toList());
    Outcome gone = desk.book.forget("said", Lesson.Kind.PHRASE, "riziou f <place>").join();
    assertEquals(Outcome.DELETED, gone);
    assertEquals(2, desk.texts(7).size());
  }

  @Test
  void aTextHasOneMeaning() {
    assertEquals(Outcome.INSERTED, desk.book.teach(phrase("riziou")).join());
    assertEquals(Outcome.EXISTS, desk.book.teach(phrase("riziou")).join());
    Outcome none = desk.book.forget("amina", Lesson.Kind.ALIAS, "riziou").join();
    assertEquals(Outcome.MISSING, none, "another kind");
    assertEquals(1, desk.book.taught("amina", Lesson.Kind.PHRASE).join().size());
    assertEquals(0, desk.book.taught("amina", Lesson.Kind.ALIAS).join().size());
  }

  @Test
  void theAuditIsKeptAYear() {
    desk.texts(7);
    desk.pass(Audit.KEEP.minus(Duration.ofDays(1)));
    desk.sweep();
    assertEquals(1, shared.scan(Audit.COLLECTION, "", 10).join().size());
    desk.pass(Duration.ofDays(2));
    desk.sweep();
    assertEquals(0, shared.scan(Audit.COLLECTION, "", 10).join().size());
  }
}
