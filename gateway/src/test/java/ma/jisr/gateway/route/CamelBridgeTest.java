package ma.jisr.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CamelBridgeTest {
  private static final OperationResult DONE = new OperationResult("done", Map.of());

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final CompletableFuture<Void> markerHasRun = new CompletableFuture<>();

  @BeforeEach
  void start() throws Exception {
    AsyncProcessor waitsForTheMarker =
        new AsyncProcessorSupport() {
          @Override
          public boolean process(Exchange exchange, AsyncCallback callback) {
            var unused =
                markerHasRun.thenRun(
                    () -> {
                      exchange.getMessage().setBody(DONE);
                      callback.done(false);
                    });
            return false;
          }
        };
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:test.slow").to("direct:test.inner?block=false");
            from("direct:test.inner").process(waitsForTheMarker);
            from("direct:test.echo").process(CamelBridgeTest::echo);
            from("direct:test.fails")
                .process(
                    e -> {
                      throw new IllegalStateException("no provider");
                    });
            from("direct:test.wrong").process(e -> e.getMessage().setBody("a string"));
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  /**
   * The stub answers only after the marker: a bridge that held the loop would never be answered.
   */
  @Test
  void aMarkerQueuedBehindACallRunsBeforeTheAnswer() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (CamelBridge bridge = new CamelBridge(camel, List.of("test.slow"))) {
      CompletableFuture<OperationResult> answer = new CompletableFuture<>();
      var context = vertx.getOrCreateContext();
      context.runOnContext(
          v -> {
            var unused = bridge.call(request("test.slow")).thenAccept(answer::complete);
            context.runOnContext(marker -> markerHasRun.complete(null));
          });
      assertEquals(DONE, answer.get(30, TimeUnit.SECONDS));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void theRequestIsTheBody() throws Exception {
    try (CamelBridge bridge = new CamelBridge(camel, List.of("test.echo"))) {
      assertEquals("key", bridge.call(request("test.echo")).get().outcome());
    }
  }

  @Test
  void failuresAreNoAnswers() {
    try (CamelBridge bridge = new CamelBridge(camel, List.of("test.fails", "test.wrong"))) {
      assertFails(bridge, "test.fails", IllegalStateException.class);
      assertFails(bridge, "test.wrong", RouteException.class);
      assertFails(bridge, "test.unknown", RouteException.class);
    }
  }

  @Test
  void anOperationWithoutARouteIsFoundAtStart() {
    RouteException e =
        assertThrows(RouteException.class, () -> new CamelBridge(camel, List.of("test.missing")));
    assertTrue(String.valueOf(e.getMessage()).contains("direct:test.missing"));
  }

  @Test
  void anOperationsNameIsNoAddress() {
    assertThrows(
        RouteException.class, () -> new CamelBridge(camel, List.of("test.echo?block=true")));
  }

  private static void echo(Exchange exchange) {
    if (exchange.getIn().getBody() instanceof OperationRequest request)
      exchange.getMessage().setBody(new OperationResult(request.key(), Map.of()));
  }

  private static void assertFails(
      CamelBridge bridge, String operation, Class<? extends Throwable> cause) {
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> bridge.call(request(operation)).get());
    assertTrue(cause.isInstance(e.getCause()), String.valueOf(e.getCause()));
  }

  private static OperationRequest request(String operation) {
    return new OperationRequest(
        operation, "key", "person", Language.FR, Assurance.CLAIMED, Map.of());
  }
}
