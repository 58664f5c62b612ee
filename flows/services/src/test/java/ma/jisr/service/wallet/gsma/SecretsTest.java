package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LocationAwareLogger;

/** Nothing of people, payloads or secrets is in a log line, an answer's text or an exception. */
class SecretsTest {
  private static final Account PERSON = Account.msisdn("212700000002");

  /** What stands nowhere: numbers, names, secrets, tokens, references of payloads. */
  private final List<String> hidden =
      new ArrayList<>(
          List.of(
              "600000001",
              "700000002",
              "Bennani",
              Provider.SECRET,
              Base64.getEncoder()
                  .encodeToString(("jisr:" + Provider.SECRET).getBytes(StandardCharsets.UTF_8)),
              "key-of-the-test",
              "passing-token",
              "merchant-baraka",
              "77001",
              "insufficient funds of",
              "/accounts/",
              "/cb/"));

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final List<Object> answers = new ArrayList<>();
  private final Provider provider = new Provider();

  @BeforeEach
  void listen() throws ReflectiveOperationException {
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    level(LocationAwareLogger.DEBUG_INT);
  }

  @AfterEach
  void close() throws ReflectiveOperationException {
    level(LocationAwareLogger.WARN_INT);
    System.setErr(before);
    provider.close();
  }

  /** A logger's level is set when it is made, which another test may have done before. */
  private static void level(int level) throws ReflectiveOperationException {
    for (Class<?> speaks : List.of(GsmaWallet.class, CallbackServer.class)) {
      Object logger = LoggerFactory.getLogger(speaks);
      Field field = logger.getClass().getDeclaredField("currentLogLevel");
      field.setAccessible(true);
      field.setInt(logger, level);
    }
  }

  private void ask(CompletableFuture<?> asked) {
    answers.add(String.valueOf((Object) told(asked)));
  }

  private void everything(GsmaWallet wallet) {
    ask(wallet.submit(order()));
    ask(wallet.submit(order(Kind.AIRTIME, Account.organisation("airtime-a"), "212700000002")));
    ask(wallet.status(order(), Provider.SERVER_ID, null));
    ask(wallet.status(order(), null, "T-88213"));
    ask(wallet.recover(order()));
    ask(wallet.reverse(Provider.CORRELATION, order(), "T-88213"));
    ask(wallet.payee(PERSON));
    ask(wallet.fee(Kind.TRANSFER, order().payer(), PERSON, Money.ofDirhams(45)));
    ask(wallet.bills(new Account(Account.Type.BILLER, "biller-eau"), "77001"));
    ask(wallet.statement(LocalDate.of(2026, 11, 20), null));
    ask(wallet.health());
    // An order that cannot even be written: a fault of ours is told without its message.
    ask(wallet.payee(new Account(Account.Type.MSISDN, "212700000002\n")));
  }

  private void judge() {
    String all = logged.toString(StandardCharsets.UTF_8) + answers;
    assertTrue(all.contains("a: submit"), "something is logged");
    for (String one : hidden) assertFalse(all.contains(one), one + " in " + all);
  }

  @Test
  void whenAllIsWell() {
    TokensTest.issue(provider, "passing-token", 3_600);
    provider
        .posted("/transactions/type/merchantpay", 202, state("pending"))
        .posted("/transactions/type/billpay", 201, transaction())
        .got("/transactions/T-88213", 200, transaction())
        .got("/requeststates/" + Provider.SERVER_ID, 200, state("completed"))
        .got("/accounts/msisdn/%2B212700000002/status", 200, "{\"accountStatus\":\"available\"}")
        .got(
            "/accounts/msisdn/%2B212700000002/accountname",
            200, "{\"name\":{\"firstName\":\"F\",\"lastName\":\"Bennani\"}}");
    everything(provider.wallet(provider.settings(TokensTest.oauth(provider))));
    everything(provider.wallet());
    judge();
  }

  @Test
  void whenNothingIs() {
    for (Fault fault : Fault.values()) {
      provider.broken(fault);
      everything(provider.wallet());
    }
    provider.server.resetAll();
    everything(provider.wallet());
    provider.posted(
        "/transactions/type/merchantpay",
        400,
        error("businessRule", "insufficient funds of +212600000001").replace(" of", "\\n of"));
    ask(provider.wallet().submit(order()));
    judge();
  }

  @Test
  void whenCalledBack() {
    try (Calls calls =
        new Calls(
            List.of(new Callbacks("a")),
            () -> CompletableFuture.failedFuture(new IllegalStateException("+212600000001")))) {
      calls.status(calls.dated(calls.path("a"), transaction()));
      calls.status(calls.dated(calls.path("a") + "x", transaction()));
      hidden.add(calls.path("a").substring(calls.path("a").lastIndexOf('/') + 1));
      answers.add("a: submit");
      judge();
    }
  }
}
