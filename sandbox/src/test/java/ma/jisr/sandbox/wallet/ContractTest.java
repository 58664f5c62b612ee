package ma.jisr.sandbox.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jisr.sandbox.wallet.WalletRig.Said;
import ma.jisr.sandbox.wallet.payment.Approval;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What the provider answers and calls back with, held against the official definition of the API
 * where it lies. Three things it says on purpose that the definition does not have: 429 with
 * Retry-After, {@code GET /errors/{reference}} (to which GSMA's guidelines link), and, when asked
 * for by a mark or a call, the spelling of older pages.
 */
class ContractTest {
  private static final String DAY = "?fromDateTime=2026-03-02T00:00:00Z";
  private final List<String> wrong = new ArrayList<>();

  @Test
  void whatIsAnsweredAndCalledBack() throws IOException {
    Optional<Path> file = Definition.file();
    Assumptions.assumeTrue(
        file.isPresent(), "shared/data/gsma-mobile-money-1.2.yaml is not here: skipped");
    try (var judge = new Definition(file.get());
        var rig = new WalletRig(Approval.AUTO)) {
      payments(judge, rig);
      refusals(judge, rig);
      accounts(judge, rig);
      assertEquals(List.of(), wrong);
      assertNotEquals("", judge.wrong(HttpMethod.GET, "/heartbeat", 200, "{}"));
      String good = rig.get("/accounts/organisationid/jisr/transactions").list().encode();
      String path = "/accounts/organisationid/jisr/transactions";
      assertEquals("", judge.wrong(HttpMethod.GET, path, 200, good));
      assertNotEquals(
          "", judge.wrong(HttpMethod.GET, path, 200, good.replace("\"45\"", "\"45,00\"")));
      assertNotEquals(
          "",
          judge.wrong(
              HttpMethod.POST, "/transactions/type/transfer", 202, "{\"status\":\"pending\"}"));
    }
  }

  private void payments(Definition judge, WalletRig rig) {
    for (String amount : List.of("45", "0.05", "45.50", "45.02", "45.14")) {
      String id = UUID.randomUUID().toString();
      JsonObject body = WalletRig.transfer(amount).put("subType", "gift");
      var taken = rig.pay(body, id, rig.callback("/told"));
      judged(judge, HttpMethod.POST, "/transactions/type/transfer", taken);
      String server = taken.field("serverCorrelationId");
      if (!server.isEmpty()) {
        judged(judge, rig, "/requeststates/" + server);
      }
      judged(judge, rig, "/responses/" + id);
      rig.pass(1);
      called(judge, rig.called().body());
      if (!server.isEmpty()) {
        judged(judge, rig, "/requeststates/" + server);
      }
      judged(judge, rig, "/responses/" + id);
      String link = rig.get("/responses/" + id).field("link").replace("errors", "transactions");
      judged(judge, rig, link);
      back(judge, rig, link);
    }
    judged(judge, rig, "/heartbeat");
    for (String list : List.of("transactions", "statemententries")) {
      judged(judge, rig, "/accounts/organisationid/jisr/" + list + DAY);
      judged(judge, rig, "/accounts/msisdn@212661000012/" + list + DAY);
    }
  }

  private void back(Definition judge, WalletRig rig, String link) {
    String id = UUID.randomUUID().toString();
    var body = new JsonObject().put("type", "reversal");
    String path = link + "/reversals";
    judged(judge, HttpMethod.POST, path, rig.post(path, body, id, rig.callback("/back")));
    rig.pass(1);
    judged(judge, rig, rig.get("/responses/" + id).field("link").replace("errors", "transactions"));
    rig.calls.clear();
  }

  private void called(Definition judge, JsonObject body) {
    boolean error = body.containsKey("errorCode");
    String found =
        judge.wrong(HttpMethod.GET, "/transactions/T1", error ? 400 : 200, body.encode());
    note("a call back", found, body.encode());
  }

  private void refusals(Definition judge, WalletRig rig) {
    String pay = "/transactions/type/transfer";
    for (String amount : List.of("0", "-1", "45,5", "1000.50", "5000.01")) {
      judged(judge, HttpMethod.POST, pay, rig.pay("transfer", WalletRig.transfer(amount)));
    }
    for (String payee : List.of("+212661000010", "+212661000012", "+212661000009")) {
      var order = WalletRig.order("60", "msisdn", payee);
      judged(judge, HttpMethod.POST, pay, rig.pay("transfer", order));
    }
    judged(judge, HttpMethod.POST, pay, rig.pay("transfer", new JsonObject()));
    String stranger = "Bearer nobody";
    judged(
        judge,
        HttpMethod.GET,
        "/heartbeat",
        rig.send(rig.request("/heartbeat").setHeader("Authorization", stranger)));
    for (String fault : List.of("unavailable", "unauthorised")) {
      rig.sim("POST", "/faults", new JsonObject().put("fault", fault));
      judged(judge, rig, "/heartbeat");
    }
    rig.sim("POST", "/health", new JsonObject().put("status", "degraded"));
    judged(judge, rig, "/heartbeat");
    judged(judge, rig, "/transactions/T1");
    judged(judge, rig, "/requeststates/" + UUID.randomUUID());
  }

  private void accounts(Definition judge, WalletRig rig) {
    for (String account :
        List.of("msisdn/%2B212661000002", "msisdn/%2B212661000010", "organisationid/jisr")) {
      judged(judge, rig, "/accounts/" + account + "/accountname");
      judged(judge, rig, "/accounts/" + account + "/status");
    }
    for (String customer : List.of("1234567", "1234565", "1234568", "1234569")) {
      judged(judge, rig, "/accounts/serviceprovider@biller-eau$consumerno@" + customer + "/bills");
    }
    judged(judge, rig, "/billcompanies");
    for (String payee : List.of(WalletRig.PAYEE, "+212661000010")) {
      var body =
          new JsonObject()
              .put("type", "transfer")
              .put("requestAmount", "45")
              .put("requestCurrency", "MAD")
              .put("debitParty", WalletRig.party("msisdn", WalletRig.PAYER))
              .put("creditParty", WalletRig.party("msisdn", payee));
      var said = rig.post("/quotations", body, UUID.randomUUID().toString(), null);
      judged(judge, HttpMethod.POST, "/quotations", said);
    }
    judged(judge, rig, "/quotations/Q000001");
    judged(judge, rig, "/quotations/Q999999");
  }

  private void judged(Definition judge, WalletRig rig, String path) {
    judged(judge, HttpMethod.GET, path.replaceAll("\\?.*", ""), rig.get(path));
  }

  private void judged(Definition judge, HttpMethod method, String path, Said said) {
    String found = judge.wrong(method, path, said.status(), said.text());
    note(method + " " + path + " " + said.status(), found, said.text());
  }

  private void note(String what, String found, String body) {
    if (!found.isEmpty()) {
      wrong.add(what + ": " + found + ": " + body);
    }
  }
}
