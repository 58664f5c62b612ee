package ma.jisr.sandbox.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import ma.jisr.sandbox.wallet.WalletRig.Said;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.sandbox.wallet.payment.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The troubles that amounts and calls ask for. */
class FaultTest {
  private final WalletRig rig = new WalletRig(Approval.AUTO);
  private final String correlation = UUID.randomUUID().toString();

  @AfterEach
  void stop() {
    rig.close();
  }

  private Said pay(String amount) {
    return rig.pay(WalletRig.transfer(amount), correlation, rig.callback("/told"));
  }

  private String link() {
    return rig.get("/responses/" + correlation).field("link");
  }

  @ParameterizedTest
  @CsvSource({
    "45.01, insufficientFunds",
    "45.02, requestDeclined",
    "45.11, maxBalanceExceeded",
    "45.12, dailyValueLimitExceeded"
  })
  void whatIsTakenAndThenFails(String amount, String code) {
    var taken = pay(amount);
    assertEquals(202, taken.status());
    rig.pass(1);
    var call = rig.called();
    assertEquals(code, call.body().getString("errorCode"));
    assertEquals(correlation, call.correlation());
    var state = rig.get("/requeststates/" + taken.field("serverCorrelationId")).body();
    assertEquals("failed", state.getString("status"));
    assertEquals(code, state.getJsonObject("error").getString("errorCode"));
    assertEquals(code, rig.get(link()).field("errorCode"));
    assertEquals(
        "failed", rig.get(link().replace("errors", "transactions")).field("transactionStatus"));
    assertEquals("1000", rig.balance(WalletRig.PAYER));
  }

  @Test
  void neverAnswersUntilItsTimeIsUp() {
    pay("45.03");
    rig.pass(179);
    assertEquals("pending", rig.get(link()).field("transactionStatus"));
    rig.pass(1);
    assertEquals("requestDeclined", rig.called().body().getString("errorCode"));
    assertEquals("1000", rig.balance(WalletRig.PAYER));
  }

  @Test
  void approvedAfterItsTimeIsUp() {
    pay("45.13");
    rig.pass(180);
    assertEquals("requestDeclined", rig.called().body().getString("errorCode"));
    rig.pass(5);
    assertEquals("completed", rig.called().body().getString("transactionStatus"));
    assertEquals("953.87", rig.balance(WalletRig.PAYER));
  }

  @ParameterizedTest
  @CsvSource({"45.04, true", "45.15, false"})
  void noAnswerComes(String amount, boolean processed) {
    var request =
        rig.request("/transactions/type/transfer")
            .timeout(Duration.ofSeconds(1))
            .header("X-CorrelationID", correlation)
            .POST(HttpRequest.BodyPublishers.ofString(WalletRig.transfer(amount).encode()));
    assertEquals(-1, rig.send(request).status());
    rig.pass(1);
    assertEquals(processed ? 200 : 404, rig.get("/responses/" + correlation).status());
    assertEquals(processed ? "953.96" : "1000", rig.balance(WalletRig.PAYER));
  }

  @ParameterizedTest
  @CsvSource({"45.09, 500, 953.91", "45.17, -1, 953.83", "45.18, 502, 1000"})
  void anAnswerThatSaysNothing(String amount, int status, String balance) {
    assertEquals(status, pay(amount).status());
    rig.pass(1);
    assertEquals(balance, rig.balance(WalletRig.PAYER));
    assertEquals(status == 502 ? 404 : 200, rig.get("/responses/" + correlation).status());
  }

  @Test
  void whatWasForgottenIsHeardWhenItIsSentAgain() {
    assertEquals(502, pay("45.18").status());
    assertEquals(202, pay("45.18").status());
    rig.pass(1);
    assertEquals("953.82", rig.balance(WalletRig.PAYER));
    assertEquals("duplicateRequest", pay("45.18").field("errorCode"));
  }

  @Test
  void theCallbackComesTwice() {
    pay("45.05");
    rig.pass(1);
    assertEquals(rig.called(), rig.called());
  }

  @Test
  void theCallbackComesFirst() {
    var taken = pay("45.06");
    assertEquals(1, rig.calls.size());
    assertEquals("pending", taken.field("status"));
    assertEquals("completed", rig.get(link()).field("transactionStatus"));
  }

  @Test
  void noCallbackComes() {
    pay("45.07");
    rig.pass(60);
    assertEquals("completed", rig.get(link()).field("transactionStatus"));
    assertEquals(0, rig.calls.size());
  }

  @Test
  void successThenFailure() {
    pay("45.08");
    rig.pass(1);
    assertEquals("completed", rig.called().body().getString("transactionStatus"));
    assertEquals("requestDeclined", rig.called().body().getString("errorCode"));
    assertEquals("completed", rig.get(link()).field("transactionStatus"));
  }

  @Test
  void theCallbackNamesAnotherAmount() {
    pay("45.10");
    rig.pass(1);
    assertEquals("46.1", rig.called().body().getString("amount"));
    assertEquals("45.1", rig.get(link()).field("amount"));
  }

  @Test
  void answeredAtOnce() {
    var done = pay("45.14");
    assertEquals(201, done.status());
    assertEquals("completed", done.field("transactionStatus"));
    assertTrue(done.field("transactionReceipt").matches("[0-9]+"));
  }

  @Test
  void speltAsOlderPagesDo() {
    pay("45.16");
    rig.pass(1);
    assertEquals("Completed", rig.called().body().getString("transactionStatus"));
    assertEquals("Completed", rig.get(link()).field("transactionStatus"));
  }

  @Test
  void troublesByCallsComeBeforeMarks() {
    plan(Fault.DECLINED, 1);
    plan(Fault.UNAVAILABLE, 2);
    assertEquals(1, pay("45.14").status() == 503 ? 1 : 0);
    assertEquals("serviceUnavailable", pay("45.14").field("errorCategory"));
    assertEquals(202, pay("45.14").status());
    rig.pass(1);
    assertEquals("requestDeclined", rig.called().body().getString("errorCode"));
    assertEquals(0, rig.sim("GET", "/faults", null).list().size());
    assertEquals(201, rig.pay("transfer", WalletRig.transfer("45.14")).status());
  }

  @Test
  void tokensPassAndAreTooMany() {
    plan(Fault.TOO_MANY, 1);
    plan(Fault.UNAUTHORISED, 1);
    assertEquals(429, rig.get("/heartbeat").status());
    assertEquals("clientAuthorisationError", rig.get("/heartbeat").field("errorCode"));
    assertEquals(200, rig.get("/heartbeat").status());
    plan(Fault.UNAVAILABLE, 9);
    assertEquals(200, rig.sim("DELETE", "/faults", null).status());
    assertEquals(200, rig.get("/heartbeat").status());
  }

  @Test
  void healthIsToldAndTurned() {
    rig.sim("POST", "/health", new JsonObject().put("status", "degraded"));
    assertEquals("degraded", rig.get("/heartbeat").field("serviceStatus"));
  }

  @ParameterizedTest
  @CsvSource({"none, 1", "fly, 1", "declined, 0", "declined, 10001"})
  void troublesThatCannotBe(String fault, int times) {
    var body = new JsonObject().put("fault", fault).put("times", times);
    assertEquals(400, rig.sim("POST", "/faults", body).status());
  }

  private void plan(Fault fault, int times) {
    var body = new JsonObject().put("fault", fault.name().toLowerCase(Locale.ROOT));
    assertEquals(200, rig.sim("POST", "/faults", body.put("times", times)).status());
  }
}
