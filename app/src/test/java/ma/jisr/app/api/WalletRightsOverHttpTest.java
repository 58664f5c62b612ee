package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.app.rights.Stand;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Scope;
import ma.jisr.service.wallet.benefit.BenefitDeed;
import ma.jisr.service.wallet.benefit.BenefitRights;
import ma.jisr.service.wallet.claim.ClaimRights;
import ma.jisr.service.wallet.payee.PayeeDeed;
import ma.jisr.service.wallet.payee.PayeeRights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory against everything that the API does with payees, claims and
 * benefits: 403 just where {@link PayeeRights}, {@link ClaimRights} and {@link BenefitRights} say
 * no.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalletRightsOverHttpTest {
  private final MapServer server = new MapServer();
  private final String keeper = server.token("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private int made;

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> payees() {
    return Stand.accounts()
        .flatMap(stand -> Stream.of(PayeeDeed.values()).map(deed -> Arguments.of(stand, deed)));
  }

  static Stream<Arguments> benefits() {
    return Stand.accounts()
        .flatMap(stand -> Stream.of(BenefitDeed.values()).map(deed -> Arguments.of(stand, deed)));
  }

  static Stream<Stand> accounts() {
    return Stand.accounts();
  }

  private String token(Stand stand) {
    made++;
    return server.token("a" + made, stand.role(), stand.territory());
  }

  private String payee() {
    return MapServer.payee("Payee " + made, Stand.PLACE, "m-" + made);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("payees")
  void whoMayKeepsPayees(Stand stand, PayeeDeed deed) {
    String token = token(stand);
    String id = MapServer.json(server.ask(keeper, "POST", "/payees", payee())).path("id").asText();
    String path = "/payees/" + id;
    String[] first = {"if-match", "\"v0\""};
    if (deed == PayeeDeed.UNDO) server.ask(keeper, "DELETE", path, "", first);
    String facts = MapServer.payeeFacts("Autre", Stand.PLACE, "m-o" + made);
    HttpResponse<String> response =
        switch (deed) {
          case READ -> server.ask(token, "GET", path, "");
          case HISTORY -> server.ask(token, "GET", path + "/history", "");
          case CREATE -> server.ask(token, "POST", "/payees", payee().replace("m-", "n-"));
          case CHANGE -> server.ask(token, "PUT", path, facts, first);
          case SUSPEND -> server.ask(token, "POST", path + "/suspend", "", first);
          case RETIRE -> server.ask(token, "DELETE", path, "", first);
          case UNDO -> server.ask(token, "POST", path + "/undo", "", "if-match", "\"v1\"");
          case IMPORT ->
              server.ask(
                  token,
                  "POST",
                  "/imports?of=payees",
                  "nom;type;commune;compte\nFichier;merchant;Amizmiz;f-" + made + "\n",
                  "content-type",
                  "text/csv");
          case EXPORT -> server.ask(token, "GET", "/payees/export", "");
        };
    boolean may = PayeeRights.of(stand.role()).contains(deed) && stand.covers();
    boolean scope = Scope.within(stand.role()).contains(Scope.IMPORTS_WRITE);
    int status =
        switch (deed) {
          case CREATE -> may ? 201 : 403;
          // Outside the territory the row is refused, not the file.
          case IMPORT -> may ? 201 : scope ? 200 : 403;
          case EXPORT -> PayeeRights.of(stand.role()).contains(deed) ? 200 : 403;
          default -> may ? 200 : 403;
        };
    assertEquals(status, response.statusCode(), response::body);
    if (deed == PayeeDeed.EXPORT) assertEquals(may, response.body().contains(id));
    boolean listed =
        server.ask(token, "GET", "/payees?retired=true&limit=500", "").body().contains(id);
    assertEquals(PayeeRights.of(stand.role()).contains(PayeeDeed.READ) && stand.covers(), listed);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("benefits")
  void whoMayBringsAndApprovesBenefits(Stand stand, BenefitDeed deed) {
    String token = token(stand);
    String body = MapServer.benefits("Aide " + made, Stand.PLACE, "0661000001");
    String path = MapServer.header(server.ask(keeper, "POST", "/benefits", body), "location");
    HttpResponse<String> response =
        switch (deed) {
          case IMPORT -> server.ask(token, "POST", "/benefits", body.replace("Aide", "Autre"));
          case APPROVE -> server.ask(token, "POST", path + "/approve", "");
          case WITHDRAW -> server.ask(token, "POST", path + "/withdraw", "");
          case STATUS -> server.ask(token, "GET", path, "");
        };
    boolean may = BenefitRights.of(stand.role()).contains(deed) && stand.covers();
    int done = deed == BenefitDeed.IMPORT ? 201 : 200;
    assertEquals(may ? done : 403, response.statusCode(), response::body);
    HttpResponse<String> list = server.ask(token, "GET", "/benefits", "");
    boolean lists = BenefitRights.of(stand.role()).contains(BenefitDeed.STATUS);
    assertEquals(lists ? 200 : 403, list.statusCode());
    assertEquals(lists && stand.covers(), list.body().contains("Aide " + made));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accounts")
  void whoMayAnswersClaims(Stand stand) {
    String token = token(stand);
    boolean may = ClaimRights.of(stand.role()) && stand.territory().everywhere();
    String path = "/claims/" + server.wallet.claimed("JSR-" + made);
    assertEquals(may ? 200 : 403, server.ask(token, "GET", "/claims", "").statusCode());
    assertEquals(may ? 200 : 403, server.ask(token, "GET", path, "").statusCode());
    for (String[] one :
        List.of(
            new String[] {"take", "{}"},
            new String[] {"answer", "{\"verdict\":\"refused\"}"},
            new String[] {"escalate", "{\"to\":\"cmmb\"}"},
            new String[] {"close", "{}"})) {
      int status = server.ask(token, "POST", path + "/" + one[0], one[1]).statusCode();
      boolean escalated = one[0].equals("close");
      assertEquals(may ? escalated ? 422 : 200 : 403, status, one[0]);
    }
  }
}
