package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import ma.jisr.base.Msisdn;
import org.junit.jupiter.api.Test;

/** Who has a number's wallet: numbers are portable. */
final class WalletsTest {
  private static final Msisdn NUMBER = new Msisdn("212661000042");

  private final Town town = new Town();

  private NumberTable table(String... rows) {
    String text = "number,provider,level\n" + String.join("\n", rows);
    return NumberTable.read(new StringReader(text), town.vault);
  }

  private Wallets wallets(NumberTable table) {
    return new Wallets(town.ports, table, town.store, town.vault, town.loop::now);
  }

  private String at(Wallets wallets) {
    Wallets.Found.At at = assertInstanceOf(Wallets.Found.At.class, now(wallets.of(NUMBER)));
    return at.port().id() + at.level();
  }

  @Test
  void theTableSaysIt() {
    assertEquals("b2", at(wallets(table("+212661000042,b,2"))));
    assertEquals("a0", at(wallets(table("0661000042,a,"))));
    assertEquals(List.of(), town.wallet.asked, "nobody is asked");
  }

  @Test
  void aProviderThatIsNotConfiguredIsNoAnswer() {
    town.other.names.put(NUMBER.digits(), "Somebody");
    assertEquals("b0", at(wallets(table("0661000042,c,1"))));
  }

  @Test
  void othersAreAskedInTurnAndTheAnswerIsRememberedForADay() {
    town.other.names.put(NUMBER.digits(), "Somebody");
    Wallets wallets = wallets(NumberTable.EMPTY);
    assertEquals("b0", at(wallets));
    assertEquals("b0", at(wallets));
    assertEquals(List.of("payee"), town.wallet.asked, "once");
    town.loop.advance(Duration.ofDays(1));
    town.other.names.clear();
    town.wallet.names.put(NUMBER.digits(), "Somebody, ported");
    assertEquals("a0", at(wallets));
  }

  @Test
  void ofSeveralTheLastUsedElseTheHintedElseTheFirst() {
    town.wallet.names.put(NUMBER.digits(), "Somebody");
    town.other.names.put(NUMBER.digits(), "Somebody");
    assertEquals("b0", at(wallets(table("212661*,b,", "2126610*,b,", "21266*,a,"))));
    town.loop.advance(Duration.ofDays(2));
    assertEquals("b0", at(wallets(NumberTable.EMPTY)), "the last used");
  }

  @Test
  void whoDoesNotAnswerLeavesItOpen() {
    Wallets wallets = wallets(NumberTable.EMPTY);
    assertInstanceOf(Wallets.Found.Nowhere.class, now(wallets.of(NUMBER)));
    town.wallet.silentPayees = true;
    assertInstanceOf(Wallets.Found.Unsure.class, now(wallets.of(NUMBER)));
    town.other.names.put(NUMBER.digits(), "Somebody");
    assertEquals("b0", at(wallets));
  }

  /** Bad rows beside good ones: they are told of by their lines, and no number stands there. */
  @Test
  void badRows() {
    NumberTable table =
        table(
            "0661000042,b,2",
            "0522000000x,b,1",
            "0661000043,,1",
            "0661000044,b,4",
            "2126a*,b,",
            "0661000042,a,3",
            "*,b,",
            "0661000045,b,1");
    assertEquals(2, table.size());
    assertEquals(6, table.bad());
    assertEquals(
        List.of(
            "line 3: number is none",
            "line 4: provider is missing",
            "line 5: level is none of 1, 2, 3",
            "line 6: the number before * has other than digits",
            "line 7: the number has come before; this row holds",
            "line 8: the number before * has other than digits"),
        table.problems());
    assertEquals("a3", at(wallets(table)), "the last row holds");
    assertFalse(table.problems().toString().contains("661"));
  }
}
