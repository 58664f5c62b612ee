package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.CORRELATION;
import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No call is believed without its token; none is answered with 204 before it is durable. */
class CallbackServerTest {
  private Calls calls =
      new Calls(List.of(new Callbacks("a"), new Callbacks("undated", false, null)));

  @AfterEach
  void close() {
    calls.close();
  }

  private void again(Calls other) {
    calls.close();
    calls = other;
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of(transaction(), 204),
        Arguments.of(state("completed"), 204),
        Arguments.of(error("businessRule", "insufficientFunds"), 204),
        Arguments.of("{\"somethingNew\":1}", 204),
        Arguments.of("", 400),
        Arguments.of("[]", 400),
        Arguments.of("{", 400),
        Arguments.of("\u0000", 400),
        Arguments.of("<html>hello</html>", 400),
        Arguments.of("[".repeat(20_000), 400));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void whatIsSaid(String body, int status) {
    assertEquals(status, calls.status(calls.dated(calls.path("a"), body)));
    assertEquals(List.of(status == 204 ? "a HEARD" : "a GARBAGE"), calls.counted);
    String content = Client.sha256(body.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        status == 204 ? List.of(new Calls.Heard("a", CORRELATION, content)) : List.of(),
        calls.heard);
  }

  @Test
  void case24_failureCallbackIsABareError() {
    String failure = error("authorisation", "requestDeclined");
    HttpRequest.Builder call = calls.dated(calls.path("a"), failure);
    assertEquals(204, calls.status(call.header("X-CorrelationID", CORRELATION.toString())));
    assertEquals(CORRELATION, calls.heard.getFirst().correlation());
  }

  static Stream<Arguments> forged() {
    String order = CORRELATION.toString();
    UUID other = UUID.fromString("00000000-0000-4000-8000-000000000000");
    return Stream.of(
        Arguments.of("no token", "/cb/a/" + order, null),
        Arguments.of("an empty one", "/cb/a/" + order + "/", null),
        Arguments.of("a made up one", "/cb/a/" + order + "/" + "A".repeat(43), null),
        Arguments.of("a longer one", "TOKEN" + "A", null),
        Arguments.of("of another order", "/cb/a/" + other + "/OF-ORDER", null),
        Arguments.of("of another provider", "/cb/undated/" + order + "/OF-ORDER", null),
        Arguments.of("of nobody", "/cb/nobody/" + order + "/OF-ORDER", null),
        Arguments.of("with more", "TOKEN/more", null),
        Arguments.of("beside the prefix", "/a/" + order + "/OF-ORDER", null),
        Arguments.of("no order", "/cb/a/1-1-1-1-1/OF-ORDER", null),
        Arguments.of("the root", "/", null),
        Arguments.of("about another order", "TOKEN", other.toString()),
        Arguments.of("about none", "TOKEN", "nonsense"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void case22_forgedCallback(String what, String path, @Nullable String correlation) {
    String good = calls.path("a");
    String made =
        path.replace("TOKEN", good).replace("OF-ORDER", good.substring(good.lastIndexOf('/') + 1));
    HttpRequest.Builder call = calls.dated(made, transaction());
    assertEquals(401, calls.status(Calls.with(call, "X-CorrelationID", correlation)), what);
    assertEquals(List.of(" FORGED"), calls.counted);
    assertEquals(List.of(), calls.heard);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 204",
    "-600, 204",
    "600, 204",
    "-900, 204",
    "900, 204",
    "-901, 401",
    "901, 401",
    "-86400, 401"
  })
  void case38_clocksApart(long seconds, int status) {
    HttpRequest.Builder call =
        calls
            .call(calls.path("a"), transaction())
            .header("X-Date", Provider.NOW.plusSeconds(seconds).toString());
    assertEquals(status, calls.status(call));
    assertEquals(status == 204 ? 1 : 0, calls.heard.size());
  }

  @Test
  void case22_replayedOldDate() {
    String date = Provider.NOW.toString();
    assertEquals(
        204, calls.status(calls.call(calls.path("a"), transaction()).header("X-Date", date)));
    calls.clock.step(Duration.ofHours(1));
    assertEquals(
        401, calls.status(calls.call(calls.path("a"), transaction()).header("X-Date", date)));
    assertEquals(List.of("a HEARD", "a STALE"), calls.counted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fri, 20 Nov 2026 10:00:00 GMT", "2026-11-20T11:00:00+01:00"})
  void datesAreReadEitherWay(String date) {
    assertEquals(
        204, calls.status(calls.call(calls.path("a"), transaction()).header("X-Date", date)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-11-20T10:00:00", "1795341600", "x"})
  void whatIsNoDateIsStale(String date) {
    assertEquals(
        401, calls.status(calls.call(calls.path("a"), transaction()).header("X-Date", date)));
  }

  @Test
  void whetherADateIsDueIsAgreed() {
    assertEquals(401, calls.status(calls.call(calls.path("a"), transaction())));
    assertEquals(204, calls.status(calls.call(calls.path("undated"), transaction())));
    assertEquals(List.of("a STALE", "undated HEARD"), calls.counted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH", "OPTIONS"})
  void onlyPut(String method) {
    HttpRequest.Builder call =
        calls
            .dated(calls.path("a"), transaction())
            .method(method, HttpRequest.BodyPublishers.noBody());
    assertEquals(405, calls.status(call));
    assertEquals(List.of(), calls.heard);
  }

  @Test
  void whatIsTooLongIsNotRead() throws InterruptedException {
    String endless = "{\"a\":\"" + "x".repeat(4 * Wire.MAX_BODY) + "\"}";
    int status = calls.statusOrEnd(calls.dated(calls.path("a"), endless));
    assertTrue(status == 413 || status == 0, () -> "answered " + status);
    assertEquals("a TOO_LONG", calls.counted.getFirst());
    assertEquals(List.of(), calls.heard);
    assertEquals(204, calls.status(calls.dated(calls.path("a"), transaction())));
  }

  @Test
  void itIsAnsweredWhenItIsDurable() {
    CompletableFuture<Void> kept = new CompletableFuture<>();
    CompletableFuture<Void> asked = new CompletableFuture<>();
    again(
        new Calls(
            List.of(new Callbacks("a")),
            () -> {
              asked.complete(null);
              return kept;
            }));
    CompletableFuture<Integer> status = calls.send(calls.dated(calls.path("a"), transaction()));
    told(asked);
    assertFalse(status.isDone());
    kept.complete(null);
    assertEquals(204, told(status));
  }

  @Test
  void whatCouldNotBeKeptShouldComeAgain() {
    again(
        new Calls(
            List.of(new Callbacks("a")),
            () -> CompletableFuture.failedFuture(new IllegalStateException("full"))));
    assertEquals(503, calls.status(calls.dated(calls.path("a"), transaction())));
    again(
        new Calls(
            List.of(new Callbacks("a")),
            () -> {
              throw new IllegalStateException("broken");
            }));
    assertEquals(503, calls.status(calls.dated(calls.path("a"), transaction())));
    assertEquals(List.of("a NOT_KEPT"), calls.counted);
  }
}
