package ma.jisr.gateway.route;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;

/**
 * The bridge to the services' Camel routes: an operation named {@code queue.take} is the route from
 * {@code direct:queue.take}. The names are a closed set, known at start; nothing that a person says
 * becomes part of an address or a header. The caller's thread is never held: the route answers when
 * it does, and the future completes on whichever thread that is.
 */
public final class CamelBridge implements OperationCaller, AutoCloseable {
  /** How an operation is named: {@code service.verb}, lower case. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

  /** Without a consumer a {@code direct} endpoint would hold its caller for 30 s. */
  private static final String NEVER_BLOCK = "?block=false";

  private final Map<String, AsyncProducer> producers = new LinkedHashMap<>();

  /**
   * Starts a producer for each operation.
   *
   * @param camel started, with the routes of all the operations
   * @throws RouteException when an operation has no route, or a route would block its caller
   */
  public CamelBridge(CamelContext camel, Collection<String> operations) {
    RouteRules.check(camel);
    for (String operation : operations) producers.put(operation, producer(camel, operation));
  }

  @Override
  public CompletableFuture<OperationResult> call(OperationRequest request) {
    AsyncProducer producer = producers.get(request.operation());
    if (producer == null)
      return CompletableFuture.failedFuture(
          new RouteException("no operation is named " + request.operation()));
    CompletableFuture<OperationResult> answer = new CompletableFuture<>();
    Exchange exchange = producer.getEndpoint().createExchange(ExchangePattern.InOut);
    exchange.getIn().setBody(request);
    producer.process(exchange, doneAtOnce -> settle(exchange, answer));
    return answer;
  }

  private static void settle(Exchange exchange, CompletableFuture<OperationResult> answer) {
    if (exchange.getException() != null) answer.completeExceptionally(exchange.getException());
    else if (exchange.getMessage().getBody() instanceof OperationResult result)
      answer.complete(result);
    else
      answer.completeExceptionally(
          new RouteException("a route answered with something that is no OperationResult"));
  }

  private static AsyncProducer producer(CamelContext camel, String operation) {
    if (!NAME.matcher(operation).matches())
      throw new RouteException("an operation cannot be named so: " + operation);
    String uri = "direct:" + operation;
    boolean routed =
        camel.getRoutes().stream()
            .anyMatch(r -> r.getEndpoint().getEndpointBaseUri().equals("direct://" + operation));
    if (!routed) throw new RouteException("no route from " + uri + " answers " + operation);
    try {
      Endpoint endpoint = camel.getEndpoint(uri + NEVER_BLOCK);
      AsyncProducer producer = endpoint.createAsyncProducer();
      producer.start();
      return producer;
    } catch (Exception e) {
      throw new RouteException("the route " + uri + " cannot be called", e);
    }
  }

  @Override
  public void close() {
    producers.values().forEach(AsyncProducer::stop);
  }
}
