package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving back what was paid, when something goes wrong: once at most. */
final class ReversalFaultsTest {
  private final Town town = new Town();
  private String reference = "";

  @BeforeEach
  void pay() {
    reference = town.sent(Reply.DONE);
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  private Reversing giveBack(String key) {
    return now(town.payments.giveBack(key, reference, "R-22222", "amina"));
  }

  private long asked() {
    return town.wallet.asked.stream().filter("reverse"::equals).count();
  }

  @Test
  void case41_reversal() {
    assertInstanceOf(Reversing.Asked.class, giveBack("k1"));
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  @Test
  void case41_reversalTimeoutThoughProcessed() {
    town.wallet.reversals.add(Reply.DONE_LOST);
    giveBack("k1");
    town.pass(Duration.ofSeconds(20));
    assertEquals(1, asked());
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  @Test
  void case41_reversalTimeoutAndNotProcessed() {
    town.wallet.reversals.add(Reply.LOST);
    giveBack("k1");
    town.pass(Duration.ofMinutes(5));
    assertEquals(2, asked(), "nobody had it: the same again");
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  @Test
  void case41_reversalTakenAndApprovedLater() {
    town.wallet.reversals.add(Reply.ACCEPT);
    giveBack("k1");
    town.pass(Duration.ofSeconds(20));
    assertEquals(State.REVERSAL_PENDING, town.state(reference));
    town.wallet.giveBack(town.stored(reference).active().correlation());
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  @Test
  void case41_reversalTwice() {
    giveBack("k1");
    assertInstanceOf(Reversing.Asked.class, giveBack("k1"));
    assertInstanceOf(Reversing.Asked.class, giveBack("k2"));
    town.pass(Duration.ofSeconds(2));
    Reversing.Asked after = assertInstanceOf(Reversing.Asked.class, giveBack("k3"));
    assertEquals(State.REVERSED, after.view().state());
    assertEquals(1, asked());
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  /** Somebody has done it on the provider's side: that is for people to find out. */
  @Test
  void case41_reversalOfWhatWasReversedElsewhere() {
    town.wallet.fault = Fault.STATE;
    town.wallet.reversals.add(Reply.REFUSE);
    giveBack("k1");
    town.pass(Duration.ofSeconds(2));
    assertEquals(Fault.STATE, town.stored(reference).fault());
    town.ended(reference, State.REVERSAL_FAILED, 150);
    giveBack("k2");
    town.pass(Duration.ofSeconds(2));
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  @Test
  void aReversalThatCannotBeFoundOutIsLookedAt() {
    town.wallet.reversals.add(Reply.DONE_LOST);
    for (int i = 0; i < 60; i++) town.wallet.looks.add(new Answer.Unknown("silent"));
    giveBack("k1");
    town.pass(Duration.ofHours(25));
    town.ended(reference, State.REVIEW, 0, "amal review");
    town.wallet.looks.clear();
    town.pass(Duration.ofHours(7));
    town.ended(reference, State.REVERSED, 0, "amal reversed");
  }

  @Test
  void whatWasNotPaidIsNotGivenBack() {
    String other = town.sent(160);
    assertInstanceOf(
        Reversing.NotPaid.class, now(town.payments.giveBack("k", other, "R-33333", "amina")));
    assertInstanceOf(
        Reversing.NoPayment.class, now(town.payments.giveBack("k", "JSR-ZZZZZ", "R-3", "amina")));
    assertEquals(List.of(), town.news());
    assertEquals(0, asked());
  }
}
