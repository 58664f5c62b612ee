package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.AMAL;
import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be paid at most, and that nothing gets past it. */
final class CapsTest {
  private final Town town = new Town();

  private static Intent by(String channel, long dirhams) {
    return new Intent(
        AMAL, channel, "sim", Kind.MERCHANT, Town.HANOUT, null, "", Money.ofDirhams(dirhams));
  }

  private Prepared prepare(Intent intent) {
    return now(town.payments.prepare(town.key(), intent));
  }

  private static Prepared not(Why why, @Nullable Integer dirhams) {
    return new Prepared.Not(why, dirhams == null ? null : Money.ofDirhams(dirhams));
  }

  /** Brahim, or whoever it is, is known then. */
  private void paid(Intent intent) {
    String reference = town.paying(intent);
    town.pass(Duration.ofSeconds(5));
    town.approve(reference);
    town.pass(Duration.ofSeconds(2));
    assertEquals(State.COMPLETED, town.state(reference));
  }

  @ParameterizedTest
  @CsvSource({"sms, 200, 200", "ussd, 500, 500", "chat, 500, 500", "smoke, 200, 200"})
  void firstPaymentToSomebody(String channel, long most, int bound) {
    assertInstanceOf(Prepared.Ready.class, prepare(by(channel, most)));
    Why why = bound < 500 ? Why.CAP_ONCE : Why.CAP_NEW_PAYEE;
    assertEquals(not(why, bound), prepare(by(channel, most + 1)));
  }

  @Test
  void whoeverWasPaidIsKnown() {
    paid(by("chat", 100));
    assertEquals(not(Why.CAP_ONCE, 1_000), prepare(by("ussd", 1_001)));
    assertInstanceOf(Prepared.Ready.class, prepare(by("ussd", 1_000)));
  }

  @Test
  void aDay() {
    paid(by("chat", 500));
    paid(by("chat", 1_200));
    assertEquals(not(Why.CAP_DAY, 300), prepare(by("chat", 301)));
    paid(by("ussd", 300));
    assertEquals(not(Why.CAP_DAY, 0), prepare(by("chat", 1)));
    town.pass(Duration.ofHours(15));
    assertInstanceOf(Prepared.Ready.class, prepare(by("chat", 301)));
  }

  @Test
  void whatWasNotPaidDoesNotCount() {
    town.wallet.fault = Fault.INSUFFICIENT_FUNDS;
    town.wallet.submits.add(ScriptedWallet.Reply.REFUSE);
    paid(by("chat", 400), State.FAILED);
    paid(by("chat", 500));
    assertInstanceOf(Prepared.Ready.class, prepare(by("chat", 1_500)));
  }

  private void paid(Intent intent, State end) {
    String reference = town.paying(intent);
    town.pass(Duration.ofSeconds(5));
    assertEquals(end, town.state(reference));
  }

  @Test
  void underWayAtOnce() {
    List<String> quoted = new ArrayList<>();
    for (int i = 1; i <= 4; i++) quoted.add(town.quote(by("ussd", i)).reference());
    for (int i = 0; i < 3; i++) assertInstanceOf(Begun.Asked.class, town.pay(quoted.get(i)));
    assertEquals(new Begun.Not(Why.MANY_PENDING, null), town.pay(quoted.get(3)));
    assertEquals(not(Why.MANY_PENDING, null), prepare(by("ussd", 5)));
    town.pass(Duration.ofSeconds(5));
    town.wallet.approveAll();
    town.pass(Duration.ofSeconds(2));
    assertInstanceOf(Begun.Asked.class, town.pay(quoted.get(3)));
  }

  @Test
  void anHour() {
    for (int i = 1; i <= 5; i++) paid(by("ussd", i));
    assertEquals(not(Why.MANY_AN_HOUR, null), prepare(by("ussd", 6)));
    town.pass(Duration.ofHours(1));
    assertInstanceOf(Prepared.Ready.class, prepare(by("ussd", 6)));
  }

  /** What is under way at midnight still is. */
  @Test
  void midnight() {
    town.pass(Duration.ofHours(13).plusMinutes(58));
    for (int i = 1; i <= 3; i++) town.paying(by("ussd", i));
    town.pass(Duration.ofMinutes(2));
    assertEquals(LocalDate.parse("2026-05-06"), PaymentRules.day(town.loop.now()));
    assertEquals(not(Why.MANY_PENDING, null), prepare(by("ussd", 4)));
  }

  /** All say yes at once, on two nodes, in any order: the day's cap holds. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void atOnceOnTwoNodes(long seed) {
    List<String> quoted = new ArrayList<>();
    for (int i = 0; i < 6; i++) quoted.add(town.quote(by("ussd", 499)).reference());
    Gates gates = new Gates(seed);
    List<CompletableFuture<Begun>> begun = new ArrayList<>();
    for (int i = 0; i < 12; i++)
      begun.add(
          town.on(gates.before(town.store), town.loop::now, "n" + i)
              .pay("k" + i, AMAL, quoted.get(i % 6), Town.shown("ussd"), Duration.ofSeconds(3)));
    gates.all();
    town.pass(Duration.ofSeconds(5));
    long asked = quoted.stream().filter(r -> town.state(r) == State.PENDING).count();
    assertEquals(3, asked, "as many as may be under way");
    for (CompletableFuture<Begun> each : begun) now(each);
    assertEquals(3, town.wallet.submitted());
  }

  @Test
  void byDate() {
    Caps later = dated("2027-01-01");
    CapBook book = new CapBook(List.of(later, Caps.defaults()));
    assertEquals(Caps.defaults(), book.on(LocalDate.parse("2026-12-31")));
    assertEquals(later, book.on(LocalDate.parse("2027-01-01")));
    assertThrows(IllegalArgumentException.class, () -> new CapBook(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new CapBook(List.of(later, later)));
  }

  private static Caps dated(String from) {
    Caps usual = Caps.defaults();
    return new Caps(
        LocalDate.parse(from),
        usual.channels(),
        usual.day(),
        usual.newPayee(),
        usual.unknownSim(),
        usual.levels(),
        usual.interchange(),
        "BAM 2027",
        usual.pending(),
        usual.hour(),
        usual.lookups());
  }
}
