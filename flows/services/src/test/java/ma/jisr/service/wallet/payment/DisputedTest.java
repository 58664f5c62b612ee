package ma.jisr.service.wallet.payment;

import static ma.jisr.service.wallet.payment.Town.AMAL;
import static ma.jisr.service.wallet.payment.Town.HANOUT;
import static ma.jisr.service.wallet.payment.Town.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ma.jisr.base.Actor;
import ma.jisr.base.Money;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.wallet.claim.Claim;
import ma.jisr.service.wallet.claim.ClaimTerms;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.claim.Opened;
import ma.jisr.service.wallet.claim.PaymentDisputes;
import ma.jisr.service.wallet.claim.Reason;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What becomes of payments that are disputed, and of merchants' days with them. */
final class DisputedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 5);

  private final Town town = new Town(new MemoryStore(specs()), Town.TEN);
  private final Claims claims =
      new Claims(
          town.store,
          new Outboxes(),
          new PaymentDisputes(town.payments, town.loop::now),
          ClaimTerms.USUAL,
          PublicHolidays.FIXED,
          Vault.passing(new Random(1)),
          town.loop::now);
  private final SalesBook sales = new SalesBook(town.store);

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(PaymentCollections.specs());
    specs.addAll(Claims.COLLECTIONS);
    return specs;
  }

  private static Actor operator(String id) {
    return new Actor(id, Role.OPERATOR, Territory.EVERYWHERE);
  }

  private String paid(long dirhams) {
    String reference = town.paying(Town.to(HANOUT, Kind.MERCHANT, AMAL, dirhams, ""));
    town.pass(Duration.ofSeconds(4));
    town.approve(reference);
    town.pass(Duration.ofSeconds(2));
    assertEquals(State.COMPLETED, town.state(reference));
    return reference;
  }

  private Opened disputed(String reference, Reason reason) {
    return now(claims.open("claim " + reference, AMAL, reference, reason));
  }

  @Test
  void aClaimThatIsAcceptedGivesTheMoneyBackAndTheMerchantsDayIsWithoutIt() {
    String first = paid(45);
    String second = paid(20);
    assertEquals(Map.of(HANOUT, new Sales(2, Money.ofDirhams(65))), now(sales.of(TODAY)));
    assertEquals(Map.of(), now(sales.of(TODAY.minusDays(1))));
    Claim claim =
        assertInstanceOf(Opened.Done.class, disputed(first, Reason.NOT_DELIVERED)).claim();
    assertEquals(State.COMPLETED, claim.evidence().state());
    assertEquals(64, claim.evidence().head().length(), "of the journal's last line");
    Ruling<Claim> taken = now(claims.take(operator("hind"), claim.number(), "", "t"));
    assertInstanceOf(Ruling.Done.class, taken);
    Ruling<Claim> answered =
        now(claims.answer(operator("omar"), claim.number(), Claim.Verdict.ACCEPTED, "agreed", "a"));
    assertInstanceOf(Ruling.Done.class, answered);
    town.pass(Duration.ofMinutes(1));
    assertEquals(State.REVERSED, town.state(first));
    assertEquals(State.COMPLETED, town.state(second));
    assertEquals(Map.of(HANOUT, new Sales(1, Money.ofDirhams(20))), now(sales.of(TODAY)));
    assertEquals(2_000, town.wallet.paid());
  }

  @Test
  void notMeBlocksWhatFollows() {
    String reference = paid(45);
    assertInstanceOf(Opened.Done.class, disputed(reference, Reason.NOT_ME));
    Intent again = Town.to(HANOUT, Kind.MERCHANT, AMAL, 5, "");
    Prepared refused = now(town.payments.prepare(town.key(), again));
    assertEquals(Why.BLOCKED, assertInstanceOf(Prepared.Not.class, refused).why());
  }

  @Test
  void othersPaymentsAndThoseNeverAskedForAreNotDisputed() {
    String reference = paid(45);
    assertEquals(
        new Opened.Not(Opened.Why.NO_PAYMENT),
        now(claims.open("k", Town.BRAHIM, reference, Reason.AMOUNT)));
    String quoted = town.quote(10).reference();
    assertEquals(new Opened.Not(Opened.Why.NEVER_ASKED), disputed(quoted, Reason.AMOUNT));
  }
}
