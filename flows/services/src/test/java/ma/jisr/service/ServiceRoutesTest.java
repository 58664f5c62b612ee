package ma.jisr.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What a slow service does to the thread that called it: nothing. */
final class ServiceRoutesTest {
  private final CompletableFuture<OperationResult> answer = new CompletableFuture<>();
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void aSlowAnswerHoldsNobody() throws Exception {
    try (DefaultCamelContext camel = started()) {
      Exchange exchange = exchange(camel);
      assertFalse(producer(camel).process(exchange, _ -> answered.incrementAndGet()));
      assertEquals(0, answered.get(), "the caller went on before there was an answer");
      OperationResult result = new OperationResult("ok", Map.of());
      answer.complete(result);
      assertEquals(1, answered.get());
      assertSame(result, exchange.getMessage().getBody());
    }
  }

  @Test
  void aFailureIsNoAnswerAndGoesBackToTheCaller() throws Exception {
    try (DefaultCamelContext camel = started()) {
      Exchange exchange = exchange(camel);
      boolean atOnce = producer(camel).process(exchange, _ -> answered.incrementAndGet());
      answer.completeExceptionally(new IllegalStateException("the store is busy"));
      assertFalse(atOnce);
      assertEquals(1, answered.get());
      assertTrue(exchange.isFailed());
    }
  }

  private DefaultCamelContext started() throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.addRoutes(new Slow().routes().getFirst());
    camel.start();
    return camel;
  }

  private static AsyncProducer producer(DefaultCamelContext camel) throws Exception {
    AsyncProducer producer =
        camel.getEndpoint(ServiceRoutes.address("slow.ask")).createAsyncProducer();
    producer.start();
    return producer;
  }

  private static Exchange exchange(DefaultCamelContext camel) {
    Exchange exchange =
        camel.getEndpoint(ServiceRoutes.address("slow.ask")).createExchange(ExchangePattern.InOut);
    exchange
        .getIn()
        .setBody(
            new OperationRequest(
                "slow.ask", "key", "person", Language.FR, Assurance.NETWORK, Map.of()));
    return exchange;
  }

  /** A service that answers when the test says so. */
  private final class Slow implements Service {
    @Override
    public String name() {
      return "slow";
    }

    @Override
    public List<Operation> operations() {
      return List.of();
    }

    @Override
    public CompletionStage<OperationResult> answer(OperationRequest request) {
      return answer;
    }

    @Override
    public List<ServiceRoutes> routes() {
      return List.of(
          new ServiceRoutes(this) {
            @Override
            public void configure() {
              failuresGoBack();
              from(address("slow.ask")).process(answer());
            }
          });
    }
  }
}
