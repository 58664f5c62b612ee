package ma.jisr.service.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ma.jisr.base.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payee whose wallet is with another provider than the payer's. */
class PayeeElsewhereTest {
  private final Town town = new Town();

  @Test
  void isFoundThereAndPaidByThePayersOwn() {
    town.wallet.names.remove(Town.BRAHIMS);
    town.other.names.put(Town.BRAHIMS, "Brahim B***");
    Quote quote = town.quote(45);
    assertEquals(LocalText.same("Brahim B***"), quote.name());
    assertEquals("a", town.stored(quote.reference()).terms().provider());
  }

  @ParameterizedTest
  @CsvSource({
    "false, PAYEE_UNKNOWN",
    "true, UNSURE" // it may be there
  })
  void isNotFoundAnywhere(boolean silent, Why why) {
    town.wallet.names.remove(Town.BRAHIMS);
    town.other.silentPayees = silent;
    Prepared prepared = Town.now(town.payments.prepare(town.key(), Town.transfer(Town.AMAL, 45)));
    assertEquals(new Prepared.Not(why, null), prepared);
  }

  @Test
  void isClosedThere() {
    town.wallet.names.remove(Town.BRAHIMS);
    town.other.names.put(Town.BRAHIMS, "closed");
    Prepared prepared = Town.now(town.payments.prepare(town.key(), Town.transfer(Town.AMAL, 45)));
    assertEquals(new Prepared.Not(Why.PAYEE_UNAVAILABLE, null), prepared);
  }
}
