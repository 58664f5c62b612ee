package ma.jisr.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Role;
import ma.jisr.gateway.account.Scope;
import ma.jisr.gateway.account.Staff;
import ma.jisr.gateway.web.Patience;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of server-sent events over real sockets: what is told, to how many, until when. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventStreamTest {
  /** With beats that come at once, and answers that are soon waited for too long. */
  private static final Patience SHORT = new Patience(20_000, 2_000, 10);

  private final HttpClient client = HttpClient.newHttpClient();
  private ThingsApi api = new ThingsApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private void beating() {
    api.close();
    api = new ThingsApi(new Staff(), SHORT);
  }

  private HttpResponse<InputStream> ask(String token, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port + "/rumour"))
            .header("authorization", "Bearer " + token)
            .header("accept", "text/event-stream");
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  private BufferedReader listen(String token, String... headers) throws Exception {
    HttpResponse<InputStream> response = ask(token, headers);
    assertEquals(200, response.statusCode());
    return new BufferedReader(new InputStreamReader(response.body(), UTF_8));
  }

  /** The lines of the next event that says something, its id left out; empty at the end. */
  private static List<String> next(BufferedReader stream) throws IOException {
    List<String> event = new ArrayList<>();
    for (String line = stream.readLine(); line != null; line = stream.readLine()) {
      if (line.startsWith("data: ")) event.add(line.substring(6));
      else if (line.isEmpty() && !event.isEmpty()) return event;
    }
    return event;
  }

  @Test
  void allWhoListenAreToldWhatIsNew() throws Exception {
    try (BufferedReader one = listen(api.token);
        BufferedReader other = listen(api.token)) {
      for (BufferedReader stream : List.of(one, other)) assertEquals(List.of("one"), next(stream));
      api.rumour.says("two");
      api.rumour.says("two");
      api.rumour.says("three\nin two lines");
      for (BufferedReader stream : List.of(one, other)) {
        assertEquals(List.of("two"), next(stream));
        assertEquals(List.of("three", "in two lines"), next(stream));
      }
    }
  }

  @Test
  void anEventHasANameByWhichItIsNotToldAgain() throws Exception {
    String id = "";
    try (BufferedReader stream = listen(api.token)) {
      assertEquals("retry: 3000", stream.readLine());
      assertEquals("", stream.readLine());
      id = stream.readLine();
      assertTrue(id.matches("id: [A-Za-z0-9_-]{16}"), id);
      assertEquals("data: one", stream.readLine());
      assertEquals("", stream.readLine());
    }
    try (BufferedReader again = listen(api.token, "last-event-id", id.substring(4))) {
      api.rumour.says("two");
      assertEquals(List.of("two"), next(again));
    }
    try (BufferedReader late = listen(api.token, "last-event-id", id.substring(4))) {
      assertEquals(List.of("two"), next(late), "what was missed");
    }
  }

  @Test
  void itsHeadSaysHowItIsRead() throws Exception {
    HttpResponse<InputStream> response = ask(api.token);
    var headers = response.headers();
    assertEquals(Optional.of("text/event-stream"), headers.firstValue("content-type"));
    assertEquals(Optional.of("no-store"), headers.firstValue("cache-control"));
    assertEquals(Optional.of("no"), headers.firstValue("x-accel-buffering"));
    assertEquals(Optional.of("nosniff"), headers.firstValue("x-content-type-options"));
    assertEquals(Optional.empty(), headers.firstValue("etag"));
    response.body().close();
    HttpResponse<String> head = api.ask("HEAD", "/rumour", "", "accept", "text/event-stream");
    assertEquals(200, head.statusCode());
    assertEquals(Optional.of("text/event-stream"), head.headers().firstValue("content-type"));
    assertEquals("{\"name\":\"rumour\"}", api.ask("GET", "/rumour", "").body(), "once, as JSON");
    assertEquals(List.of("hearRumour  200", "hearRumour  200", "hearRumour  200"), api.trail());
  }

  /** An hour of beats takes longer here than any other answer may. */
  @Test
  void whoIsSilentSaysThatItIsThereUntilAllIsJudgedAnew() throws Exception {
    beating();
    int beats = 0;
    try (BufferedReader stream = listen(api.token)) {
      assertEquals(List.of("one"), next(stream));
      for (String line = stream.readLine(); line != null; line = stream.readLine())
        if (line.equals(":")) beats++;
    }
    assertEquals(EventStream.MOST_BEATS - 1, beats);
  }

  @Test
  void oneAccountHasOnlySoManyAndAPlaceThatIsLeftIsFree() throws Exception {
    api.staff.make("said", Role.VIEWER);
    String other = api.staff.token("said");
    List<BufferedReader> all = new ArrayList<>();
    for (int i = 0; i < Streams.MOST_OF_ONE; i++) all.add(listen(api.token));
    HttpResponse<InputStream> refused = ask(api.token);
    assertEquals(429, refused.statusCode());
    assertEquals(Optional.of("60"), refused.headers().firstValue("retry-after"));
    assertTrue(new String(refused.body().readAllBytes(), UTF_8).contains(":too-many"));
    assertEquals("hearRumour  429", api.trail().getLast());
    all.add(listen(other));
    all.removeFirst().close();
    api.rumour.gone.take();
    all.add(listen(api.token));
    for (BufferedReader stream : all) stream.close();
    for (int i = 0; i < all.size(); i++) api.rumour.gone.take();
    assertEquals(0, api.rumour.heard(), "nobody is told for whom nobody listens");
  }

  /** Behind a proxy, from where there may be so many connections. */
  @Test
  void aListenerHasOnlySoMany() throws Exception {
    api.close();
    Proxies proxy = Proxies.of(List.of("127.0.0.1"));
    api = new ThingsApi(new Staff(), Patience.USUAL, proxy, Optional.empty());
    List<BufferedReader> all = new ArrayList<>();
    String token = api.token;
    for (int i = 0; i < Streams.MOST; i++) {
      if (i % Streams.MOST_OF_ONE == 0) {
        api.nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        api.staff.make("account" + i, Role.VIEWER);
        token = api.staff.token("account" + i);
      }
      all.add(listen(token));
    }
    HttpResponse<InputStream> refused = ask(api.token);
    assertEquals(503, refused.statusCode());
    assertEquals(Optional.of("60"), refused.headers().firstValue("retry-after"));
    assertEquals(200, api.ask("GET", "/things", "").statusCode(), "all else is answered");
    for (BufferedReader stream : all) stream.close();
  }

  /** As they are at the next beat, not at the next request, which never comes. */
  @ParameterizedTest
  @ValueSource(strings = {"revoked", "disabled", "role", "expired"})
  void aTokenThatIsTakenBackHearsNoMore(String how) throws Exception {
    beating();
    api.staff.make("said", Role.OPERATOR);
    var issued =
        api.staff
            .accounts
            .issue("said", Set.of(Scope.HOTSPOTS_READ), api.staff.now.plus(Duration.ofDays(1)))
            .join();
    try (BufferedReader stream = listen(issued.text());
        BufferedReader amina = listen(api.token)) {
      assertEquals(List.of("one"), next(stream));
      switch (how) {
        case "revoked" -> api.staff.accounts.revoke("said", issued.token().id()).join();
        case "disabled" -> api.staff.accounts.change("said", a -> a.withDisabled(true)).join();
        case "role" ->
            api.staff.accounts.change("said", a -> a.withRole(Role.VIEWER, a.territory())).join();
        default -> api.staff.now = api.staff.now.plus(Duration.ofDays(1));
      }
      assertEquals(List.of(), next(stream));
      api.rumour.says("two");
      if (!how.equals("expired")) {
        assertEquals(List.of("one"), next(amina));
        assertEquals(List.of("two"), next(amina));
      }
    }
  }

  @Test
  void itEndsWithWhatItTellsOf() throws Exception {
    try (BufferedReader stream = listen(api.token)) {
      assertEquals(List.of("one"), next(stream));
      api.rumour.ends();
      assertNull(stream.readLine());
      assertEquals(200, api.ask("GET", "/things", "").statusCode());
    }
  }

  @Test
  void aServerThatStopsEndsThemAndTakesNoMore() throws Exception {
    try (BufferedReader one = listen(api.token);
        BufferedReader other = listen(api.token)) {
      for (BufferedReader stream : List.of(one, other)) assertEquals(List.of("one"), next(stream));
      api.server.close().toCompletionStage().toCompletableFuture().join();
      for (BufferedReader stream : List.of(one, other)) assertNull(stream.readLine());
      assertEquals(0, api.rumour.heard());
    }
  }
}
