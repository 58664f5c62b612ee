package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * Every role in every territory against everything that the API does with hotspots: 403 just where
 * {@link Rights}, the one table, says no.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsOverHttpTest {
  private static final String PLACE = "al-haouz.amizmiz";

  /** Each with whether it covers the place. */
  private static final Map<Territory, Boolean> TERRITORIES = new LinkedHashMap<>();

  static {
    TERRITORIES.put(Territory.of(Set.of(PLACE)), true);
    TERRITORIES.put(Territory.of(Set.of("safi", "al-haouz")), true);
    TERRITORIES.put(Territory.of(Set.of("marrakech-safi")), true);
    TERRITORIES.put(Territory.EVERYWHERE, true);
    TERRITORIES.put(Territory.NOWHERE, false);
    TERRITORIES.put(Territory.of(Set.of("zagora", "casablanca-settat")), false);
  }

  /** The deeds that are done one by one; files are brought in and taken out elsewhere. */
  private static final Set<Deed> DEEDS = EnumSet.complementOf(EnumSet.of(Deed.IMPORT, Deed.EXPORT));

  private final MapServer server = new MapServer();
  private final String keeper = server.token("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private int made;

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> all() {
    return Stream.of(Role.values())
        .filter(role -> role != Role.PERSON)
        .flatMap(
            role ->
                TERRITORIES.entrySet().stream()
                    .flatMap(
                        where ->
                            DEEDS.stream()
                                .map(
                                    deed ->
                                        Arguments.of(
                                            role, where.getKey(), where.getValue(), deed))));
  }

  @ParameterizedTest(name = "{0} {1} {3}")
  @MethodSource("all")
  void whoMayIsAnsweredAndWhoMayNotIsTold(
      Role role, Territory territory, boolean covers, Deed deed) {
    made++;
    String id = MapServer.json(create(keeper)).path("id").asText();
    if (deed == Deed.UNDO) retire(keeper, id, 0);
    String token = server.token("a" + made, role, territory);
    HttpResponse<String> response =
        switch (deed) {
          case READ -> server.ask(token, "GET", "/hotspots/" + id, "");
          case HISTORY -> server.ask(token, "GET", "/hotspots/" + id + "/history", "");
          case CREATE -> create(token);
          case CHANGE ->
              server.ask(
                  token,
                  "PUT",
                  "/hotspots/" + id,
                  MapServer.facts("Autre", PLACE),
                  "if-match",
                  "\"v0\"");
          case CONFIRM ->
              server.ask(token, "POST", "/hotspots/" + id + "/state", "{\"state\":\"works\"}");
          case RETIRE -> retire(token, id, 0);
          case UNDO ->
              server.ask(token, "POST", "/hotspots/" + id + "/undo", "", "if-match", "\"v1\"");
          case IMPORT -> bring(token);
          case EXPORT -> throw new IllegalArgumentException("not done by HTTP");
        };
    boolean may = Rights.of(role).contains(deed) && covers;
    if (deed == Deed.IMPORT) {
      imported(response, role, may);
      return;
    }
    int done = deed == Deed.CREATE ? 201 : 200;
    assertEquals(may ? done : 403, response.statusCode(), response::body);
    boolean listed =
        server.ask(token, "GET", "/hotspots?retired=true&limit=500", "").body().contains(id);
    assertEquals(Rights.of(role).contains(Deed.READ) && covers, listed, "in the list");
  }

  private HttpResponse<String> create(String token) {
    return server.ask(token, "POST", "/hotspots", MapServer.facts("Spot " + made, PLACE));
  }

  private HttpResponse<String> bring(String token) {
    String row = "Fichier " + made + ",library,free," + PLACE + ",31.%04d,-8.5".formatted(made);
    return server.ask(
        token,
        "POST",
        "/imports",
        "name_fr,kind,access,place,lat,lon\n" + row + "\n",
        "content-type",
        "text/csv");
  }

  /** Outside the territory the row is refused, not the file. */
  private static void imported(HttpResponse<String> response, Role role, boolean may) {
    boolean scope = Scope.within(role).contains(Scope.IMPORTS_WRITE);
    assertEquals(may ? 201 : scope ? 200 : 403, response.statusCode(), response::body);
    if (!may && scope)
      assertEquals(1, MapServer.json(response).path("rows").path("refused").asInt());
  }

  private HttpResponse<String> retire(String token, String id, int version) {
    return server.ask(token, "DELETE", "/hotspots/" + id, "", "if-match", "\"v" + version + "\"");
  }

  /** What no account can have is tested by there being none. */
  @Test
  void anybodyHasNoAccount() {
    assertEquals(Set.of(), Rights.of(Role.PERSON));
  }
}
