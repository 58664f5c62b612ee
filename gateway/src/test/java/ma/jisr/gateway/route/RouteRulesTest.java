package ma.jisr.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteRulesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void routesThatWouldBlockAreFound(String name, Route route, String expected) throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              route.configure(this);
            }
          });
      List<String> broken = RouteRules.broken(camel);
      if (expected.isEmpty()) assertEquals(List.of(), broken);
      else assertTrue(broken.toString().contains(expected), broken.toString());
    }
  }

  static List<Arguments> rows() {
    return List.of(
        row("plain", b -> b.from("direct:a").process(e -> {}), ""),
        row("throttle", b -> b.from("direct:a").throttle(5).process(e -> {}), "throttle"),
        row("throttle async", b -> b.from("direct:a").throttle(5).asyncDelayed(), ""),
        row("throttle rejecting", b -> b.from("direct:a").throttle(5).rejectExecution(true), ""),
        row("delay", b -> b.from("direct:a").delay(5).process(e -> {}), ""),
        row("sync delay", b -> b.from("direct:a").delay(5).syncDelayed(), "syncDelayed"),
        row("poll", b -> b.from("direct:a").pollEnrich("direct:b"), "pollEnrich"),
        row(
            "breaker inside a choice",
            b ->
                b.from("direct:a")
                    .choice()
                    .when(e -> true)
                    .circuitBreaker()
                    .process(e -> {})
                    .end()
                    .endChoice(),
            "circuitBreaker"),
        row("direct", b -> b.from("direct:a").to("direct:b"), "block=false"),
        row("direct, not blocking", b -> b.from("direct:a").to("direct:b?block=false"), ""),
        row("seda", b -> b.from("direct:a").to("seda:b"), "seda"),
        row("address at run time", b -> b.from("direct:a").toD("direct:${body}"), "run time"),
        row(
            "redelivery",
            b -> {
              b.errorHandler(b.defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(100));
              b.from("direct:a").process(e -> {});
            },
            "redelivery"),
        row(
            "redelivery async",
            b -> {
              b.errorHandler(
                  b.defaultErrorHandler()
                      .maximumRedeliveries(3)
                      .redeliveryDelay(100)
                      .asyncDelayedRedelivery());
              b.from("direct:a").process(e -> {});
            },
            ""),
        row(
            "redelivery on an exception",
            b ->
                b.from("direct:a")
                    .onException(IllegalStateException.class)
                    .maximumRedeliveries(2)
                    .end()
                    .process(e -> {}),
            "redelivery"));
  }

  private static Arguments row(String name, Route route, String expected) {
    return Arguments.of(name, route, expected);
  }

  /** A route's definition. */
  @FunctionalInterface
  interface Route {
    void configure(RouteBuilder builder);
  }
}
