package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

/** Payments outlive their people, and name them no more. */
class PaymentHoldingTest {
  private static final Whose AMAL = new Whose(Town.AMAL, List.of("212661000001"));

  private final Town town = new Town();

  private Holding room() {
    return town.payments.holding();
  }

  private List<String> stored() {
    return town.store.scan("payments", "", 100).join().stream().map(Document::json).toList();
  }

  @Test
  void whatIsUnderWayIsWaitedForAndWhatIsOverLosesItsNumbers() {
    town.wallet.submits.add(ScriptedWallet.Reply.DONE);
    String paid = town.sent(150);
    assertEquals(State.COMPLETED, town.state(paid));
    String sealed = town.stored(paid).terms().toString();
    assertEquals(
        List.of(new Held("payments", "payments_why", 1, "ten_years")), room().held(AMAL).join());
    String open = town.paying(20);
    assertThrows(CompletionException.class, () -> room().erase(AMAL, town.loop.now()).join());
    town.wallet.submits.add(ScriptedWallet.Reply.DONE);
    town.pass(Duration.ofSeconds(4));
    assertFalse(town.stored(open).open(), () -> town.state(open).toString());
    List<String> before = stored();
    for (int i = 0; i < 2; i++) room().erase(AMAL, town.loop.now()).join();
    assertEquals(2, stored().size(), "they stay: " + sealed);
    for (String json : before) assertFalse(stored().contains(json), "as it was");
    room().erase(new Whose("nobody", List.of()), town.loop.now()).join();
    assertTrue(room().held(new Whose("nobody", List.of())).join().isEmpty());
    assertEquals(List.of(), town.payments.verify().join().flaws(), "their journals still agree");
  }
}
