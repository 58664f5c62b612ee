package ma.jisr.app.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ma.jisr.base.Money;
import ma.jisr.base.Vault;
import ma.jisr.sandbox.wallet.WalletServer;
import ma.jisr.sandbox.wallet.WalletSettings;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.sandbox.world.Timers;
import ma.jisr.service.wallet.gsma.CallbackServer;
import ma.jisr.service.wallet.gsma.CallbackTokens;
import ma.jisr.service.wallet.gsma.Callbacks;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.gsma.Encryption;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.gsma.GsmaWallet;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;
import ma.jisr.service.wallet.port.Payee;
import ma.jisr.service.wallet.port.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jisr's client and the sandbox's provider, who share no code, over sockets: every trouble that a
 * marked amount asks for ends as it should, and whoever asks learns it.
 */
class ProvidersMeetTest {
  private static final Account PAYER = Account.msisdn("212661000012");
  private static final Account SHOP = Account.organisation("merchant-baraka");
  private static final Account WATER = new Account(Account.Type.BILLER, "biller-eau");

  /** Questions until what is under way has come to its end. */
  private static final int MOST_QUESTIONS = 5_000;

  private final Vertx vertx = Vertx.vertx();
  private final CallbackTokens tokens =
      new CallbackTokens(Vault.passing(RandomGenerator.of("L64X128MixRandom")));
  private final BlockingQueue<UUID> heard = new LinkedBlockingQueue<>();
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private GsmaWallet wallet;

  private static <T> T told(Future<T> future) {
    return told(future.toCompletionStage().toCompletableFuture());
  }

  private static <T extends @Nullable Object> T told(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @BeforeEach
  void open() {
    WalletServer provider =
        told(
            WalletServer.start(
                vertx, WalletSettings.usual(null).approving(Approval.AUTO), new Quick(vertx)));
    CallbackServer back =
        told(
            CallbackServer.start(
                vertx,
                "127.0.0.1",
                0,
                "",
                List.of(new Callbacks("sim")),
                tokens,
                (id, correlation, content) -> {
                  heard.add(correlation);
                  return CompletableFuture.runAsync(() -> {});
                },
                Clock.systemUTC(),
                (id, called) -> {}));
    GsmaSettings settings =
        new GsmaSettings(
            "sim",
            "Wallet (ex.)",
            provider.base(),
            new Credentials.Basic("jisr", provider.secret()),
            null,
            null,
            "jisr",
            URI.create("http://127.0.0.1:" + back.port()),
            new Capabilities(Set.of(Kind.values()), true, true, true, true),
            GsmaSettings.USUAL_STATUSES,
            null,
            Encryption.USUAL,
            Duration.ofSeconds(2));
    wallet = new GsmaWallet(vertx, settings, tokens, Clock.systemUTC(), UUID::randomUUID);
  }

  @AfterEach
  void close() {
    told(vertx.close());
  }

  private Order order(Kind kind, Account payee, String about, long centimes) {
    UUID correlation = new UUID(random.nextLong(), random.nextLong());
    return new Order(
        correlation,
        "JSR-7F3K2",
        kind,
        PAYER,
        payee,
        about,
        new Money(centimes),
        Instant.parse("2026-11-20T10:00:00Z"));
  }

  private Answer settled(Order order) {
    for (int i = 0; i < MOST_QUESTIONS; i++) {
      Answer answer = told(wallet.recover(order));
      if (!(answer instanceof Answer.Accepted)) return answer;
    }
    throw new AssertionError("it comes to no end");
  }

  private void hint(Order order) throws InterruptedException {
    assertEquals(order.correlation(), heard.poll(30, TimeUnit.SECONDS));
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(0, Answer.Accepted.class, null, true),
        Arguments.of(1, Answer.Accepted.class, Fault.INSUFFICIENT_FUNDS, true),
        Arguments.of(2, Answer.Accepted.class, Fault.DECLINED, true),
        Arguments.of(4, Answer.Unknown.class, null, true),
        Arguments.of(5, Answer.Accepted.class, null, true),
        Arguments.of(6, Answer.Accepted.class, null, true),
        Arguments.of(7, Answer.Accepted.class, null, false),
        Arguments.of(8, Answer.Accepted.class, null, true),
        Arguments.of(9, Answer.Unknown.class, null, true),
        Arguments.of(10, Answer.Accepted.class, null, true),
        Arguments.of(11, Answer.Accepted.class, Fault.PAYEE_FULL, true),
        Arguments.of(12, Answer.Accepted.class, Fault.LIMIT, true),
        Arguments.of(14, Answer.Completed.class, null, false),
        Arguments.of(16, Answer.Accepted.class, null, true),
        Arguments.of(17, Answer.Unknown.class, null, true));
  }

  @ParameterizedTest(name = "45,{0}")
  @MethodSource("troubles")
  void troublesEndAsTheyShould(
      int mark, Class<? extends Answer> first, @Nullable Fault fault, boolean calledBack)
      throws InterruptedException {
    Order order = order(Kind.MERCHANT, SHOP, "", 4_500 + mark);
    assertInstanceOf(first, told(wallet.submit(order)));
    if (calledBack) hint(order);
    Answer end = settled(order);
    if (fault == null)
      assertTrue(assertInstanceOf(Answer.Completed.class, end).facts().agree(order));
    else assertEquals(fault, assertInstanceOf(Answer.Refused.class, end).fault());
    assertInstanceOf(Answer.Duplicate.class, told(wallet.submit(order)));
  }

  @ParameterizedTest(name = "45,{0}")
  @ValueSource(ints = {15, 18})
  void whatIsForgottenIsAbsent(int mark) {
    Order order = order(Kind.MERCHANT, SHOP, "", 4_500 + mark);
    assertInstanceOf(Answer.Unknown.class, told(wallet.submit(order)));
    assertInstanceOf(Answer.Absent.class, told(wallet.recover(order)));
  }

  @Test
  void everyService() {
    Account person = Account.msisdn("212661000002");
    for (Order order :
        List.of(
            order(Kind.TRANSFER, person, "", 4_500),
            order(Kind.BILL, WATER, "77001", 4_500),
            order(Kind.AIRTIME, Account.organisation("airtime-a"), "212661000002", 2_000),
            order(Kind.SUPPLIER, Account.organisation("supplier-sucre"), "F-2026/11", 4_500))) {
      Answer.Accepted taken =
          assertInstanceOf(Answer.Accepted.class, told(wallet.submit(order)), order::toString);
      assertNotNull(taken.server());
      Answer.Completed done = assertInstanceOf(Answer.Completed.class, settled(order));
      assertTrue(done.facts().agree(order));
      assertEquals(done, told(wallet.status(order, taken.server(), null)));
      assertEquals(done, told(wallet.status(order, null, done.facts().transaction())));
    }
  }

  @Test
  void whatIsAskedBefore() {
    assertEquals(Health.UP, told(wallet.health()));
    assertInstanceOf(Payee.Found.class, told(wallet.payee(SHOP)));
    assertInstanceOf(Payee.Found.class, told(wallet.payee(WATER)));
    assertInstanceOf(Payee.Found.class, told(wallet.payee(Account.msisdn("212661000002"))));
    assertEquals(new Payee.Unavailable(), told(wallet.payee(Account.msisdn("212661000009"))));
    assertEquals(new Payee.Unregistered(), told(wallet.payee(Account.msisdn("212661000000"))));
    assertEquals(
        new Fee.Known(new Money(100)),
        told(
            wallet.fee(Kind.TRANSFER, PAYER, Account.msisdn("212661000002"), Money.ofDirhams(45))));
    assertEquals(1, ((Bills.Open) told(wallet.bills(WATER, "77001"))).bills().size());
    assertEquals(new Bills.Open(List.of()), told(wallet.bills(WATER, "77008")));
    assertEquals(new Bills.NoCustomer(), told(wallet.bills(WATER, "77009")));
  }

  @Test
  void whatIsGivenBackStandsInTheStatement() {
    Order order = order(Kind.MERCHANT, SHOP, "", 4_500);
    told(wallet.submit(order));
    String transaction =
        assertInstanceOf(Answer.Completed.class, settled(order)).facts().transaction();
    UUID back = new UUID(random.nextLong(), random.nextLong());
    told(wallet.reverse(back, order, transaction));
    Order reversal =
        new Order(
            back,
            order.reference(),
            order.kind(),
            order.payer(),
            order.payee(),
            "",
            order.amount(),
            order.asked());
    assertTrue(assertInstanceOf(Answer.Completed.class, settled(reversal)).facts().agree(reversal));
    UUID again = new UUID(random.nextLong(), random.nextLong());
    assertInstanceOf(Answer.Refused.class, told(wallet.reverse(again, order, transaction)));
    LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Africa/Casablanca")));
    @Nullable Statement day = told(wallet.statement(today, null));
    assertNotNull(day);
    assertEquals(
        List.of(-4_500L, 4_500L),
        day.lines().stream().map(line -> line.amount().centimes()).sorted().toList());
  }

  /** The provider's times, fifty times as fast. */
  private record Quick(Vertx vertx) implements Timers {
    @Override
    public Instant now() {
      return Clock.systemUTC().instant();
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
      long id = vertx.setTimer(Math.max(1, delay.toMillis() / 50), fired -> task.run());
      return () -> vertx.cancelTimer(id);
    }
  }
}
