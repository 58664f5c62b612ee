package ma.jisr.sandbox.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.UUID;
import ma.jisr.sandbox.wallet.payment.Approval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider as a client of the GSMA API sees it, with payers who approve by themselves. */
class WalletServerTest {
  private final WalletRig rig = new WalletRig(Approval.AUTO);

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aTransferFromTheRequestToTheCallback() {
    String correlation = UUID.randomUUID().toString();
    var taken = rig.pay(WalletRig.transfer("45.5"), correlation, rig.callback("/told"));
    assertEquals(202, taken.status());
    assertEquals("pending", taken.field("status"));
    assertEquals("callback", taken.field("notificationMethod"));
    assertEquals("2026-03-02T10:18:00Z", taken.field("expiryTime"));
    assertEquals("1000", rig.balance(WalletRig.PAYER));
    rig.pass(1);
    var call = rig.called();
    assertEquals("PUT", call.method());
    assertEquals("/told", call.path());
    assertEquals(correlation, call.correlation());
    assertEquals("completed", call.body().getString("transactionStatus"));
    assertEquals("45.5", call.body().getString("amount"));
    assertEquals("JSR-7F3K2", call.body().getString("requestingOrganisationTransactionReference"));
    // To the other issuer's wallet: one dirham.
    assertEquals("953.5", rig.balance(WalletRig.PAYER));
    assertEquals("1045.5", rig.balance(WalletRig.PAYEE));
    var state = rig.get("/requeststates/" + taken.field("serverCorrelationId"));
    assertEquals("completed", state.field("status"));
    String link = rig.get("/responses/" + correlation).field("link");
    assertEquals("/transactions/" + state.field("objectReference"), link);
    assertEquals(call.body(), rig.get(link).body());
  }

  @Test
  void aCorrelationIdIsGoodForOneRequest() {
    String correlation = UUID.randomUUID().toString();
    assertEquals(202, rig.pay(WalletRig.transfer("45"), correlation, null).status());
    var again = rig.pay(WalletRig.transfer("45"), correlation, null);
    assertEquals(400, again.status());
    assertEquals("duplicateRequest", again.field("errorCode"));
    rig.pass(1);
    assertEquals("954", rig.balance(WalletRig.PAYER));
  }

  @ParameterizedTest
  @CsvSource({
    "45, msisdn, +212661000010, 404, identifierError", // ends in 0: no wallet
    "45, msisdn, +33612345678, 404, identifierError",
    "45, organisationid, nobody, 404, identifierError",
    "45, msisdn, +212661000012, 400, samePartiesError",
    "45, msisdn, +212661000009, 400, incorrectState", // ends in 9: closed
    "60, msisdn, +212661000001, 400, maxBalanceExceeded", // level 1: 150 of 200
    "1000.01, msisdn, +212661000002, 400, insufficientFunds",
    "1000, msisdn, +212661000002, 400, insufficientFunds", // the fee of one dirham is not there
    "2500.01, msisdn, +212661000002, 400, dailyValueLimitExceeded",
    "5000.01, msisdn, +212661000002, 400, greaterThanTransactionMaxValue",
    "0, msisdn, +212661000002, 400, lessThanTransactionMinValue",
    "-1, msisdn, +212661000002, 400, negativeValue",
    "045, msisdn, +212661000002, 400, formatError",
    "45.001, msisdn, +212661000002, 400, formatError",
    "'45,5', msisdn, +212661000002, 400, formatError",
    "99999999999999, msisdn, +212661000002, 400, formatError"
  })
  void whatIsRefusedAtOnce(String amount, String key, String payee, int status, String code) {
    String correlation = UUID.randomUUID().toString();
    var said =
        rig.post(
            "/transactions/type/transfer",
            WalletRig.order(amount, key, payee),
            correlation,
            rig.callback("/told"));
    assertEquals(status, said.status());
    assertEquals(code, said.field("errorCode"));
    assertEquals("1000", rig.balance(WalletRig.PAYER));
    assertEquals(0, rig.calls.size());
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 400, mandatoryValueNotSupplied",
    "currency, 400, mandatoryValueNotSupplied",
    "debitParty, 400, mandatoryValueNotSupplied",
    "creditParty, 400, mandatoryValueNotSupplied"
  })
  void whatIsLeftOut(String field, int status, String code) {
    var body = WalletRig.transfer("45");
    body.remove(field);
    var said = rig.pay("transfer", body);
    assertEquals(status, said.status());
    assertEquals(code, said.field("errorCode"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "7", "{", "{\"amount\":45}", "{\"amount\":{}}"})
  void whatCannotBeRead(String body) {
    var said = rig.send(posted(body));
    assertEquals(400, said.status());
    assertEquals("validation", said.field("errorCategory"));
  }

  @Test
  void whatIsTooLong() {
    assertEquals(413, rig.send(posted("x".repeat(70_000))).status());
    var long256 = WalletRig.transfer("45").put("subType", "x".repeat(257));
    assertEquals("lengthError", rig.pay("transfer", long256).field("errorCode"));
    var eleven = WalletRig.transfer("45");
    for (int i = 0; i < 10; i++) {
      eleven.getJsonArray("creditParty").add(new JsonObject().put("key", "k").put("value", "v"));
    }
    assertEquals("formatError", rig.pay("transfer", eleven).field("errorCode"));
  }

  private HttpRequest.Builder posted(String body) {
    return rig.request("/transactions/type/transfer")
        .header("X-CorrelationID", UUID.randomUUID().toString())
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void nothingThatIsToldHoldsAPinOrANumber() {
    rig.sim("POST", "/wallets/212661000012", new JsonObject().put("pin", "8246"));
    assertFalse(rig.sim("GET", "/wallets/212661000012", null).text().contains("8246"));
    assertFalse(rig.sim("GET", "/ledger", null).text().contains("8246"));
    assertEquals("Answer[hidden]", new ma.jisr.sandbox.radio.Command.Answer("8246").toString());
    var change = new ma.jisr.sandbox.wallet.account.Accounts.Change(null, null, "8246", null, null);
    assertEquals("Change[hidden]", change.toString());
    assertEquals(
        "Party[msisdn]",
        new ma.jisr.sandbox.wallet.account.Party("msisdn", WalletRig.PAYER).toString());
  }

  @Test
  void whatElseIsWrong() {
    assertEquals(
        "currencyNotSupported",
        rig.pay("transfer", WalletRig.transfer("45").put("currency", "EUR")).field("errorCode"));
    assertEquals(
        "transactionTypeError", rig.pay("withdrawal", WalletRig.transfer("45")).field("errorCode"));
    assertEquals(
        "formatError", rig.pay(WalletRig.transfer("45"), "no-uuid", null).field("errorCode"));
    var elsewhere =
        rig.pay(
            WalletRig.transfer("45"), UUID.randomUUID().toString(), "http://192.0.2.1/callback");
    assertEquals("formatError", elsewhere.field("errorCode"));
    var stranger =
        rig.send(rig.request("/heartbeat").setHeader("Authorization", "Bearer something"));
    assertEquals(401, stranger.status());
    assertEquals("clientAuthorisationError", stranger.field("errorCode"));
    assertEquals(404, rig.get("/nothing").status());
    assertEquals("available", rig.get("/heartbeat").field("serviceStatus"));
  }

  @Test
  void aRefusalIsRememberedUnderItsCorrelationId() {
    String correlation = UUID.randomUUID().toString();
    rig.pay(WalletRig.transfer("1000.50"), correlation, null);
    String link = rig.get("/responses/" + correlation).field("link");
    assertTrue(link.startsWith("/errors/"), link);
    assertEquals("insufficientFunds", rig.get(link).field("errorCode"));
    assertEquals(404, rig.get(link.replace("errors", "transactions")).status());
    assertEquals(404, rig.get("/responses/" + UUID.randomUUID()).status());
  }

  @Test
  void whoeverIsToBePaidHasANameAndAStatus() {
    var name = rig.get("/accounts/msisdn/%2B212661000002/accountname").body();
    assertEquals("Khadija Bennani", name.getJsonObject("name").getString("fullName"));
    assertEquals(
        "available", rig.get("/accounts/msisdn/%2B212661000002/status").field("accountStatus"));
    assertEquals(
        "unavailable", rig.get("/accounts/msisdn/%2B212661000009/status").field("accountStatus"));
    assertEquals(
        "unregistered", rig.get("/accounts/msisdn/%2B212661000010/status").field("accountStatus"));
    assertEquals(404, rig.get("/accounts/msisdn/%2B212661000010/accountname").status());
    var merchant = rig.get("/accounts/organisationid/merchant-baraka/accountname").body();
    assertEquals("Epicerie Baraka (ex.)", merchant.getJsonObject("name").getString("fullName"));
  }

  @Test
  void aMerchantIsPaidAndInstitutionsSettle() {
    rig.pay("merchantpay", WalletRig.order("200", "organisationid", "merchant-baraka"));
    rig.pass(1);
    assertEquals("800", rig.balance(WalletRig.PAYER));
    JsonObject ledger = rig.sim("GET", "/ledger", null).body();
    assertEquals("0", ledger.getString("sum"));
    assertEquals("200", booked(ledger, "organisation:merchant-baraka"));
    assertEquals("0.8", booked(ledger, "issuer-b:fees")); // 0.40 % to the payer's issuer
    assertEquals("-0.8", booked(ledger, "issuer-a:fees"));
    assertEquals("199.2", booked(ledger, "issuer-b:settles"));
    assertEquals("-199.2", booked(ledger, "issuer-a:settles"));
  }

  static String booked(JsonObject ledger, String account) {
    return ledger.getJsonArray("accounts").stream()
        .map(JsonObject.class::cast)
        .filter(line -> account.equals(line.getString("account")))
        .map(line -> line.getString("booked"))
        .findFirst()
        .orElse("none");
  }

  @Test
  void aCallbackThatIsNotTakenComesAgain() {
    rig.answersBack(503);
    rig.pay(WalletRig.transfer("45"), UUID.randomUUID().toString(), rig.callback("/told"));
    rig.pass(1);
    rig.called();
    rig.answersBack(204);
    retried();
    assertEquals("/told", rig.called().path());
    rig.pass(60);
    assertTrue(rig.calls.isEmpty());
  }

  /** Turns the clock until the call has been repeated: its answer is read on the loop, in time. */
  private void retried() {
    for (int i = 0; i < 100 && rig.calls.isEmpty(); i++) {
      rig.pass(1);
    }
    assertFalse(rig.calls.isEmpty());
  }
}
