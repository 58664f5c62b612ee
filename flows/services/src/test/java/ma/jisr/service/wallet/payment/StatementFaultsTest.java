package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.Difference.What;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Statement;
import org.junit.jupiter.api.Test;

/** A provider's statement of a day against our payments. */
final class StatementFaultsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-05-05");

  private final Town town = new Town();

  private Reconciliation reconciled(LocalDate day) {
    town.pass(Duration.ofSeconds(20));
    now(town.payments.copy(town.loop.now(), 100));
    return now(town.payments.reconcile(day)).getFirst();
  }

  private String paid(long dirhams) {
    town.wallet.submits.add(Reply.DONE);
    String reference = town.sent(dirhams);
    assertEquals(State.COMPLETED, town.state(reference));
    return reference;
  }

  private static List<What> what(Reconciliation found) {
    return found.differences().stream().map(Difference::what).toList();
  }

  private Statement.Line line(String transaction, String ours, long dirhams) {
    return new Statement.Line(transaction, ours, Money.ofDirhams(dirhams), town.loop.now());
  }

  @Test
  void sayTheSame() {
    for (int i = 1; i <= 4; i++) paid(i);
    String back = paid(5);
    now(town.payments.giveBack("k", back, "R-22222", "amina"));
    Reconciliation found = reconciled(DAY);
    assertEquals(List.of(), found.differences());
    assertEquals(6, found.agree());
    assertEquals(6, found.lines());
  }

  @Test
  void case42_statementHasATransactionWeLack() {
    paid(10);
    town.wallet.ledger.add(line("T77", "JSR-22222", 30));
    town.wallet.ledger.add(line("T78", "", 40));
    Reconciliation found = reconciled(DAY);
    assertEquals(List.of(What.THEIRS_ONLY, What.THEIRS_ONLY), what(found));
    assertEquals("T77", found.differences().getFirst().transaction());
    assertEquals(1, found.agree());
  }

  @Test
  void case42_statementLacksWhatWeHave() {
    String reference = paid(10);
    paid(11);
    town.wallet.ledger.removeFirst();
    Reconciliation found = reconciled(DAY);
    assertEquals(List.of(What.OURS_ONLY), what(found));
    assertEquals(reference, found.differences().getFirst().reference());
  }

  @Test
  void otherAmountsStatesAndTwice() {
    String amount = paid(10);
    town.wallet.ledger.set(0, line("T1", amount, 12));
    String twice = paid(20);
    town.wallet.ledger.add(line("T50", twice, 20));
    town.wallet.submits.add(Reply.REFUSE);
    String failed = town.sent(30);
    town.wallet.ledger.add(line("T51", failed, 30));
    String kept = paid(40);
    town.wallet.ledger.add(line("T52", kept, -40));
    assertEquals(List.of(What.AMOUNT, What.TWICE, What.STATE, What.STATE), what(reconciled(DAY)));
  }

  /** What the provider has booked and we do not know of is asked about. */
  @Test
  void aLineOfAnUnknownPaymentIsAHint() {
    for (int i = 0; i < 60; i++) town.wallet.looks.add(new Answer.Unknown("silent"));
    String reference = town.sent(Reply.DONE_LOST);
    town.pass(Duration.ofMinutes(30));
    town.wallet.looks.clear();
    assertEquals(State.UNKNOWN, town.state(reference));
    assertEquals(List.of(What.STATE), what(reconciled(DAY)));
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.COMPLETED, 150, "amal unknown", "amal late_done");
    assertEquals(List.of(), reconciled(DAY).differences());
  }

  /** Booked before midnight, known behind it. */
  @Test
  void midnightIsNoDifference() {
    town.loop.advance(Duration.ofHours(14).minusSeconds(10));
    town.wallet.callback = _ -> {};
    String reference = town.sent(150);
    town.approve(reference);
    town.pass(Duration.ofMinutes(1));
    assertEquals(State.COMPLETED, town.state(reference));
    assertEquals(List.of(), reconciled(DAY).differences());
    assertEquals(List.of(), reconciled(DAY.plusDays(1)).differences());
  }

  @Test
  void aStatementThatIsNotToBeHadIsNoAgreement() {
    paid(10);
    town.wallet.statements = false;
    assertFalse(reconciled(DAY).complete());
  }
}
