package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.AMAL;
import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.SimRisk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks against a payment before anybody is asked for money. */
final class QuoteFaultsTest {
  private final Town town = new Town();

  private void refused(Why why, Intent intent) {
    refused(why, null, intent);
  }

  private void refused(Why why, @Nullable Money bound, Intent intent) {
    assertEquals(new Prepared.Not(why, bound), now(town.payments.prepare(town.key(), intent)));
    assertEquals(0, town.wallet.submitted());
  }

  private static Intent amount(long centimes) {
    return new Intent(
        AMAL, "chat", "sim", Kind.TRANSFER, "", Town.BRAHIMS, "", new Money(centimes));
  }

  /** Caps high enough for the provider's own to be met. */
  private void uncapped() {
    Caps usual = Caps.defaults();
    Money high = Money.ofDirhams(50_000);
    town.caps =
        new CapBook(
            List.of(
                new Caps(
                    LocalDate.EPOCH,
                    Map.of("ussd", new Caps.Channel(high, high)),
                    high,
                    high,
                    usual.unknownSim(),
                    usual.levels(),
                    usual.interchange(),
                    usual.version(),
                    50,
                    50,
                    50)));
    town.restart();
  }

  @ParameterizedTest
  @CsvSource({"5, true", "1999999, true", "2000000, true", "2000001, false"})
  void case43_amounts(long centimes, boolean taken) {
    uncapped();
    if (!taken) {
      refused(Why.CAP_LEVEL, Money.ofDirhams(20_000), amount(centimes));
      return;
    }
    String reference = town.quote(amount(centimes)).reference();
    town.pay(reference);
    town.pass(Duration.ofSeconds(4));
    town.approve(reference);
    town.pass(Duration.ofSeconds(1));
    assertEquals(State.COMPLETED, town.state(reference));
    assertEquals(centimes, town.wallet.paid());
  }

  @Test
  void case44_payeeNotRegistered() {
    town.wallet.names.remove(Town.BRAHIMS);
    refused(Why.PAYEE_UNKNOWN, Town.transfer(AMAL, 10));
    town.wallet.names.put(Town.BRAHIMS, "closed");
    refused(Why.PAYEE_UNAVAILABLE, Town.transfer(AMAL, 10));
    refused(Why.PAYEE_UNKNOWN, Town.to("9999", Kind.MERCHANT, AMAL, 10, ""));
    refused(Why.PAYEE_UNKNOWN, Town.to(Town.HANOUT, Kind.SUPPLIER, AMAL, 10, ""));
  }

  @Test
  void case44_payeeIsThePayer() {
    refused(Why.SELF, Town.transfer(Town.BRAHIM, 10));
    town.wallet.names.put("212661000009", "Owner O***");
    refused(Why.SELF, Town.to(Town.HANOUT, Kind.MERCHANT, "owner", 10, ""));
  }

  @Test
  void walletsAndProviders() {
    town.numbers.put("stranger", "212661000099");
    refused(Why.NO_WALLET, Town.transfer("stranger", 10));
    refused(Why.NO_WALLET, Town.transfer("nobody", 10));
    town.wallet.silentPayees = true;
    refused(Why.UNSURE, Town.transfer("stranger", 10));
    town.wallet.silentPayees = false;
    town.wallet.health = Health.DOWN;
    refused(Why.DOWN, Town.transfer(AMAL, 10));
    town.wallet.health = Health.DEGRADED;
    town.wallet.fee = new Fee.Refused(Fault.PAYEE_FULL);
    refused(Why.REFUSED, Town.transfer(AMAL, 10));
    town.wallet.fee = new Fee.Untold();
    assertEquals(null, town.quote(10).fee());
    town.wallet.pushed = EnumSet.of(Kind.BILL);
    refused(Why.HIDDEN, Town.transfer(AMAL, 10));
    assertEquals(Set.of(Kind.BILL), now(town.payments.services(AMAL)));
    assertEquals(Set.of(), now(town.payments.services("stranger")));
  }

  @Test
  void theCardBehindTheNumber() {
    town.risk = SimRisk.Risk.NEW;
    refused(Why.SIM_CHANGED, Town.transfer(AMAL, 10));
    town.risk = SimRisk.Risk.UNKNOWN;
    refused(Why.CAP_ONCE, Money.ofDirhams(200), Town.transfer(AMAL, 201));
    assertInstanceOf(
        Prepared.Ready.class, now(town.payments.prepare("k", Town.transfer(AMAL, 200))));
  }

  @Test
  void notMe() {
    now(town.payments.block(AMAL));
    refused(Why.BLOCKED, Town.transfer(AMAL, 10));
    now(town.payments.unblock(AMAL));
    town.quote(10);
  }

  @Test
  void namesLookedUp() {
    for (int i = 0; i < 10; i++) {
      String digits = "21266200000" + i;
      town.wallet.names.put(digits, "Somebody");
      town.quote(to(digits));
      town.quote(to(digits));
    }
    town.wallet.names.put("212663000000", "One more");
    int lookups = town.wallet.asked.size();
    refused(Why.LOOKUPS, to("212663000000"));
    assertEquals(lookups, town.wallet.asked.size(), "its name was not asked for");
    town.pass(Duration.ofHours(15));
    town.quote(to("212663000000"));
  }

  private static Intent to(String digits) {
    return new Intent(AMAL, "ussd", "sim", Kind.TRANSFER, "", digits, "", Money.ofDirhams(10));
  }

  @Test
  void theSameAgainIsAskedAbout() {
    assertFalse(town.quote(10).again());
    town.paying(10);
    assertTrue(town.quote(10).again());
    assertFalse(town.quote(11).again(), "another amount");
    town.pass(Duration.ofMinutes(6));
    assertFalse(town.quote(10).again());
  }

  @ParameterizedTest
  @CsvSource({
    "JSR-7F3K2, JSR-7F3K2",
    "jsr 7f3k2, JSR-7F3K2",
    "7F3K2, JSR-7F3K2",
    "7f-3k2, JSR-7F3K2",
    "jsr7f3k2, JSR-7F3K2",
    "JSR2, ''",
    "JSR-7F3K, ''",
    "JSR-7F3K20, ''",
    "JSR-7F3K1, ''",
    "R-7F3K2, ''",
    "'', ''",
  })
  void references(String written, String read) {
    assertEquals(read, References.read(written).orElse(""));
  }
}
