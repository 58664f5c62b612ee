package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import ma.jisr.app.rights.Stand;
import ma.jisr.gateway.account.Scope;
import ma.jisr.service.audience.AudienceDeed;
import ma.jisr.service.audience.AudienceRights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory against everything that the API does with who hears notices: done
 * just where {@link AudienceRights} says so. What lies outside of a territory is not there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceRightsOverHttpTest {
  private final MapServer server = new MapServer();
  private int made;

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Stand> accounts() {
    return Stand.accounts();
  }

  private int status(String token, String method, String path, String body, String... headers) {
    return server.ask(token, method, path, body, headers).statusCode();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accounts")
  void whoMayKeepsTheAudience(Stand stand) {
    made++;
    String token = server.token("a" + made, stand.role(), stand.territory());
    String group = "g" + made;
    server.audience.group(group, Stand.PLACE);
    counts(stand, token, group);
    groups(stand, token, "/groups/" + group);
    relays(stand, token, server.audience.relay("0661000001", Stand.PLACE));
  }

  private static boolean may(Stand stand, AudienceDeed deed) {
    return AudienceRights.of(stand.role()).contains(deed) && stand.covers();
  }

  /** Of what is looked for by its id: who may act at all is not told that it is elsewhere. */
  private static int found(Stand stand, AudienceDeed deed, Scope scope) {
    return may(stand, deed) ? 200 : Scope.within(stand.role()).contains(scope) ? 404 : 403;
  }

  private void counts(Stand stand, String token, String group) {
    boolean may = may(stand, AudienceDeed.COUNT);
    int status = may ? 200 : 403;
    assertEquals(status, status(token, "GET", "/audience?area=" + Stand.PLACE, ""));
    boolean all = may && stand.territory().everywhere();
    assertEquals(all ? 200 : 403, status(token, "GET", "/audience", ""));
    assertEquals(
        found(stand, AudienceDeed.COUNT, Scope.AUDIENCE_READ),
        status(token, "GET", "/groups/" + group, ""));
    assertEquals(may, server.ask(token, "GET", "/groups", "").body().contains("\"" + group + "\""));
  }

  private void groups(Stand stand, String token, String path) {
    int may = may(stand, AudienceDeed.GROUP) ? 200 : 403;
    int found = found(stand, AudienceDeed.GROUP, Scope.AUDIENCE_WRITE);
    assertEquals(may, status(token, "PUT", path, AudienceCalls.GROUP));
    assertEquals(may, status(token, "PUT", path + "-b", AudienceCalls.GROUP));
    assertEquals(found, status(token, "POST", path + "/add", AudienceCalls.MEMBER));
    assertEquals(found, status(token, "POST", path + "/remove", AudienceCalls.MEMBER));
    assertEquals(
        found,
        status(token, "POST", path + "/import", AudienceCalls.TABLE, "content-type", "text/csv"));
    assertEquals(found, status(token, "DELETE", path, ""));
  }

  private void relays(Stand stand, String token, String relay) {
    boolean may = may(stand, AudienceDeed.RELAY);
    boolean role = AudienceRights.of(stand.role()).contains(AudienceDeed.RELAY);
    assertEquals(may ? 200 : 403, status(token, "GET", "/relays?area=" + Stand.PLACE, ""));
    assertEquals(may ? 200 : 403, status(token, "POST", "/relays", AudienceCalls.RELAY));
    // Outside the territory the row is refused, not the file.
    var file =
        server.ask(
            token, "POST", "/relays/import", AudienceCalls.TABLE, "content-type", "text/csv");
    assertEquals(role ? 200 : 403, file.statusCode());
    if (role) assertEquals(may ? 1 : 0, MapServer.json(file).path("taken").asInt(), file.body());
    server.audience.asked("n" + made, Stand.PLACE);
    var told = server.ask(token, "GET", "/notices/n" + made + "/relays", "");
    assertEquals(role ? 200 : 403, told.statusCode());
    assertEquals(may, told.body().contains("\"asked\""));
    assertEquals(
        found(stand, AudienceDeed.RELAY, Scope.AUDIENCE_WRITE),
        status(token, "DELETE", "/relays/" + relay, ""));
  }
}
