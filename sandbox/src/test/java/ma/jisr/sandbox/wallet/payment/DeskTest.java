package ma.jisr.sandbox.wallet.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Bills;
import ma.jisr.sandbox.wallet.account.Holder;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.account.Organisation;
import ma.jisr.sandbox.wallet.account.Party;
import ma.jisr.sandbox.wallet.account.Wallet;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.payment.Payment.State;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.VirtualTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens at the desk in whatever order, the books are right. */
class DeskTest {
  private static final List<String> NUMBERS =
      List.of(
          "212661000001",
          "212661000011",
          "212661000002",
          "212661000012",
          "212661000008",
          "212661000018");
  private static final List<String> SHOPS =
      List.of("merchant-baraka", "merchant-atlas", "supplier-sucre", "airtime-b");
  private static final int ROUNDS = 60;
  private static final int STEPS = 25;
  private final Vertx vertx = Vertx.vertx();
  private final VirtualTimers timers = new VirtualTimers();
  private final Loop loop = new Loop(vertx.getOrCreateContext(), timers);
  private final Ledger ledger = new Ledger();
  private final Accounts accounts = new Accounts(ledger);
  private final Map<Payment, Integer> told = new HashMap<>();
  private final List<Payment> payments = new ArrayList<>();

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverHappens(long seed) throws TimeoutException {
    happens(seed, true);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void whatCustomersHoldTheirIssuersOwe(long seed) throws TimeoutException {
    happens(seed, false);
    for (Issuer issuer : Issuer.values()) {
      assertEquals(0, sum(issuer));
    }
  }

  private void happens(long seed, boolean numbersMove) throws TimeoutException {
    var random = new Random(seed);
    var desk = new Desk(loop, ledger, accounts, new Bills(), Tariff.USUAL, Times.USUAL, random);
    desk.connect(asked -> {}, done -> told.merge(done, 1, Integer::sum));
    for (int i = 0; i < ROUNDS; i++) {
      onLoop(
          () -> {
            for (int j = 0; j < STEPS; j++) {
              step(desk, random, numbersMove);
              check();
            }
          });
      timers.pass(Duration.ofSeconds(random.nextInt(40)));
    }
    timers.pass(Duration.ofHours(1));
    onLoop(() -> {});
    timers.pass(Duration.ofHours(1)); // late approvals
    onLoop(
        () -> {
          check();
          assertEquals(0, ledger.counts().open());
          payments.forEach(payment -> assertTrue(payment.state() != State.PENDING));
        });
    assertTrue(payments.size() > ROUNDS, "there were too few: " + payments.size());
  }

  private void onLoop(Runnable task) throws TimeoutException {
    loop.ask(
            () -> {
              task.run();
              return Future.succeededFuture();
            })
        .await(20, TimeUnit.SECONDS);
  }

  private void step(Desk desk, Random random, boolean numbersMove) {
    int what = random.nextInt(20);
    if (what < 10) {
      keep(desk.take(order(random), fault(random)));
    } else if (what < 14) {
      some(random, payment -> desk.approve(payment));
    } else if (what < 16) {
      some(random, payment -> desk.fail(payment, Problem.declined("no")));
    } else if (what < 18) {
      some(random, payment -> keep(desk.reverse(payment, back(payment))));
    } else if (numbersMove) {
      turn(random);
    }
  }

  private void keep(Decision decision) {
    if (decision instanceof Payment payment) {
      payments.add(payment);
    }
  }

  private void some(Random random, Consumer<Payment> task) {
    if (!payments.isEmpty()) {
      task.accept(payments.get(random.nextInt(payments.size())));
    }
  }

  private static Fault fault(Random random) {
    Fault[] all = Fault.values();
    return random.nextInt(3) == 0 ? all[random.nextInt(all.length)] : Fault.NONE;
  }

  private static Order order(Random random) {
    boolean shop = random.nextBoolean();
    Party payee =
        shop
            ? new Party("organisationid", SHOPS.get(random.nextInt(SHOPS.size())))
            : new Party("msisdn", "+" + NUMBERS.get(random.nextInt(NUMBERS.size())));
    return order(
        shop ? "merchantpay" : "transfer",
        1 + random.nextInt(300_00),
        List.of(new Party("msisdn", "+" + NUMBERS.get(random.nextInt(NUMBERS.size())))),
        List.of(payee));
  }

  private static Order order(String type, long centimes, List<Party> payer, List<Party> payee) {
    String id = UUID.randomUUID().toString();
    return new Order(id, "", type, "", centimes, payer, payee, "", "", null);
  }

  private static Order back(Payment payment) {
    Order order = payment.order();
    return order("reversal", order.centimes(), order.payee(), order.payer());
  }

  private void turn(Random random) {
    Wallet wallet = accounts.wallet(NUMBERS.get(random.nextInt(NUMBERS.size())));
    Issuer other = random.nextBoolean() ? Issuer.A : Issuer.B;
    if (wallet != null) {
      accounts.change(wallet, new Accounts.Change(null, other, null, null, null));
    }
  }

  private void check() {
    assertEquals(0, ledger.sum());
    for (String number : NUMBERS) {
      Wallet wallet = accounts.wallet(number);
      if (wallet != null) {
        var balance = ledger.balance(wallet.book());
        assertTrue(balance.available() >= 0, "more was spent than there was");
        assertTrue(balance.booked() + balance.coming() <= wallet.level().most(), "above its level");
      }
    }
    assertEquals(
        0,
        ledger.balance(Issuer.A.settles()).booked() + ledger.balance(Issuer.B.settles()).booked());
    for (Payment payment : payments) {
      boolean reserved = payment.reservation() != null && payment.reservation().open();
      assertEquals(payment.state() == State.PENDING, reserved);
      int tellings = told.getOrDefault(payment, 0);
      int most = payment.fault() == Fault.LATE ? 2 : 1;
      assertTrue(tellings <= most, payment + " was told of " + tellings + " times");
      assertEquals(payment.state() != State.PENDING, tellings > 0);
    }
  }

  private long sum(Issuer issuer) {
    List<Holder> holders = new ArrayList<>(Organisation.SEEDED);
    NUMBERS.stream()
        .map(number -> accounts.find(List.of(new Party("msisdn", number))).orElseThrow())
        .forEach(holders::add);
    return Stream.concat(
            Stream.of(issuer.owes(), issuer.settles(), issuer.fees()),
            holders.stream().filter(holder -> holder.issuer() == issuer).map(Holder::book))
        .mapToLong(account -> ledger.balance(account).booked())
        .sum();
  }
}
