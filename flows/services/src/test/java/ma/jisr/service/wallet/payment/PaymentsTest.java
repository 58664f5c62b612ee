package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.store.Retention;
import org.junit.jupiter.api.Test;

/** A payment's way when nothing goes wrong. */
final class PaymentsTest {
  private final Town town = new Town();

  @Test
  void isQuotedConfirmedSentApprovedAndTold() {
    Quote quote = town.quote(150);
    assertEquals("Brahim B***", quote.name().in(Language.FR, true));
    assertInstanceOf(Begun.Asked.class, town.pay(quote.reference()));
    assertEquals(State.SUBMITTING, town.state(quote.reference()));
    town.pass(Duration.ofSeconds(2));
    assertEquals(0, town.wallet.submitted(), "the phone is not free yet");
    town.pass(Duration.ofSeconds(2));
    assertEquals(State.PENDING, town.state(quote.reference()));
    town.approve(quote.reference());
    town.pass(Duration.ofSeconds(2));
    assertEquals(State.COMPLETED, town.state(quote.reference()));
    assertEquals(List.of("amal done"), town.news());
    assertEquals(15_000, town.wallet.paid());
    town.pass(Duration.ofSeconds(30));
    now(town.payments.copy(town.loop.now(), 10));
    assertEquals(List.of(), now(town.payments.verify()).flaws());
  }

  /** What was never confirmed is forgotten after a month, what was is kept; names a year. */
  @Test
  void isKeptAsLongAsItMustBe() {
    String never = town.quote(20).reference();
    town.wallet.submits.add(ScriptedWallet.Reply.DONE);
    String paid = town.sent(150);
    town.pass(Duration.ofMinutes(11));
    town.sleep();
    town.loop.advance(Duration.ofDays(29));
    assertEquals(0, forgotten());
    assertEquals(State.EXPIRED, town.state(never));
    town.loop.advance(Duration.ofDays(10));
    assertEquals(4, forgotten());
    assertEquals(Optional.empty(), now(town.payments.view(Town.AMAL, never)));
    assertEquals(State.COMPLETED, town.state(paid));
    town.loop.advance(Duration.ofDays(365));
    assertEquals(2, forgotten(), "its names");
    assertEquals(1, now(town.payments.last(Town.AMAL, 5)).size());
  }

  private int forgotten() {
    int all = 0;
    for (Retention one : PaymentCollections.retentions())
      all += now(one.remove(town.store, town.loop.now(), 100));
    return all;
  }
}
