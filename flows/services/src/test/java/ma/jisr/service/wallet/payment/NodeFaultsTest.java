package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.AMAL;
import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.payment.Mortal.Death;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, nodes, stores and clocks do to a payment: one debit at most, one result told. */
final class NodeFaultsTest {
  private final Town town = new Town();

  @Test
  void case01_userConfirmsTwice() {
    String reference = town.quote(150).reference();
    assertInstanceOf(Begun.Asked.class, town.pay("first", reference));
    assertInstanceOf(Begun.Asked.class, town.pay("second", reference));
    town.pass(Duration.ofSeconds(5));
    assertInstanceOf(Begun.Asked.class, town.pay("third", reference));
    town.approve(reference);
    town.pass(Duration.ofSeconds(2));
    assertInstanceOf(Begun.Over.class, town.pay("fourth", reference));
    assertEquals(1, town.wallet.submitted());
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case02_smsRedelivered() {
    Intent intent = Town.transfer(AMAL, 150);
    Prepared first = now(town.payments.prepare("sms", intent));
    assertEquals(first, now(town.payments.prepare("sms", intent)));
    String reference = assertInstanceOf(Prepared.Ready.class, first).quote().reference();
    town.pay("yes", reference);
    town.pass(Duration.ofSeconds(5));
    town.approve(reference);
    town.pass(Duration.ofSeconds(1));
    Begun.Asked again = assertInstanceOf(Begun.Asked.class, town.pay("yes", reference));
    assertEquals(State.COMPLETED, again.view().state());
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void anotherPaymentUnderAUsedKeyIsRefused() {
    now(town.payments.prepare("key", Town.transfer(AMAL, 150)));
    assertTrue(town.payments.prepare("key", Town.transfer(AMAL, 151)).isCompletedExceptionally());
    assertTrue(
        town.payments.prepare("key", Town.transfer(Town.BRAHIM, 150)).isCompletedExceptionally());
  }

  @Test
  void case04_crashBeforeSend() {
    String reference = town.paying(150);
    town.loop.advance(Duration.ofSeconds(4));
    Payments dying = town.on(Mortal.of(town.store, 0, Death.AFTER), town.loop::now, "dying");
    now(dying.look(town.loop.now(), 10));
    assertEquals(0, town.wallet.submitted());
    assertEquals(1, town.stored(reference).exchange().submits(), "it was going to be sent");
    town.pass(Duration.ofMinutes(3));
    assertEquals(1, town.wallet.submitted(), "nobody had it, and somebody still waited");
    town.approve(reference);
    town.pass(Duration.ofMinutes(1));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case04_crashBeforeSendAndNobodyWaitsAnyMore() {
    String reference = town.paying(150);
    town.loop.advance(Duration.ofSeconds(4));
    Payments dying = town.on(Mortal.of(town.store, 0, Death.BEFORE), town.loop::now, "dying");
    now(dying.look(town.loop.now(), 10));
    town.loop.advance(Duration.ofMinutes(15));
    town.pass(Duration.ofSeconds(5));
    assertEquals(0, town.wallet.submitted());
    town.ended(reference, State.FAILED, 0, "amal failed_other");
  }

  @Test
  void case05_crashAfterSendBeforeSavingTheAnswer() {
    String reference = town.paying(150);
    town.loop.advance(Duration.ofSeconds(4));
    town.wallet.submits.add(Reply.DONE);
    Payments dying = town.on(Mortal.of(town.store, 1, Death.BEFORE), town.loop::now, "dying");
    now(dying.look(town.loop.now(), 10));
    assertEquals(1, town.wallet.submitted());
    town.pass(Duration.ofSeconds(40));
    assertEquals(1, town.wallet.submitted(), "it was looked up, not sent again");
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case06_crashBetweenStateAndSms() {
    String reference = town.sent(150);
    town.deaf = true;
    town.approve(reference);
    town.pass(Duration.ofSeconds(10));
    assertEquals(List.of(), town.news());
    town.deaf = false;
    town.pass(Duration.ofSeconds(10));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @ParameterizedTest
  @ValueSource(longs = {-600, 600})
  void case38_clockSkew(long seconds) {
    String reference = town.paying(150);
    Payments other = town.on(town.store, () -> town.loop.now().plusSeconds(seconds), "skewed");
    for (int i = 0; i < 120; i++) {
      town.loop.advance(Duration.ofSeconds(1));
      now(other.look(town.loop.now().plusSeconds(seconds), 10));
      now(town.payments.look(town.loop.now(), 10));
      if (i == 30) town.wallet.approveAll();
    }
    // For a clock that is ahead it was never sent in time; for one behind all is as usual.
    boolean paid = seconds < 0;
    assertEquals(paid ? 1 : 0, town.wallet.submitted());
    town.ended(
        reference,
        paid ? State.COMPLETED : State.FAILED,
        paid ? 150 : 0,
        paid ? "amal done" : "amal failed_other");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void case39_twoWorkersTakeTheSameRow(long seed) {
    String reference = town.paying(150);
    town.loop.advance(Duration.ofSeconds(4));
    Gates gates = new Gates(seed);
    for (String name : List.of("here", "there", "elsewhere")) {
      var unused =
          town.on(gates.before(town.store), town.loop::now, name).look(town.loop.now(), 10);
    }
    gates.all();
    assertEquals(1, town.wallet.submitted());
    town.approve(reference);
    town.pass(Duration.ofSeconds(10));
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case40_storeDownAfterTheProvidersOk() {
    boolean[] down = {false};
    Payments node =
        town.on(
            new FaultyStore(
                town.store,
                (method, collection) ->
                    down[0] && !method.equals("find")
                        ? new Fault.Refuse(StoreException.Kind.UNREACHABLE)
                        : new Fault.Pass()),
            town.loop::now,
            "node2");
    String reference = town.paying(150);
    town.loop.advance(Duration.ofSeconds(4));
    town.wallet.submits.add(Reply.DONE);
    town.wallet.before = () -> down[0] = true;
    now(node.look(town.loop.now(), 10));
    assertEquals(State.SUBMITTING, town.state(reference));
    assertEquals(1, town.wallet.submitted());
    for (int i = 0; i < 60; i++) {
      town.loop.advance(Duration.ofSeconds(1));
      if (i == 20) down[0] = false;
      now(node.look(town.loop.now(), 10));
    }
    assertEquals(1, town.wallet.submitted());
    town.ended(reference, State.COMPLETED, 150, "amal done");
  }

  @Test
  void case45_simSwapFlaggedBetweenConfirmAndSubmit() {
    String reference = town.paying(150);
    town.risk = SimRisk.Risk.NEW;
    town.pass(Duration.ofSeconds(5));
    assertEquals(0, town.wallet.submitted());
    assertEquals(Why.SIM_CHANGED.name(), town.stored(reference).code());
    town.ended(reference, State.FAILED, 0, "amal failed_other");
  }

  @Test
  void aBlockBetweenConfirmAndSubmitHolds() {
    String reference = town.paying(150);
    now(town.payments.block(AMAL));
    town.pass(Duration.ofSeconds(5));
    assertEquals(0, town.wallet.submitted());
    town.ended(reference, State.FAILED, 0, "amal failed_other");
  }

  /** Whoever is slow to say whether it works keeps nobody else waiting. */
  @Test
  void aProviderThatIsSlowKeepsNobodyElse() {
    town.other.names.put("212661000003", "Zineb");
    town.other.names.put(Town.BRAHIMS, "Brahim");
    town.numbers.put("zineb", "212661000003");
    String slow = town.paying(150);
    String other = town.paying(Town.transfer("zineb", 20));
    town.wallet.working = new CompletableFuture<>();
    town.pass(Duration.ofSeconds(6));
    assertEquals(State.SUBMITTING, town.state(slow));
    assertEquals(State.PENDING, town.state(other));
    town.wallet.working.complete(Health.UP);
    town.pass(Duration.ofSeconds(1));
    assertEquals(State.PENDING, town.state(slow));
    assertEquals(1, town.wallet.submitted());
  }

  @Test
  void whatWasNotSentMayBeWithdrawnAndWhatWasMayNot() {
    String early = town.paying(150);
    assertEquals(
        State.CANCELLED, now(town.payments.cancel("c", AMAL, early)).orElseThrow().state());
    String late = town.sent(160);
    assertEquals(State.PENDING, now(town.payments.cancel("d", AMAL, late)).orElseThrow().state());
    assertTrue(now(town.payments.cancel("e", Town.BRAHIM, late)).isEmpty(), "none of his");
    assertEquals(1, town.wallet.submitted());
  }

  @Test
  void whatIsNotConfirmedExpires() {
    String reference = town.quote(150).reference();
    town.pass(Duration.ofMinutes(11));
    assertEquals(State.EXPIRED, town.state(reference));
    assertInstanceOf(Begun.Over.class, town.pay(reference));
    town.pass(Duration.ofMinutes(1));
    assertEquals(0, town.wallet.submitted());
    assertEquals(List.of(), town.news());
  }
}
