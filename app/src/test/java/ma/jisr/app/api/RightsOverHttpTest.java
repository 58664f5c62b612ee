package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ma.jisr.app.rights.Stand;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.account.Scope;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Rights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory against every operation of the description: 403 just where the
 * table of rights, or that of scopes, says no.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsOverHttpTest {
  /** Operations on something in one place, each with the deed that the table knows it as. */
  private static final Map<String, Deed> DEEDS =
      Map.ofEntries(
          Map.entry("getHotspot", Deed.READ),
          Map.entry("hotspotHistory", Deed.HISTORY),
          Map.entry("createHotspot", Deed.CREATE),
          Map.entry("changeHotspot", Deed.CHANGE),
          Map.entry("confirmHotspot", Deed.CONFIRM),
          Map.entry("retireHotspot", Deed.RETIRE),
          Map.entry("undoHotspot", Deed.UNDO),
          Map.entry("createImport", Deed.IMPORT),
          Map.entry("publishImport", Deed.IMPORT),
          Map.entry("undoImport", Deed.IMPORT),
          Map.entry("exportHotspots", Deed.EXPORT),
          Map.entry("acceptProposal", Deed.CHANGE),
          Map.entry("rejectProposal", Deed.CHANGE));

  /** Operations on no place, or on all: who has the scope is answered, of their own territory. */
  private static final Set<String> LISTS =
      Set.of(
          "searchPlaces",
          "getPlace",
          "listHotspots",
          "nearHotspots",
          "listImports",
          "getImport",
          "listReports",
          "readDemand",
          "listAccounts",
          "readAudit");

  /**
   * What has tables of its own: see {@link ShopRightsOverHttpTest} and {@link
   * WalletRightsOverHttpTest}.
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "/shops",
          "/payees",
          "/claims",
          "/benefits",
          "/notices",
          "/audience",
          "/groups",
          "/relays",
          "/challenges",
          "/alerts",
          "/me");

  private final MapServer server = new MapServer();
  private final String keeper = server.token("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private final Contract contract = new Contract(MapServer.json(ask("", "GET", "/openapi.json")));
  private int made;

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyOperationIsTried() {
    Set<String> tried = new TreeSet<>(DEEDS.keySet());
    tried.addAll(LISTS);
    Set<String> described = new TreeSet<>();
    for (Contract.Described one : contract.operations())
      if (ELSEWHERE.stream().noneMatch(one.path()::startsWith)) described.add(one.operation());
    assertEquals(described, tried);
  }

  /** What no account can have is tested by there being none. */
  @Test
  void anybodyHasNoAccount() {
    assertEquals(Set.of(), Rights.of(Role.PERSON));
  }

  static Stream<Arguments> deeds() {
    return Stand.accounts()
        .flatMap(stand -> DEEDS.keySet().stream().sorted().map(one -> Arguments.of(stand, one)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("deeds")
  void whoMayIsAnsweredAndWhoMayNotIsTold(Stand stand, String operation) {
    made++;
    String token = token(stand);
    boolean may = stand.may(DEEDS.get(operation));
    HttpResponse<String> response =
        switch (operation) {
          case "createHotspot" -> create(token);
          case "createImport" -> bring(token, "", row());
          case "publishImport" -> ask(token, "POST", kept() + "/publish");
          case "undoImport" -> ask(token, "POST", published() + "/undo");
          case "exportHotspots" -> ask(token, "GET", "/hotspots/export");
          case "acceptProposal" -> decided(token, "/accept", "{}");
          case "rejectProposal" -> decided(token, "/reject", "");
          default -> toHotspot(token, operation);
        };
    if (operation.equals("createImport")) imported(response, stand, may);
    else if (operation.equals("exportHotspots")) exported(response, stand, may);
    else {
      int done =
          switch (operation) {
            case "createHotspot" -> 201;
            case "rejectProposal" -> 204;
            default -> 200;
          };
      assertEquals(may ? done : 403, response.statusCode(), response::body);
    }
  }

  private String token(Stand stand) {
    return server.token("a" + made, stand.role(), stand.territory());
  }

  private HttpResponse<String> ask(String token, String method, String path, String... headers) {
    return server.ask(token, method, path, "", headers);
  }

  private HttpResponse<String> toHotspot(String token, String operation) {
    String id = MapServer.json(create(keeper)).path("id").asText();
    String path = "/hotspots/" + id;
    String[] first = {"if-match", "\"v0\""};
    return switch (operation) {
      case "getHotspot" -> ask(token, "GET", path);
      case "hotspotHistory" -> ask(token, "GET", path + "/history");
      case "changeHotspot" ->
          server.ask(token, "PUT", path, MapServer.facts("Autre", Stand.PLACE), first);
      case "confirmHotspot" -> server.ask(token, "POST", path + "/state", "{\"state\":\"works\"}");
      case "retireHotspot" -> ask(token, "DELETE", path, first);
      case "undoHotspot" -> {
        ask(keeper, "DELETE", path, first);
        yield ask(token, "POST", path + "/undo", "if-match", "\"v1\"");
      }
      default -> throw new IllegalArgumentException("nobody knows how to try " + operation);
    };
  }

  private HttpResponse<String> create(String token) {
    return server.ask(token, "POST", "/hotspots", MapServer.facts("Spot " + made, Stand.PLACE));
  }

  private String row() {
    return "name_fr,kind,access,place,lat,lon\nFichier %d,library,free,%s,31.%04d,-8.5\n"
        .formatted(made, Stand.PLACE, made);
  }

  private HttpResponse<String> bring(String token, String query, String file) {
    return server.ask(token, "POST", "/imports" + query, file, "content-type", "text/csv");
  }

  /** On something that somebody has named; it does not wait any longer then. */
  private HttpResponse<String> decided(String token, String how, String body) {
    String path = "/proposals/" + server.named("06619" + made, Stand.PLACE, "souk " + letters());
    HttpResponse<String> response = server.ask(token, "POST", path + how, body);
    ask(keeper, "POST", path + "/reject");
    return response;
  }

  /** The path of an import that waits to be published. */
  private String kept() {
    HttpResponse<String> response = bring(keeper, "", row());
    assertEquals(201, response.statusCode(), response::body);
    return MapServer.header(response, "location");
  }

  private String published() {
    String path = kept();
    ask(keeper, "POST", path + "/publish");
    return path;
  }

  /** Outside the territory the row is refused, not the file. */
  private static void imported(HttpResponse<String> response, Stand stand, boolean may) {
    boolean scope = Scope.within(stand.role()).contains(Scope.IMPORTS_WRITE);
    assertEquals(may ? 201 : scope ? 200 : 403, response.statusCode(), response::body);
    if (!may && scope)
      assertEquals(1, MapServer.json(response).path("rows").path("refused").asInt());
  }

  /** Of another territory there is nothing in the file. */
  private void exported(HttpResponse<String> response, Stand stand, boolean may) {
    int status = Rights.of(stand.role()).contains(Deed.EXPORT) ? 200 : 403;
    assertEquals(status, response.statusCode(), response::body);
    create(keeper);
    String body = ask(token(stand, "b"), "GET", "/hotspots/export").body();
    assertEquals(may, body.contains("Spot " + made));
  }

  private String token(Stand stand, String other) {
    return server.token(other + made, stand.role(), stand.territory());
  }

  /** Places are kept by whom the table lets bring in files there. */
  @ParameterizedTest
  @MethodSource("accounts")
  void aListOfPlacesIsKeptByWhoMay(Stand stand) {
    made++;
    boolean scope = Scope.within(stand.role()).contains(Scope.IMPORTS_WRITE);
    String list =
        "gn_id,name,lat,lon,province\n9%06d,Douar %s,31.2%02d,-8.2,07.041\n"
            .formatted(made, letters(), made % 100);
    HttpResponse<String> response = bring(token(stand), "?of=places", list);
    assertEquals(
        stand.may(Deed.IMPORT) && scope ? 201 : 403, response.statusCode(), response::body);
  }

  /** A name without digits for each case. */
  private String letters() {
    StringBuilder name = new StringBuilder("Ait");
    for (int rest = made; rest > 0; rest /= 26) name.append((char) ('a' + rest % 26));
    return name.toString();
  }

  static Stream<Stand> accounts() {
    return Stand.accounts();
  }

  static Stream<Arguments> lists() {
    return Stand.accounts()
        .flatMap(stand -> LISTS.stream().sorted().map(one -> Arguments.of(stand, one)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lists")
  void aListIsForWhoHasItsScopeAndHoldsWhatIsTheirs(Stand stand, String operation) {
    made++;
    server.hears("0661987655", "sample-1042");
    String id = MapServer.json(create(keeper)).path("id").asText();
    Contract.Described one = contract.operation(operation);
    String path = one.path().replace("/imports/{id}", kept()).replace("{id}", Stand.PLACE);
    HttpResponse<String> response = ask(token(stand), one.method(), path + one.query());
    boolean scope = Scope.within(stand.role()).contains(Scope.of(one.scope()).orElseThrow());
    assertEquals(scope ? 200 : 403, response.statusCode(), response::body);
    if (operation.equals("listHotspots"))
      assertEquals(stand.may(Deed.READ), whole(stand).contains(id));
    if (operation.equals("listReports"))
      assertEquals(scope && stand.may(Deed.READ), response.body().contains("sample-1042"));
  }

  /** All pages: more than one page of them is made here. */
  private String whole(Stand stand) {
    String token = token(stand, "c");
    String first = "/hotspots?retired=true&limit=500";
    StringBuilder all = new StringBuilder();
    String next = "";
    do {
      String page = next.isEmpty() ? first : first + "&cursor=" + next;
      HttpResponse<String> answer = ask(token, "GET", page);
      all.append(answer.body());
      next = MapServer.json(answer).path("next").asText("");
    } while (!next.isEmpty());
    return all.toString();
  }
}
