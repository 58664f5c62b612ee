package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.AccountDouble;
import ma.jisr.service.FieldDouble;
import ma.jisr.service.People;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;
import ma.jisr.service.Services;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.sqlite.SqliteStore;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service by its Camel routes: every operation is reached, and no thread is kept waiting. */
final class HotspotRoutesTest {
  @TempDir private static Path folder;

  private final SqliteStore store = SqliteStore.scratch(folder, FieldDouble.specs());
  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final FieldDouble field = new FieldDouble(store, map);
  private final Services services =
      Services.of(
          new Ports(
              new Places(StarterGazetteer.read()),
              map,
              field.demand,
              FieldDouble.shops().book(),
              FieldDouble.shops().staff(),
              FieldDouble.tickets(),
              new People(),
              field.ports,
              new Outboxes(),
              Optional.empty(),
              AccountDouble.ports(),
              FieldDouble.challenges(),
              FieldDouble.notices(),
              FieldDouble.audience(),
              InstantSource.fixed(Instant.EPOCH)));

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @Test
  void everyOperationIsReached() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      for (Service service : services.all())
        for (ServiceRoutes routes : service.routes()) camel.addRoutes(routes);
      camel.start();
      for (Service service : services.all())
        for (Operation operation : service.operations()) {
          Exchange exchange = call(camel, operation.name(), request(operation.name()));
          if (asksTheEngine(exchange)) continue;
          assertFalse(exchange.isFailed(), () -> operation.name() + exchange.getException());
          OperationResult result =
              assertInstanceOf(OperationResult.class, exchange.getMessage().getBody());
          assertTrue(operation.outcomes().contains(result.outcome()), operation.name());
          assertEquals(operation, services.named(operation.name()).orElseThrow());
        }
    }
  }

  /** It is reached, and asks who somebody is: there is no engine here. */
  private static boolean asksTheEngine(Exchange exchange) {
    Throwable failure = exchange.getException();
    while (failure != null && failure.getCause() != null) failure = failure.getCause();
    return failure instanceof IllegalStateException
        && "nobody is known yet".equals(failure.getMessage());
  }

  @Test
  void aWrongBodyFailsAtOnce() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      for (Service service : services.all())
        for (ServiceRoutes routes : service.routes()) camel.addRoutes(routes);
      camel.start();
      assertTrue(call(camel, "hotspots.near", "text").isFailed());
    }
  }

  @Test
  void aMissingRouteRefusesAtOnce() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.start();
      assertTrue(call(camel, "hotspots.near", request("hotspots.near")).isFailed());
    }
  }

  private static Exchange call(DefaultCamelContext camel, String operation, Object body)
      throws Exception {
    AsyncProducer producer =
        camel.getEndpoint(ServiceRoutes.address(operation)).createAsyncProducer();
    producer.start();
    Exchange exchange = producer.getEndpoint().createExchange(ExchangePattern.InOut);
    exchange.getIn().setBody(body);
    return producer.processAsync(exchange).get();
  }

  private static OperationRequest request(String operation) {
    return new OperationRequest(
        operation, "key", "person", Language.FR, Assurance.NETWORK, Map.of());
  }
}
