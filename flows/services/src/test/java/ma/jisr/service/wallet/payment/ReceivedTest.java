package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What whoever is paid may ask: whether it is so, of payments to them and of no others. */
class ReceivedTest {
  private static final String OWNER = "owner";

  private final Town town = new Town();

  private Optional<Received> seen(String person, String reference) {
    return now(town.payments.received(person, reference));
  }

  @Test
  void isTrueWhenItIsPaidAndNoSooner() {
    String reference = town.paying(Town.to(Town.HANOUT, Kind.MERCHANT, Town.AMAL, 45, ""));
    town.pass(Duration.ofSeconds(4));
    assertFalse(seen(OWNER, reference).orElseThrow().paid(), "nobody hands over on a promise");
    town.approve(reference);
    town.pass(Duration.ofSeconds(2));
    Received paid = seen(OWNER, reference.toLowerCase(Locale.ROOT)).orElseThrow();
    assertTrue(paid.paid());
    assertEquals(Money.ofDirhams(45), paid.amount());
    assertEquals(List.of("amal done", "owner merchant_paid"), town.news());
  }

  @Test
  void isNoAffairOfAnybodyElse() {
    String reference = town.paying(Town.to(Town.SUGAR, Kind.SUPPLIER, Town.AMAL, 450, "F-2211"));
    assertEquals("F-2211", seen(OWNER, reference).orElseThrow().about());
    for (String other : List.of(Town.AMAL, Town.BRAHIM, "nobody"))
      assertTrue(seen(other, reference).isEmpty(), other);
    assertTrue(seen(OWNER, town.paying(45)).isEmpty(), "a transfer is told to nobody");
    assertTrue(seen(OWNER, "JSR-ZZZZZ").isEmpty());
  }

  @Test
  void aReferenceIsNeverFiveDigits() {
    References references =
        new References(new MemoryStore(PaymentCollections.specs()), new Random(3));
    for (int i = 0; i < 2_000; i++) {
      String reference = now(references.make("payment" + i, Town.TEN));
      assertTrue(Character.isLetter(reference.charAt(reference.length() - 1)), reference);
    }
  }
}
