package ma.jisr.sandbox.wallet.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger never does. */
class LedgerTest {
  private static final List<String> CUSTOMERS = List.of("a", "b", "c", "d");
  private static final long MOST = 1_000;
  private final Ledger ledger = new Ledger();

  @BeforeEach
  void open() {
    ledger.openInstitution("bank");
    CUSTOMERS.forEach(customer -> ledger.openCustomer(customer, MOST));
    CUSTOMERS.forEach(customer -> assertTrue(ledger.book(held(new Leg("bank", customer, 500)))));
  }

  private Reservation held(Leg... legs) {
    return assertInstanceOf(Reservation.class, ledger.reserve(List.of(legs)));
  }

  @Test
  void whatIsSetAsideCannotBeSpentTwice() {
    Reservation first = held(new Leg("a", "b", 400));
    assertEquals(Lack.FUNDS, ledger.reserve(List.of(new Leg("a", "c", 101))));
    assertEquals(100, ledger.balance("a").available());
    assertTrue(ledger.drop(first));
    assertFalse(ledger.drop(first));
    assertFalse(ledger.book(first));
    assertTrue(ledger.book(held(new Leg("a", "c", 500))));
    assertEquals(0, ledger.balance("a").booked());
  }

  @Test
  void whatIsComingTakesRoom() {
    Reservation first = held(new Leg("a", "b", 400));
    assertEquals(Lack.ROOM, ledger.reserve(List.of(new Leg("c", "b", 101))));
    assertTrue(ledger.book(first));
    assertEquals(900, ledger.balance("b").booked());
  }

  @Test
  void entriesAreSetAsideAllOrNone() {
    assertEquals(
        Lack.ROOM, ledger.reserve(List.of(new Leg("a", "b", 100), new Leg("bank", "d", 501))));
    assertEquals(
        Lack.FUNDS, ledger.reserve(List.of(new Leg("a", "b", 300), new Leg("a", "c", 300))));
    CUSTOMERS.forEach(customer -> assertEquals(500, ledger.balance(customer).available()));
    assertEquals(new Ledger.Counts(0, 4, 0), ledger.counts());
  }

  @Test
  void whatIsNoEntry() {
    assertThrows(IllegalArgumentException.class, () -> new Leg("a", "b", 0));
    assertThrows(IllegalArgumentException.class, () -> new Leg("a", "b", -1));
    assertThrows(
        IllegalArgumentException.class, () -> ledger.reserve(List.of(new Leg("a", "nobody", 1))));
    assertThrows(IllegalArgumentException.class, () -> ledger.openCustomer("a", MOST));
  }

  /** Whatever is done in whatever order: sums, bounds, and each reservation closed once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsDone(long seed) {
    var random = new Random(seed);
    List<Reservation> all = new ArrayList<>();
    int closed = 0;
    for (int i = 0; i < 5_000; i++) {
      if (all.isEmpty() || random.nextInt(2) == 0) {
        if (ledger.reserve(legs(random)) instanceof Reservation held) {
          all.add(held);
        }
      } else {
        Reservation held = all.get(random.nextInt(all.size()));
        boolean open = held.open();
        boolean done = random.nextBoolean() ? ledger.book(held) : ledger.drop(held);
        assertEquals(open, done);
        closed += done ? 1 : 0;
      }
      check(all.size(), closed);
    }
  }

  private static List<Leg> legs(Random random) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String from = CUSTOMERS.get(random.nextInt(4));
      String to = CUSTOMERS.get(random.nextInt(4));
      if (!from.equals(to)) {
        legs.add(new Leg(from, random.nextInt(5) == 0 ? "bank" : to, 1 + random.nextInt(400)));
      }
    }
    return legs.isEmpty() ? List.of(new Leg("bank", "a", 1)) : legs;
  }

  private void check(int reservations, int closed) {
    assertEquals(0, ledger.sum());
    for (String customer : CUSTOMERS) {
      Balance balance = ledger.balance(customer);
      assertTrue(balance.available() >= 0 && balance.leaving() >= 0 && balance.coming() >= 0);
      assertTrue(balance.booked() + balance.coming() <= MOST, customer);
    }
    Ledger.Counts counts = ledger.counts();
    assertEquals(reservations - closed, counts.open());
    assertEquals(closed + 4, counts.booked() + counts.dropped());
  }
}
