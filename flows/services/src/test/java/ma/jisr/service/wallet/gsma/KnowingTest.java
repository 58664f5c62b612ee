package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Bill;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Payee;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked before anything is paid. */
class KnowingTest {
  private static final Account PERSON = Account.msisdn("212700000002");
  private static final Account WATER = new Account(Account.Type.BILLER, "biller-eau");
  private static final String OF_PERSON = "/accounts/msisdn/%2B212700000002/";
  private static final String BILLS = "/accounts/serviceprovider@biller-eau$consumerno@77001/bills";
  private static final String AVAILABLE = "{\"accountStatus\":\"available\"}";
  private static final String NAME =
      "{\"name\":{\"firstName\":\"Fatima-Zahra\",\"lastName\":\"Bennani\"}}";

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  static Stream<Arguments> payees() {
    return Stream.of(
        Arguments.of(200, AVAILABLE, 200, NAME, new Payee.Found("Fatima-Z. B***")),
        Arguments.of(200, AVAILABLE, 200, "{\"name\":{}}", new Payee.Found("")),
        Arguments.of(
            200, "{\"accountStatus\":\"Unavailable\"}", 200, NAME, new Payee.Unavailable()),
        Arguments.of(
            200, "{\"accountStatus\":\"unregistered\"}", 200, NAME, new Payee.Unregistered()),
        // case 44: nobody there
        Arguments.of(
            404, error("identification", "identifierError"), 200, NAME, new Payee.Unregistered()),
        Arguments.of(404, "<html>", 200, NAME, new Payee.Unknown("HTTP 404")),
        Arguments.of(200, "{}", 200, NAME, new Payee.Unknown("HTTP 200")),
        Arguments.of(
            200, "{\"accountStatus\":\"asleep\"}", 200, NAME, new Payee.Unknown("HTTP 200")),
        Arguments.of(
            500,
            error("internal", "genericError"),
            200,
            NAME,
            new Payee.Unknown("error genericError")),
        Arguments.of(200, AVAILABLE, 500, "", new Payee.Unknown("no name: HTTP 500")),
        Arguments.of(200, AVAILABLE, 200, "[]", new Payee.Unknown("no name: HTTP 200")));
  }

  @ParameterizedTest
  @MethodSource("payees")
  void whoIsPaid(int status, String body, int named, String name, Payee payee) {
    provider.got(OF_PERSON + "status", status, body).got(OF_PERSON + "accountname", named, name);
    assertEquals(payee, told(provider.wallet().payee(PERSON)));
  }

  private static String quotation(String fees) {
    return """
    {"quotationReference":"Q1","quotationStatus":"completed","requestAmount":"45",
     "quotes":[{"quoteId":"1","sendingAmount":"45","receivingAmount":"45"%s}]}
    """
        .formatted(fees);
  }

  private static String fee(String amount, String currency) {
    return "{\"feeType\":\"x\",\"feeAmount\":\"%s\",\"feeCurrency\":\"%s\"}"
        .formatted(amount, currency);
  }

  static Stream<Arguments> fees() {
    Fee untold = new Fee.Untold();
    return Stream.of(
        Arguments.of(201, quotation(",\"fees\":[]"), new Fee.Known(new Money(0))),
        Arguments.of(
            201, quotation(",\"fees\":[" + fee("2.5", "MAD") + "]"), new Fee.Known(new Money(250))),
        Arguments.of(
            200,
            quotation(",\"fees\":[" + fee("2.50", "MAD") + "," + fee("0.05", "mad") + "]"),
            new Fee.Known(new Money(255))),
        Arguments.of(201, quotation(""), untold),
        Arguments.of(201, quotation(",\"fees\":[" + fee("1", "EUR") + "]"), untold),
        Arguments.of(201, quotation(",\"fees\":[" + fee("0.001", "MAD") + "]"), untold),
        Arguments.of(201, quotation(",\"fees\":[" + fee("-1", "MAD") + "]"), untold),
        Arguments.of(
            201,
            quotation(
                ",\"fees\":[" + fee("999999999", "MAD") + "," + fee("999999999", "MAD") + "]"),
            untold),
        Arguments.of(201, quotation("},{\"quoteId\":\"2\",\"fees\":[]"), untold),
        Arguments.of(202, Provider.state("pending"), untold),
        Arguments.of(
            201,
            quotation(",\"fees\":[]").replace("completed", "rejected"),
            new Fee.Refused(Fault.OTHER)),
        Arguments.of(
            400, error("businessRule", "maxBalanceExceeded"), new Fee.Refused(Fault.PAYEE_FULL)),
        Arguments.of(400, error("validation", "formatError"), untold),
        Arguments.of(500, error("internal", "insufficientFunds"), untold),
        Arguments.of(404, "", untold));
  }

  @ParameterizedTest
  @MethodSource("fees")
  void whatItCosts(int status, String body, Fee fee) {
    provider.posted("/quotations", status, body);
    Account payer = Account.msisdn(Provider.PAYER);
    assertEquals(
        fee, told(provider.wallet().fee(Kind.TRANSFER, payer, PERSON, Money.ofDirhams(45))));
  }

  private static String bill(Map<String, String> other) {
    String json =
        """
        {"billReference":"F-1","billStatus":"unpaid","amountDue":"120.50","currency":"MAD",
         "minimumAmountDue":"20","dueDate":"2026-12-01"}
        """;
    for (Map.Entry<String, String> one : other.entrySet())
      json = json.replace(one.getKey(), one.getValue());
    return json;
  }

  static Stream<Arguments> bills() {
    LocalDate by = LocalDate.of(2026, 12, 1);
    Money due = new Money(12_050);
    return Stream.of(
        Arguments.of(bill(Map.of()), new Bill("F-1", due, new Money(2_000), by)),
        Arguments.of(bill(Map.of("\"20\"", "\"500\"")), new Bill("F-1", due, due, by)),
        Arguments.of(bill(Map.of("minimumAmountDue", "x")), new Bill("F-1", due, due, by)),
        Arguments.of(
            bill(Map.of("2026-12-01", "soon", "F-1", "")),
            new Bill("", due, new Money(2_000), null)));
  }

  @ParameterizedTest
  @MethodSource("bills")
  void whatIsOwed(String body, Bill bill) {
    provider.got(BILLS, 200, "[" + body + "]");
    assertEquals(new Bills.Open(List.of(bill)), told(provider.wallet().bills(WATER, "77001")));
  }

  @Test
  void whatIsPaidOrForeignIsNotOwed() {
    List<String> none =
        List.of(
            bill(Map.of("unpaid", "paid")),
            bill(Map.of("MAD", "EUR")),
            bill(Map.of("120.50", "0")),
            bill(Map.of("120.50", "12,5")),
            bill(Map.of("F-1", "F".repeat(65))),
            "7");
    provider.got(BILLS, 200, "[" + String.join(",", none) + "]");
    assertEquals(new Bills.Open(List.of()), told(provider.wallet().bills(WATER, "77001")));
    provider.got(BILLS, 200, "[" + (bill(Map.of()) + ",").repeat(20) + bill(Map.of()) + "]");
    Bills.Open open = (Bills.Open) told(provider.wallet().bills(WATER, "77001"));
    assertEquals(Bills.MOST, open.bills().size());
  }

  @Test
  void whoOwesNothingAndWhoIsUnknown() {
    provider.got(BILLS, 404, error("identification", "identifierError"));
    assertEquals(new Bills.NoCustomer(), told(provider.wallet().bills(WATER, "77001")));
    provider.got(BILLS, 500, "<html>");
    assertEquals(new Bills.Unknown("HTTP 500"), told(provider.wallet().bills(WATER, "77001")));
    assertEquals(new Bills.NoCustomer(), told(provider.wallet().bills(WATER, "..")));
  }

  @Test
  void whatItCannotIsNotAsked() {
    GsmaSettings s = provider.settings();
    Capabilities none = new Capabilities(Set.of(), false, false, false, false);
    GsmaWallet wallet =
        provider.wallet(
            new GsmaSettings(
                s.id(),
                s.name(),
                URI.create(s.base().toString()),
                s.credentials(),
                null,
                null,
                s.organisation(),
                null,
                none,
                s.statuses(),
                null,
                s.encryption(),
                s.answer()));
    provider.got(OF_PERSON + "status", 200, AVAILABLE);
    assertEquals(new Payee.Found(""), told(wallet.payee(PERSON)));
    assertEquals(
        new Fee.Untold(), told(wallet.fee(Kind.TRANSFER, PERSON, PERSON, Money.ofDirhams(45))));
    assertEquals(null, told(wallet.statement(LocalDate.of(2026, 11, 20), null)));
    told(wallet.reverse(Provider.CORRELATION, Provider.order(), "T-88213"));
    assertEquals(1, provider.requests().size());
  }
}
