package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.app.rights.Stand;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.service.notices.notice.Deed;
import ma.jisr.service.notices.notice.NoticeRights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory against everything that the API does with notices: 403 just where
 * {@link NoticeRights} says no.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeRightsOverHttpTest {
  /** What only time does is nobody's to ask for. */
  private static final Set<Deed> OF_TIME = Set.of(Deed.START, Deed.EXPIRE, Deed.FINISH);

  private final MapServer server = new MapServer();
  private final String keeper = server.token("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private int made;

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> rows() {
    return Stand.accounts()
        .flatMap(
            stand ->
                Stream.of(Deed.values())
                    .filter(deed -> !OF_TIME.contains(deed))
                    .map(deed -> Arguments.of(stand, deed)));
  }

  private HttpResponse<String> kept(String method, String path, String body) {
    return server.ask(keeper, method, path, body);
  }

  /** One on which this can be done, written by another. */
  private String prepared(Deed deed) {
    String path = MapServer.header(kept("POST", "/notices", NoticeCalls.WATER), "location");
    boolean large = deed == Deed.APPROVE || deed == Deed.SEND_BACK;
    server.notices.people = large ? 501 : 40;
    if (large || deed == Deed.PAUSE || deed == Deed.RESUME || deed == Deed.REPORT) submit(path);
    if (deed == Deed.RESUME) kept("POST", path + "/pause", "");
    return path;
  }

  /** By somebody else each time: one account may hand in few within a day. */
  private void submit(String path) {
    made++;
    String other = server.token("k" + made, Role.ADMINISTRATOR, Territory.EVERYWHERE);
    HttpResponse<String> done = server.ask(other, "POST", path + "/submit", "{}");
    assertEquals(200, done.statusCode(), done::body);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void whoMayKeepsNotices(Stand stand, Deed deed) {
    made++;
    String token =
        server.token("a" + made, stand.role(), stand.territory(), Optional.of("p" + made));
    String path = prepared(deed);
    HttpResponse<String> response = asked(token, path, deed);
    boolean may = NoticeRights.of(stand.role()).contains(deed) && stand.covers();
    int done =
        switch (deed) {
          case WRITE -> 201;
          // Nobody has sent a code, and nothing of it is to be reviewed: but they were heard.
          case APPROVE, REVIEW -> 422;
          default -> 200;
        };
    assertEquals(may ? done : 403, response.statusCode(), response::body);
    if (deed != Deed.READ) return;
    String list = server.ask(token, "GET", "/notices?limit=500", "").body();
    assertEquals(may, list.contains(path.substring("/notices/".length())));
  }

  private HttpResponse<String> asked(String token, String path, Deed deed) {
    return switch (deed) {
      case READ -> server.ask(token, "GET", path + "/preview", "");
      case HISTORY -> server.ask(token, "GET", path + "/history", "");
      case REPORT -> server.ask(token, "GET", path + "/report", "");
      case WRITE -> server.ask(token, "POST", "/notices", NoticeCalls.WATER);
      case CHANGE -> {
        int trial = server.ask(token, "POST", path + "/trial", "{}").statusCode();
        HttpResponse<String> changed =
            server.ask(token, "PUT", path, NoticeCalls.WATER, "if-match", "\"v0\"");
        assertEquals(changed.statusCode(), trial, "whose to change it is may try it");
        yield changed;
      }
      case SUBMIT -> server.ask(token, "POST", path + "/submit", "{}");
      case APPROVE ->
          server.ask(
              token,
              "POST",
              path + "/approve",
              "{\"digest\":\"" + "0".repeat(64) + "\",\"code\":\"000000\"}");
      case SEND_BACK -> server.ask(token, "POST", path + "/return", "{}");
      case PAUSE, RESUME, CANCEL, REVIEW ->
          server.ask(
              token,
              "POST",
              path + "/" + Forms.lower(deed),
              deed == Deed.PAUSE || deed == Deed.RESUME ? "" : "{}");
      case START, EXPIRE, FINISH -> throw new IllegalArgumentException("no request does it");
    };
  }
}
