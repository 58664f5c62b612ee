package ma.jisr.sandbox.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import ma.jisr.sandbox.wallet.WalletRig.Said;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.payment.Approval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills, prices, giving back, statements, and the doors of either issuer. */
class BillsAndBackTest {
  private static final String DAY =
      "?fromDateTime=2026-03-02T00:00:00Z&toDateTime=2026-03-03T00:00:00Z";
  private final WalletRig rig = new WalletRig(Approval.AUTO);

  @AfterEach
  void stop() {
    rig.close();
  }

  private static JsonObject bill(String amount, String biller, String customer) {
    var body = WalletRig.order(amount, "organisationid", biller);
    body.getJsonArray("creditParty")
        .add(new JsonObject().put("key", "consumerno").put("value", customer));
    return body;
  }

  private JsonArray bills(String biller, String customer) {
    return rig.get("/accounts/serviceprovider@" + biller + "$consumerno@" + customer + "/bills")
        .list();
  }

  @Test
  void aBillIsPaidInPartsWhereTheBillerIsPatient() {
    JsonObject due = bills("biller-eau", "120034").getJsonObject(0);
    assertEquals("F-120034-1", due.getString("billReference"));
    assertEquals("84", due.getString("amountDue"));
    assertEquals("20", due.getString("minimumAmountDue"));
    assertEquals("2026-03-22", due.getString("dueDate"));
    assertEquals(202, rig.pay("billpay", bill("30", "biller-eau", "120034")).status());
    rig.pass(1);
    assertEquals("54", bills("biller-eau", "120034").getJsonObject(0).getString("amountDue"));
    assertEquals(202, rig.pay("billpay", bill("54", "biller-eau", "F-120034-1")).status());
    rig.pass(1);
    assertEquals(0, bills("biller-eau", "120034").size());
    assertEquals("916", rig.balance(WalletRig.PAYER));
  }

  @ParameterizedTest
  @CsvSource({
    "84, biller-eau, 120039, 404, identifierError", // ends in 9: nobody
    "84, biller-eau, not-a-number, 404, identifierError",
    "84.1, biller-eau, 120034, 400, overPaymentNotAllowed",
    "19.9, biller-eau, 120034, 400, underPaymentNotAllowed",
    "83.9, biller-elec, 120034, 400, underPaymentNotAllowed",
    "10, biller-elec, 120038, 400, overPaymentNotAllowed" // ends in 8: all is paid
  })
  void whatABillerDoesNotTake(
      String amount, String biller, String customer, int status, String code) {
    var said = rig.pay("billpay", bill(amount, biller, customer));
    assertEquals(status, said.status());
    assertEquals(code, said.field("errorCode"));
  }

  @Test
  void billersAndTheirCustomers() {
    assertEquals(2, bills("biller-elec", "120035").size());
    assertEquals(0, bills("biller-elec", "120038").size());
    assertEquals(
        404, rig.get("/accounts/serviceprovider@biller-elec$consumerno@120039/bills").status());
    assertEquals(400, rig.get("/accounts/biller-elec/bills").status());
    assertEquals(3, rig.get("/billcompanies").list().size());
  }

  @Test
  void airtimeHasNoCustomerToLookUp() {
    assertEquals(202, rig.pay("billpay", bill("20", "airtime-a", "212661000012")).status());
    rig.pass(1);
    assertEquals("980", rig.balance(WalletRig.PAYER));
  }

  @Test
  void aPriceIsToldBeforehand() {
    var said = quote("45", WalletRig.PAYEE);
    assertEquals(201, said.status());
    var fee =
        said.body().getJsonArray("quotes").getJsonObject(0).getJsonArray("fees").getJsonObject(0);
    assertEquals("1", fee.getString("feeAmount"));
    assertEquals(said.body(), rig.get("/quotations/" + said.field("quotationReference")).body());
    assertEquals("identifierError", quote("45", "+212661000010").field("errorCode"));
    assertEquals(201, quote("45", "serviceprovider", "biller-eau").status());
    assertEquals("dailyValueLimitExceeded", quote("4000", WalletRig.PAYEE).field("errorCode"));
    assertEquals("1000", rig.balance(WalletRig.PAYER));
  }

  private Said quote(String amount, String payee) {
    return quote(amount, "msisdn", payee);
  }

  private Said quote(String amount, String key, String payee) {
    var body =
        new JsonObject()
            .put("type", key.equals("msisdn") ? "transfer" : "billpay")
            .put("requestAmount", amount)
            .put("requestCurrency", "MAD")
            .put("debitParty", WalletRig.party("msisdn", WalletRig.PAYER))
            .put("creditParty", WalletRig.party(key, payee));
    return rig.post("/quotations", body, UUID.randomUUID().toString(), null);
  }

  @Test
  void aPaymentIsGivenBackOnceWithItsFee() {
    String correlation = UUID.randomUUID().toString();
    rig.pay(WalletRig.transfer("45"), correlation, null);
    String link = rig.get("/responses/" + correlation).field("link");
    assertEquals("incorrectState", back(link, correlation()).field("errorCode"));
    rig.pass(1);
    assertEquals("954", rig.balance(WalletRig.PAYER));
    String reversal = correlation();
    assertEquals(202, back(link, reversal).status());
    assertEquals("incorrectState", back(link, correlation()).field("errorCode"));
    assertEquals("duplicateRequest", back(link, reversal).field("errorCode"));
    rig.pass(1);
    var done = rig.get(rig.get("/responses/" + reversal).field("link"));
    assertEquals("reversal", done.field("type"));
    assertEquals("completed", done.field("transactionStatus"));
    assertEquals(link, "/transactions/" + done.field("originalTransactionReference"));
    assertEquals("1000", rig.balance(WalletRig.PAYER));
    assertEquals("1000", rig.balance(WalletRig.PAYEE));
    assertEquals("incorrectState", back(link, correlation()).field("errorCode"));
  }

  @Test
  void whoHasSpentItCannotGiveItBack() {
    String correlation = correlation();
    rig.pay(WalletRig.transfer("45"), correlation, null);
    rig.pass(1);
    rig.sim("POST", "/wallets/212661000002", new JsonObject().put("balance", "10"));
    String link = rig.get("/responses/" + correlation).field("link");
    assertEquals("insufficientFunds", back(link, correlation()).field("errorCode"));
    assertEquals(404, back("/transactions/T0", correlation()).status());
  }

  private static String correlation() {
    return UUID.randomUUID().toString();
  }

  private Said back(String link, String correlation) {
    return rig.post(
        link + "/reversals", new JsonObject().put("type", "reversal"), correlation, null);
  }

  @Test
  void organisationsPayOutAndAreNotAskedToPay() {
    var agency = WalletRig.transfer("500");
    agency.put("debitParty", WalletRig.party("organisationid", "agency-appui"));
    assertEquals("transactionTypeError", rig.pay("transfer", agency).field("errorCode"));
    assertEquals("transactionTypeError", rig.pay("merchantpay", agency).field("errorCode"));
    assertEquals(
        "transactionTypeError",
        rig.pay("disbursement", WalletRig.transfer("45")).field("errorCode"));
    rig.sim("POST", "/approval", new JsonObject().put("how", "phone"));
    assertEquals(202, rig.pay("disbursement", agency).status());
    rig.pass(1);
    assertEquals("1500", rig.balance(WalletRig.PAYEE));
    var full = agency.copy().put("amount", "3600");
    assertEquals("maxBalanceExceeded", rig.pay("disbursement", full).field("errorCode"));
  }

  @Test
  void aStatementHasWhatWasBookedOnTheDayInPages() {
    for (String amount : new String[] {"11", "12", "13", "45.02"}) {
      rig.pay("transfer", WalletRig.transfer(amount));
      rig.pass(1);
    }
    String path = "/accounts/organisationid/jisr/statemententries" + DAY;
    JsonArray all = rig.get(path).list();
    assertEquals(3, all.size());
    JsonArray second = rig.get(path + "&offset=1&limit=1").list();
    assertEquals(all.getJsonObject(1), second.getJsonObject(0));
    assertEquals("12", second.getJsonObject(0).getString("amount"));
    assertEquals(
        "JSR-7F3K2",
        second.getJsonObject(0).getJsonArray("customData").getJsonObject(0).getString("value"));
    assertEquals(0, rig.get(path.replace("2026-03-02T00", "2026-03-02T23")).list().size());
    assertEquals(4, rig.get("/accounts/organisationid/jisr/transactions" + DAY).list().size());
    assertEquals(4, rig.get("/accounts/msisdn/%2B212661000002/transactions" + DAY).list().size());
    assertEquals(400, rig.get(path + "&offset=x").status());
    assertEquals("invalidOffset", rig.get(path + "&offset=-1").field("errorCode"));
    assertEquals(
        400, rig.get("/accounts/organisationid/jisr/transactions?fromDateTime=today").status());
  }

  @Test
  void anIssuersDoorKnowsItsOwnCustomers() {
    String own = door(Issuer.B, "/accounts/msisdn/%2B212661000012/status");
    assertEquals("available", own);
    assertEquals("unregistered", door(Issuer.A, "/accounts/msisdn/%2B212661000012/status"));
    rig.sim("POST", "/wallets/212661000012", new JsonObject().put("issuer", "a"));
    assertEquals("available", door(Issuer.A, "/accounts/msisdn/%2B212661000012/status"));
    assertEquals("0", rig.sim("GET", "/ledger", null).body().getString("sum"));
  }

  private String door(Issuer issuer, String path) {
    return rig.send(rig.request("").uri(URI.create(rig.server.base(issuer) + path)))
        .field("accountStatus");
  }

  @Test
  void whoeverTestsTurnsWallets() {
    var body = new JsonObject().put("level", 3).put("balance", "15000").put("pin", "0007");
    assertEquals(200, rig.sim("POST", "/wallets/212661000012", body).status());
    assertEquals("15000", rig.balance(WalletRig.PAYER));
    assertEquals(202, rig.pay("transfer", WalletRig.transfer("3000")).status());
    assertEquals(
        400,
        rig.sim("POST", "/wallets/212661000012", new JsonObject().put("balance", "20000.01"))
            .status());
    assertEquals(
        400, rig.sim("POST", "/wallets/212661000012", new JsonObject().put("level", 4)).status());
    assertEquals(404, rig.sim("GET", "/wallets/212661000010", null).status());
  }

  @Test
  void whoeverTestsDecidesForThePayer() {
    rig.sim("POST", "/approval", new JsonObject().put("how", "call"));
    rig.pay("transfer", WalletRig.transfer("45"));
    rig.pass(30);
    assertEquals("1000", rig.balance(WalletRig.PAYER));
    assertEquals(200, rig.sim("POST", "/payments/JSR-7F3K2/approve", null).status());
    assertEquals("954", rig.balance(WalletRig.PAYER));
    assertEquals(400, rig.sim("POST", "/payments/JSR-7F3K2/decline", null).status());
    var listed = rig.sim("GET", "/payments", null).list();
    assertEquals(1, listed.size());
    assertTrue(listed.getJsonObject(0).containsKey("clientCorrelationId"));
  }

  @Test
  void aTokenIsGivenForNameAndSecretAndPasses() {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("jisr:" + rig.server.secret()).getBytes(StandardCharsets.UTF_8));
    var given =
        rig.send(
            rig.request("/oauth/accesstoken")
                .setHeader("Authorization", basic)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    String token = "Bearer " + given.field("access_token");
    assertEquals(
        200, rig.send(rig.request("/heartbeat").setHeader("Authorization", token)).status());
    assertEquals(200, rig.sim("DELETE", "/tokens", null).status());
    assertEquals(
        401, rig.send(rig.request("/heartbeat").setHeader("Authorization", token)).status());
  }
}
