package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.jisr.service.wallet.port.Answer;
import org.junit.jupiter.api.Test;

/** A provider that calls back before it answers. */
class CallbackFirstTest {
  /** Answers a request to pay when its own call has been answered. */
  private static void answer(HttpClient client, HttpServerRequest request) {
    RequestOptions call =
        new RequestOptions()
            .setMethod(HttpMethod.PUT)
            .setAbsoluteURI(request.getHeader("X-Callback-URL"))
            .putHeader("X-CorrelationID", request.getHeader("X-CorrelationID"))
            .putHeader("X-Date", Provider.NOW.toString());
    client
        .request(call)
        .compose(made -> made.send(Buffer.buffer(Provider.transaction())))
        .onComplete(
            called -> {
              int status = called.succeeded() ? called.result().statusCode() : 0;
              request
                  .response()
                  .setStatusCode(status == 204 ? 202 : 500)
                  .end(Provider.state("pending"));
            });
  }

  @Test
  void case16_callbackBeforeThe202() {
    try (Calls calls = new Calls(List.of(new Callbacks("a")))) {
      HttpClient client = calls.vertx.createHttpClient();
      HttpServer provider =
          told(
              calls
                  .vertx
                  .createHttpServer()
                  .requestHandler(request -> answer(client, request))
                  .listen(0, "127.0.0.1")
                  .toCompletionStage()
                  .toCompletableFuture());
      GsmaSettings s =
          Provider.settings(
              new Credentials.Basic("jisr", Provider.SECRET),
              "http://127.0.0.1:" + provider.actualPort(),
              Duration.ofSeconds(15));
      URI back = URI.create("http://127.0.0.1:" + calls.server.port() + "/cb");
      GsmaSettings settings =
          new GsmaSettings(
              s.id(),
              s.name(),
              s.base(),
              s.credentials(),
              null,
              null,
              s.organisation(),
              back,
              s.capabilities(),
              s.statuses(),
              null,
              s.encryption(),
              s.answer());
      GsmaWallet wallet =
          new GsmaWallet(calls.vertx, settings, calls.tokens, calls.clock, UUID::randomUUID);
      assertInstanceOf(Answer.Accepted.class, told(wallet.submit(order())));
      assertEquals(List.of("a HEARD"), calls.counted);
      assertEquals(Provider.CORRELATION, calls.heard.getFirst().correlation());
    }
  }
}
