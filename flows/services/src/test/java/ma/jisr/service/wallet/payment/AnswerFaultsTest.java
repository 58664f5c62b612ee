package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import ma.jisr.service.wallet.port.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider does to a payment: one debit at most, the right end, one result told. */
final class AnswerFaultsTest {
  private final Town town = new Town();

  @Test
  void case15_synchronous201() {
    String reference = town.sent(Reply.DONE);
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case16_callbackBeforeThe202() {
    String reference = town.paying(150);
    UUID correlation = town.stored(reference).exchange().correlation();
    town.wallet.before = () -> now(town.payments.heard("a", correlation, "early"));
    town.pass(Duration.ofSeconds(4));
    assertTrue(town.wallet.asked.contains("status"), "asked at once, not in five seconds");
    town.approve(reference);
    town.pass(Duration.ofSeconds(1));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case17_callbackTwice() {
    String reference = town.sent(150);
    town.callBack(reference, "same");
    town.callBack(reference, "same");
    town.approve(reference);
    town.callBack(reference, "same");
    town.pass(Duration.ofSeconds(2));
    assertEquals(2, town.stored(reference).heard().size(), "two contents");
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case18_callbackNeverSoItIsPolled() {
    town.wallet.callback = _ -> {};
    String reference = town.sent(150);
    town.pass(Duration.ofSeconds(20));
    town.approve(reference);
    town.pass(Duration.ofSeconds(25));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case19_pollingAndCallbackAtOnce() {
    String reference = town.sent(150);
    Payment payment = town.stored(reference);
    PaymentStore store = town.payments();
    now(store.apply(payment.id(), new Evidence.Calling(Exchange.Act.STATUS), town.loop.now()));
    town.approve(reference);
    Answer answer = town.taken(reference).answer;
    Evidence said =
        new Evidence.Answered(
            payment.exchange().correlation(),
            payment.calls() + 1,
            Exchange.Act.STATUS,
            answer,
            true);
    now(store.apply(payment.id(), said, town.loop.now()));
    now(store.apply(payment.id(), said, town.loop.now()));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case20_successThenFailureCallback() {
    String reference = town.sent(150);
    town.approve(reference);
    town.pass(Duration.ofSeconds(1));
    town.callBack(reference, "failed");
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case20_failureThenSuccessCallback() {
    String reference = town.sent(150);
    town.callBack(reference, "failed");
    town.approve(reference);
    town.pass(Duration.ofSeconds(1));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case21_callbackForAnUnknownId() {
    String reference = town.sent(150);
    now(town.payments.heard("a", new UUID(1, 2), "who knows"));
    Payment before = town.stored(reference);
    now(town.payments.heard("b", before.exchange().correlation(), "another provider's"));
    assertEquals(before, town.stored(reference));
  }

  @ParameterizedTest
  @ValueSource(strings = {"amount", "payee", "payer", "currency", "reference"})
  void case23_anotherAmountPayeeOrCurrency(String what) {
    String reference = town.sent(150);
    town.approve(reference);
    Facts facts = ((Answer.Completed) town.taken(reference).answer).facts();
    boolean amount = what.equals("amount");
    Account stranger = Account.msisdn("212661000077");
    town.wallet.looks.add(
        new Answer.Completed(
            new Facts(
                "T9",
                null,
                what.equals("reference") ? "JSR-22222" : facts.ours(),
                amount ? Money.ofDirhams(1) : facts.amount(),
                what.equals("currency"),
                what.equals("payer") ? stranger : facts.payer(),
                what.equals("payee") ? stranger : facts.payee())));
    town.pass(Duration.ofSeconds(2));
    assertEquals(Payment.Doubt.CONTRADICTION, town.stored(reference).doubt());
    town.ended(reference, State.REVIEW, 150, "amal review");
    assertEquals(1, now(town.payments.inReview(10)).size());
  }

  @Test
  void case26_duplicateRequestOnResendIsFoundCompleted() {
    String reference = town.sent(Reply.DONE_LOST);
    town.wallet.looks.addAll(List.of(absent(), absent(), absent(), absent(), absent()));
    town.pass(Duration.ofMinutes(8));
    assertTrue(town.wallet.submitted() > 1, "it was sent again: nobody seemed to have it");
    town.ended(reference, State.COMPLETED, 150, "amal unknown", "amal late_done");
  }

  @Test
  void case27_duplicateRequestButNothingIsFound() {
    String reference = town.sent(Reply.DONE_LOST);
    for (int i = 0; i < 60; i++) town.wallet.looks.add(absent());
    town.pass(Duration.ofHours(3));
    assertEquals(State.REVIEW, town.state(reference), "never FAILED");
    assertTrue(town.wallet.submitted() <= PaymentRules.SUBMITS);
    town.wallet.looks.clear();
    town.pass(Duration.ofHours(7));
    town.ended(reference, State.COMPLETED, 150, "amal unknown", "amal review", "amal late_done");
  }

  @Test
  void case30_pollLimitExhausted() {
    town.wallet.polls = 2;
    town.wallet.callback = _ -> {};
    String reference = town.sent(150);
    town.pass(Duration.ofMinutes(2));
    assertEquals(2, town.wallet.asked.stream().filter("status"::equals).count());
    assertTrue(town.wallet.asked.contains("recover"), "asked for by our own id then");
    town.approve(reference);
    town.pass(Duration.ofMinutes(3));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case31_payerNeverApproves() {
    String reference = town.sent(150);
    town.pass(Duration.ofMinutes(3));
    town.wallet.fail(town.stored(reference).exchange().correlation(), Fault.DECLINED);
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.FAILED, 0, "amal failed_declined");
  }

  @Test
  void case31_payerNeverApprovesAndTheProviderNeverSays() {
    town.wallet.callback = _ -> {};
    String reference = town.sent(150);
    town.pass(Duration.ofMinutes(30));
    assertEquals(State.UNKNOWN, town.state(reference));
    town.pass(Duration.ofHours(26));
    town.ended(reference, State.REVIEW, 0, "amal unknown", "amal review");
  }

  @Test
  void case32_approvalAfterExpiry() {
    String reference = town.sent(150);
    UUID correlation = town.stored(reference).exchange().correlation();
    town.wallet.fail(correlation, Fault.DECLINED);
    town.pass(Duration.ofSeconds(2));
    assertEquals(List.of("amal failed_declined"), town.news());
    town.pass(Duration.ofMinutes(5));
    town.wallet.approveAfterAll(correlation);
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.REVIEW, 150, "amal review");
    assertEquals(1, now(town.payments.inReview(10)).size());
    // Two operators find the same.
    now(town.payments.rule(reference, "op1", State.COMPLETED, "T1"));
    now(town.payments.rule(reference, "op1", State.COMPLETED, "T1"));
    assertEquals(State.REVIEW, town.state(reference), "one alone does not");
    now(town.payments.rule(reference, "op2", State.COMPLETED, "T1"));
    town.ended(reference, State.COMPLETED, 150, "amal late_done");
  }

  @Test
  void case33_requestDeclined() {
    String reference = town.sent(150);
    town.wallet.fail(town.stored(reference).exchange().correlation(), Fault.DECLINED);
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.FAILED, 0, "amal failed_declined");
  }

  @ParameterizedTest
  @CsvSource({
    "INSUFFICIENT_FUNDS, failed_funds",
    "LIMIT, failed_limit",
    "AMOUNT, failed_limit",
    "PAYEE_FULL, failed_full",
    "NO_ACCOUNT, failed_account",
    "SAME_PARTIES, failed_other",
    "NOT_PERMITTED, failed_other",
    "MALFORMED, failed_other",
    "OTHER, failed_other",
  })
  void case34_refusedForWantOfFundsOrForLimits(Fault fault, String message) {
    town.wallet.fault = fault;
    String reference = town.sent(Reply.REFUSE);
    assertEquals(1, town.wallet.submitted());
    town.ended(reference, State.FAILED, 0, "amal " + message);
  }

  /** The first may have been paid: a refusal of the second is no evidence against that. */
  @Test
  void aRefusalOfWhatWasSentAgainIsNotBelieved() {
    String reference = town.sent(Reply.DONE_LOST);
    town.wallet.looks.addAll(List.of(absent(), absent(), absent(), absent()));
    town.wallet.submits.add(Reply.REFUSE_ANYWAY);
    town.pass(Duration.ofMinutes(8));
    town.ended(reference, State.COMPLETED, 150, "amal unknown", "amal late_done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_SENT", "NOT_PROCESSED"})
  void whatWasNotSentIsSentAgain(Reply reply) {
    town.wallet.submits.addAll(List.of(reply, reply));
    String reference = town.paying(150);
    town.pass(Duration.ofSeconds(40));
    assertEquals(3, town.wallet.submitted());
    town.approve(reference);
    town.pass(Duration.ofSeconds(1));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void whatNeverLeftHasFailed() {
    for (int i = 0; i < 20; i++) town.wallet.submits.add(Reply.NOT_SENT);
    String reference = town.paying(150);
    town.pass(Duration.ofMinutes(4));
    town.ended(reference, State.FAILED, 0, "amal failed_other");
  }

  private static Answer absent() {
    return new Answer.Absent();
  }
}
