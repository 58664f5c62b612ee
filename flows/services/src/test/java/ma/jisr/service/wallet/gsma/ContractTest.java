package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every request of the client, held against the official definition of the API where it lies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final Account PERSON = Account.msisdn("212700000002");
  private static final Account SHOP = Account.organisation("merchant-baraka");
  private static final Account WATER = new Account(Account.Type.BILLER, "biller-eau");

  private Optional<Definition> definition = Optional.empty();
  private Optional<Provider> provider = Optional.empty();

  @BeforeAll
  void open() throws IOException {
    Optional<Path> file = Definition.file();
    Assumptions.assumeTrue(
        file.isPresent(), "shared/data/gsma-mobile-money-1.2.yaml is not here: skipped");
    definition = Optional.of(new Definition(file.get()));
    provider = Optional.of(new Provider());
  }

  @AfterAll
  void close() {
    definition.ifPresent(Definition::close);
    provider.ifPresent(Provider::close);
  }

  private GsmaWallet wallet() {
    GsmaSettings s = provider.orElseThrow().settings();
    return provider
        .orElseThrow()
        .wallet(
            new GsmaSettings(
                s.id(),
                s.name(),
                URI.create(definition.orElseThrow().host() + Definition.BASE),
                s.credentials(),
                s.apiKey(),
                s.clientId(),
                s.organisation(),
                s.callback(),
                s.capabilities(),
                s.statuses(),
                null,
                s.encryption(),
                Duration.ofSeconds(10)));
  }

  private DynamicTest row(
      String what, String operation, Function<GsmaWallet, CompletableFuture<?>> asked) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          Definition held = definition.orElseThrow();
          held.found.clear();
          told(asked.apply(wallet()).thenApply(done -> done));
          String[] named = operation.split(" ", 2);
          assertEquals(List.of(named[0] + " " + Definition.BASE + named[1]), held.found);
        });
  }

  @TestFactory
  List<DynamicTest> payments() {
    String pay = "POST /transactions/type/{transactionType}";
    Account airtime = Account.organisation("airtime-a");
    return List.of(
        row("a merchant", pay, w -> w.submit(order())),
        row("a person", pay, w -> w.submit(order(Kind.TRANSFER, PERSON, ""))),
        row("a bill", pay, w -> w.submit(order(Kind.BILL, WATER, "77001"))),
        row("airtime", pay, w -> w.submit(order(Kind.AIRTIME, airtime, "212700000002"))),
        row("a supplier", pay, w -> w.submit(order(Kind.SUPPLIER, SHOP, "F-2026/11"))),
        row("case43_least", pay, w -> w.submit(amount(5))),
        row("case43_most", pay, w -> w.submit(amount(1_999_999))),
        row("case43_above", pay, w -> w.submit(amount(2_000_001))),
        row(
            "giving back",
            "POST /transactions/{transactionReference}/reversals",
            w -> w.reverse(UUID.randomUUID(), order(), "T-88213")));
  }

  @TestFactory
  List<DynamicTest> questions() {
    Account payer = Account.msisdn(Provider.PAYER);
    return List.of(
        row("health", "GET /heartbeat", w -> w.health()),
        row(
            "a transaction",
            "GET /transactions/{transactionReference}",
            w -> w.status(order(), null, "T 88/213")),
        row(
            "a request",
            "GET /requeststates/{serverCorrelationId}",
            w -> w.status(order(), Provider.SERVER_ID, null)),
        row("an id", "GET /responses/{clientCorrelationId}", w -> w.recover(order())),
        row(
            "a fee",
            "POST /quotations",
            w -> w.fee(Kind.TRANSFER, payer, PERSON, new Money(4_550))),
        row("bills", "GET /accounts/{accountId}/bills", w -> w.bills(WATER, "77001")),
        row(
            "a statement",
            "GET /accounts/{identifierType}/{identifier}/transactions",
            w -> w.statement(LocalDate.of(2026, 11, 20), "50")));
  }

  private static Order amount(long centimes) {
    Order o = order();
    return new Order(
        o.correlation(),
        o.reference(),
        o.kind(),
        o.payer(),
        o.payee(),
        o.about(),
        new Money(centimes),
        o.asked());
  }

  /** Two questions at once, in either order. */
  @Test
  void accounts() {
    Definition held = definition.orElseThrow();
    for (Account account : List.of(PERSON, SHOP, WATER)) {
      held.found.clear();
      told(wallet().payee(account));
      String path = "GET " + Definition.BASE + "/accounts/{identifierType}/{identifier}/";
      assertEquals(
          List.of(path + "accountname", path + "status"), held.found.stream().sorted().toList());
    }
  }

  /** The judge sees what is wrong. */
  @Test
  void badRequestsAreFound() throws IOException, InterruptedException {
    Definition held = definition.orElseThrow();
    String good = new String(Bodies.pay(order(), "jisr"), java.nio.charset.StandardCharsets.UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String bad :
          List.of(good.replace("\"45\"", "\"45,00\""), good.replace("\"MAD\"", "\"DH\""), "{}")) {
        held.found.clear();
        client.send(
            HttpRequest.newBuilder(
                    URI.create(held.host() + Definition.BASE + "/transactions/type/merchantpay"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(bad))
                .build(),
            HttpResponse.BodyHandlers.discarding());
        assertFalse(held.found.getFirst().endsWith("{transactionType}"), held.found::toString);
      }
    }
  }

  /** What the tests let a provider say is what the definition lets it say. */
  @Test
  void answers() {
    Definition held = definition.orElseThrow();
    String pay = "/transactions/type/merchantpay";
    Map<String, Optional<String>> wrong =
        Map.of(
            "state", held.wrong(pay, HttpMethod.POST, 202, Provider.state("pending")),
            "transaction",
                held.wrong(pay, HttpMethod.POST, 201, Provider.transaction(Map.of("45.00", "45"))),
            "error",
                held.wrong(
                    pay, HttpMethod.POST, 400, Provider.error("businessRule", "insufficientFunds")),
            "link",
                held.wrong(
                    "/responses/" + Provider.CORRELATION,
                    HttpMethod.GET,
                    200,
                    "{\"link\":\"/transactions/T-88213\"}"));
    wrong.forEach((what, found) -> assertEquals(Optional.empty(), found, what));
    assertFalse(held.wrong(pay, HttpMethod.POST, 202, Provider.state("sleeping")).isEmpty());
  }
}
