package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was written stays as it was written, or it is noticed. */
final class JournalTest {
  private final Town town = new Town();
  private String reference = "";

  @BeforeEach
  void twoDays() {
    reference = town.sent(Reply.DONE);
    town.pass(Duration.ofSeconds(20));
    now(town.payments.copy(town.loop.now(), 10));
    town.loop.advance(Duration.ofDays(1));
    town.sent(Reply.REFUSE);
    town.pass(Duration.ofSeconds(20));
    now(town.payments.copy(town.loop.now(), 10));
    town.loop.advance(Duration.ofDays(1));
    assertEquals(2, now(town.payments.digest(town.loop.now())));
    assertEquals(0, now(town.payments.digest(town.loop.now())), "once");
    Verified verified = verified();
    assertEquals(List.of(), verified.flaws());
    assertEquals(2, verified.payments());
    assertEquals(2, verified.days());
  }

  private Verified verified() {
    return now(town.payments.verify());
  }

  private List<String> flaws() {
    return verified().flaws();
  }

  private Document document(String collection, String id) {
    return now(town.store.get(collection, id)).orElseThrow();
  }

  private void tamper(String collection, String id, Consumer<ObjectNode> how) {
    Document document = document(collection, id);
    ObjectNode node = PaymentJson.parse(document.json());
    how.accept(node);
    now(
        town.store.replaceIf(
            collection,
            new Document(id, document.version() + 1, "insider", node.toString()),
            Priority.TURN));
  }

  private String id() {
    return town.stored(reference).id();
  }

  private static ArrayNode entries(ObjectNode node) {
    return (ArrayNode) node.at("/journal/entries");
  }

  @Test
  void aStateThatTheJournalDoesNotLeadToIsNoticed() {
    tamper("payments", id(), node -> node.put("state", "FAILED"));
    assertEquals(List.of(reference + ": its journal does not lead to its state"), flaws());
  }

  @Test
  void anAmountThatWasChangedIsNoticed() {
    tamper("payments", id(), node -> node.withObject("/terms/amount").put("centimes", 1));
    assertFalse(flaws().isEmpty());
  }

  @Test
  void aLineThatWasChangedIsNoticed() {
    tamper("payments", id(), node -> ((ObjectNode) entries(node).get(1)).put("by", "nobody"));
    assertEquals(reference + ": line 2 was changed", flaws().getFirst());
  }

  @Test
  void aLineThatWasTakenOutIsNoticed() {
    tamper("payments", id(), node -> entries(node).remove(1));
    assertEquals(reference + ": line 2 is missing", flaws().getFirst());
  }

  /** Whoever writes all hashes anew cannot write what was copied out before. */
  @Test
  void aJournalThatWasWrittenAnewIsNoticed() {
    Payment payment = town.stored(reference);
    Journal anew = Journal.EMPTY;
    for (Entry entry : payment.journal().entries())
      anew =
          anew.with(
              payment.id(),
              entry.at(),
              "nobody",
              entry.what(),
              entry.from(),
              entry.to(),
              entry.centimes(),
              entry.of());
    ObjectNode written = PaymentJson.write(anew, "{}");
    tamper("payments", id(), node -> node.withObject("/journal").setAll(written));
    assertEquals(reference + ": line 1 was copied out otherwise", flaws().getFirst());
  }

  @Test
  void aCopyThatWasChangedIsNoticed() {
    tamper(
        "payment_journal",
        Copies.id(id(), 2),
        node -> node.withObject("/entry").put("what", "nothing"));
    assertEquals(
        List.of(
            "line " + Copies.id(id(), 2) + " of the journal was changed",
            reference + ": line 2 was copied out otherwise"),
        flaws());
  }

  @Test
  void aCopyThatIsGoneIsNoticed() {
    String copy = Copies.id(id(), 2);
    now(
        town.store.deleteIf(
            "payment_journal", copy, document("payment_journal", copy).version(), Priority.TURN));
    assertEquals(List.of("the lines of 2026-05-05 were changed"), flaws());
  }

  @Test
  void aPaymentThatIsGoneIsNoticed() {
    String id = id();
    now(town.store.deleteIf("payments", id, document("payments", id).version(), Priority.TURN));
    assertEquals("the payment of line " + id + " is gone", flaws().getFirst());
  }

  @Test
  void aDigestThatWasChangedIsNoticed() {
    tamper("payment_digests", "2026-05-05", node -> node.put("hash", "00"));
    assertEquals(
        List.of("the lines of 2026-05-05 were changed", "the digest of 2026-05-06 is untied"),
        flaws());
  }

  @Test
  void copyingTwiceIsCopyingOnce() {
    long lines = verified().lines();
    Payment payment = town.stored(reference);
    tamper("payments", payment.id(), node -> node.withObject("/journal").put("copied", 0));
    tamper("payments", payment.id(), node -> node.put("uncopiedAt", 0));
    now(town.payments.copy(town.loop.now(), 10));
    assertEquals(lines, verified().lines());
    assertEquals(List.of(), flaws());
  }

  /** A day is closed when all of its lines are there, not before. */
  @Test
  void aDigestWaitsForLinesThatAreNotCopiedOut() {
    String late = town.sent(150);
    town.loop.advance(Duration.ofDays(2));
    assertEquals(0, now(town.payments.digest(town.loop.now())));
    now(town.payments.copy(town.loop.now(), 10));
    assertEquals(2, now(town.payments.digest(town.loop.now())));
    assertEquals(State.PENDING, town.state(late));
    assertEquals(List.of(), flaws());
  }

  @Test
  void noNumberStandsInAnyDocument() {
    for (var spec : PaymentCollections.specs())
      for (Document document : now(town.store.scan(spec.name(), "", 1_000))) {
        assertFalse(document.json().contains("661000"), spec.name());
        assertFalse(document.id().contains("661000"), spec.name());
      }
  }
}
