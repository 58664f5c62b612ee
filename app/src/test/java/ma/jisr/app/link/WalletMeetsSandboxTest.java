package ma.jisr.app.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.base.Money;
import ma.jisr.base.Vault;
import ma.jisr.sandbox.wallet.WalletServer;
import ma.jisr.sandbox.wallet.WalletSettings;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.sandbox.wallet.payment.Times;
import ma.jisr.sandbox.world.Timers;
import ma.jisr.service.wallet.gsma.CallbackTokens;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.gsma.Encryption;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.gsma.GsmaWallet;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Capabilities;
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
import org.junit.jupiter.params.provider.CsvSource;

/** The wallet's client against the simulated provider, over real sockets: each trouble it makes. */
class WalletMeetsSandboxTest {
  private static final String PAYER = "212661000012";
  private static final Account PAYEE = Account.msisdn("212661000002");

  /** Waiting that a reader of the tests does not notice. */
  private static final Duration SOON = Duration.ofMillis(20);

  private static final Times HASTE =
      new Times(SOON, SOON, SOON, Duration.ofMillis(200), SOON, SOON, List.of(SOON));

  private final Vertx vertx = Vertx.vertx();
  private @Nullable WalletServer server;

  @BeforeEach
  void start() throws TimeoutException {
    WalletSettings settings = WalletSettings.usual(null).approving(Approval.AUTO).within(HASTE);
    server = WalletServer.start(vertx, settings, Timers.real(vertx)).await(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private GsmaWallet wallet(Issuer issuer) {
    return wallet(issuer, GsmaSettings.LONGEST_ANSWER);
  }

  private GsmaWallet wallet(Issuer issuer, Duration answer) {
    WalletServer running = server;
    assertNotNull(running);
    var settings =
        new GsmaSettings(
            issuer.id(),
            issuer.title(),
            running.base(issuer),
            new Credentials.Basic("jisr", running.secret()),
            null,
            null,
            "jisr",
            null,
            new Capabilities(Set.of(Kind.values()), true, true, true, true),
            GsmaSettings.USUAL_STATUSES,
            null,
            Encryption.USUAL,
            answer);
    var tokens = new CallbackTokens(new Vault(new byte[32], new Random(7)));
    return new GsmaWallet(vertx, settings, tokens, Clock.systemUTC(), UUID::randomUUID);
  }

  private GsmaWallet wallet() {
    return wallet(Issuer.B);
  }

  private static Order order(Kind kind, Account payee, String about, String amount) {
    long centimes = new BigDecimal(amount).movePointRight(2).longValueExact();
    return new Order(
        UUID.randomUUID(),
        "JSR-7F3K2",
        kind,
        Account.msisdn(PAYER),
        payee,
        about,
        new Money(centimes),
        Instant.now());
  }

  private static Order transfer(String amount) {
    return order(Kind.TRANSFER, PAYEE, "", amount);
  }

  private static <T extends @Nullable Object> T told(CompletableFuture<T> answer) {
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** What became of it at last: asked until it is no longer under way. */
  private static Answer last(GsmaWallet wallet, Order order, Answer first) {
    String server = first instanceof Answer.Accepted accepted ? accepted.server() : null;
    Answer answer = told(wallet.status(order, server, null));
    while (answer instanceof Answer.Accepted) {
      answer = told(wallet.status(order, server, null));
    }
    return answer;
  }

  private static String word(Answer answer) {
    return answer instanceof Answer.Refused refused
        ? refused.fault().name()
        : answer.getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource({
    "45, Accepted, Completed",
    "0.50, Accepted, Completed",
    "45.01, Accepted, INSUFFICIENT_FUNDS",
    "45.02, Accepted, DECLINED",
    "45.03, Accepted, DECLINED", // when its time is up
    "45.04, Unknown, Completed",
    "45.07, Accepted, Completed",
    "45.09, Unknown, Completed",
    "45.11, Accepted, PAYEE_FULL",
    "45.12, Accepted, LIMIT",
    "45.14, Completed, Completed",
    "45.15, Unknown, Absent",
    "45.16, Accepted, Completed",
    "45.17, Unknown, Completed",
    "45.18, Unknown, Absent"
  })
  void aTransfer(String amount, String at, String last) {
    GsmaWallet wallet = wallet();
    Order order = transfer(amount);
    boolean silent = amount.endsWith("04") || amount.endsWith("15");
    GsmaWallet asking = silent ? wallet(Issuer.B, Duration.ofSeconds(1)) : wallet;
    Answer first = told(asking.submit(order));
    assertEquals(at, word(first));
    Answer end = last(wallet, order, first);
    assertEquals(last, word(end));
    if (end instanceof Answer.Absent) {
      // Not there: the same may be sent again, and is heard this time.
      first = told(wallet.submit(order));
      end = last(wallet, order, first);
      assertEquals("Completed", word(end));
    }
    if (end instanceof Answer.Completed(var facts)) {
      assertEquals(true, facts.agree(order));
    }
    assertEquals("Duplicate", word(told(wallet.submit(order))));
    Statement booked = told(wallet.statement(LocalDate.now(ZoneId.of("Africa/Casablanca")), null));
    assertNotNull(booked);
    assertEquals(end instanceof Answer.Completed ? 1 : 0, booked.lines().size());
  }

  @ParameterizedTest
  @CsvSource({
    "TRANSFER, MSISDN, 212661000010, '', 45, NO_ACCOUNT",
    "TRANSFER, MSISDN, 212661000012, '', 45, SAME_PARTIES",
    "TRANSFER, MSISDN, 212661000009, '', 45, STATE",
    "TRANSFER, MSISDN, 212661000001, '', 60, PAYEE_FULL",
    "TRANSFER, MSISDN, 212661000002, '', 1000, INSUFFICIENT_FUNDS",
    "TRANSFER, MSISDN, 212661000002, '', 3000, LIMIT",
    "TRANSFER, MSISDN, 212661000002, '', 5000.50, AMOUNT",
    "BILL, BILLER, biller-elec, 1234567, 1, BILL_AMOUNT",
    "BILL, BILLER, biller-elec, 1234569, 10, NO_ACCOUNT",
    "MERCHANT, ORGANISATION, nobody, '', 45, NO_ACCOUNT"
  })
  void whatIsRefusedAtOnce(
      Kind kind, Account.Type type, String payee, String about, String amount, String fault) {
    Answer answer = told(wallet().submit(order(kind, new Account(type, payee), about, amount)));
    assertEquals(fault, word(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "MERCHANT, ORGANISATION, merchant-baraka, '', 45",
    "BILL, BILLER, biller-eau, 1234567, 117",
    "BILL, ORGANISATION, biller-net, 0524000000, 250",
    "AIRTIME, ORGANISATION, airtime-c, 212661000002, 20",
    "SUPPLIER, ORGANISATION, supplier-sucre, F-2026-118, 300"
  })
  void theOtherServices(Kind kind, Account.Type type, String payee, String about, String amount) {
    GsmaWallet wallet = wallet();
    Order order = order(kind, new Account(type, payee), about, amount);
    assertEquals("Completed", word(last(wallet, order, told(wallet.submit(order)))));
  }

  @Test
  void whatIsAskedBefore() {
    assertEquals(Health.UP, told(wallet().health()));
    // At the issuer's own door others' numbers are not registered.
    assertInstanceOf(Payee.Unregistered.class, told(wallet().payee(PAYEE)));
    assertEquals(new Payee.Found("Khadija B***"), told(wallet(Issuer.A).payee(PAYEE)));
    assertEquals(
        new Payee.Found("Epicerie Baraka ex."),
        told(wallet().payee(Account.organisation("merchant-baraka"))));
    assertInstanceOf(
        Payee.Unavailable.class, told(wallet(Issuer.A).payee(Account.msisdn("212661000009"))));
    Account payer = Account.msisdn(PAYER);
    assertEquals(
        new Fee.Known(new Money(100)),
        told(wallet().fee(Kind.TRANSFER, payer, PAYEE, new Money(4_500))));
    var bills =
        assertInstanceOf(
            Bills.Open.class,
            told(wallet().bills(new Account(Account.Type.BILLER, "biller-eau"), "1234567")));
    assertEquals(new Money(11_700), bills.bills().getFirst().due());
    assertEquals(new Money(2_000), bills.bills().getFirst().least());
  }

  @Test
  void whatIsGivenBack() {
    GsmaWallet wallet = wallet();
    Order order = transfer("45");
    Answer paid = last(wallet, order, told(wallet.submit(order)));
    var facts = assertInstanceOf(Answer.Completed.class, paid).facts();
    UUID back = UUID.randomUUID();
    assertEquals("Accepted", word(told(wallet.reverse(back, order, facts.transaction()))));
    assertEquals("Duplicate", word(told(wallet.reverse(back, order, facts.transaction()))));
    assertEquals(
        "STATE", word(told(wallet.reverse(UUID.randomUUID(), order, facts.transaction()))));
  }
}
