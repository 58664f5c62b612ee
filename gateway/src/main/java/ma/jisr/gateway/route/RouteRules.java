package ma.jisr.gateway.route;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.DelayDefinition;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.PollEnrichDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ThrottleDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a route may not hold because it would stop an event loop. Measured with Camel 4.22.0, a
 * service answering after 200 ms: a throttle without {@code asyncDelayed} held its caller 604 ms, a
 * redelivery delay without {@code asyncDelayedRedelivery} 609 ms, {@code pollEnrich}, {@code
 * circuitBreaker}, {@code seda} InOut and {@code direct} without a consumer 200 ms to 30 s.
 */
public final class RouteRules {
  private RouteRules() {}

  /**
   * Checks all routes of a context, at start, before anybody calls them.
   *
   * @throws RouteException naming every route and what to write instead
   */
  public static void check(CamelContext camel) {
    List<String> broken = broken(camel);
    if (!broken.isEmpty())
      throw new RouteException("routes that would block: " + String.join("; ", broken));
  }

  /** What is wrong with the routes of a context; empty when nothing is. */
  static List<String> broken(CamelContext camel) {
    List<String> broken = new ArrayList<>();
    Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
    if (model == null) return broken;
    for (RouteDefinition route : model.getRouteDefinitions()) {
      List<String> found = new ArrayList<>();
      errorHandler(route.getErrorHandlerFactory(), found);
      walk(route.getOutputs(), found);
      for (String each : found) broken.add(route.getInput().getEndpointUri() + ": " + each);
    }
    return broken;
  }

  private static void walk(List<ProcessorDefinition<?>> steps, List<String> found) {
    for (ProcessorDefinition<?> step : steps) {
      switch (step) {
        case ThrottleDefinition throttle -> {
          if (!is(throttle.getAsyncDelayed()) && !is(throttle.getRejectExecution()))
            found.add("throttle without asyncDelayed() or rejectExecution(true)");
        }
        case DelayDefinition delay -> {
          if ("false".equals(delay.getAsyncDelayed())) found.add("delay with syncDelayed()");
        }
        case PollEnrichDefinition poll -> found.add("pollEnrich: call an operation instead");
        case CircuitBreakerDefinition breaker ->
            found.add("circuitBreaker: use resilience4j's core around the call instead");
        case OnExceptionDefinition handler -> redelivery(handler.getRedeliveryPolicyType(), found);
        case ToDynamicDefinition send -> uri(send.getUri(), send.getPattern(), found);
        case SendDefinition<?> send ->
            uri(send.getEndpointUri(), String.valueOf(send.getPattern()), found);
        default -> {}
      }
      walk(step.getOutputs(), found);
    }
  }

  private static void uri(@Nullable String uri, @Nullable String pattern, List<String> found) {
    if (uri == null) return;
    if (uri.contains("${")) found.add("an address made at run time: name the routes");
    if (uri.startsWith("direct:") && !uri.contains("block=false"))
      found.add(uri + " without ?block=false");
    if (uri.contains("synchronous=true")) found.add(uri + " with synchronous=true");
    if (uri.startsWith("seda:")
        && !"InOnly".equals(pattern)
        && !uri.contains("waitForTaskToComplete=Never"))
      found.add(uri + " in a request: use direct");
  }

  private static void errorHandler(@Nullable ErrorHandlerFactory handler, List<String> found) {
    if (handler instanceof DefaultErrorHandlerDefinition definition
        && definition.hasRedeliveryPolicy()) redelivery(definition.getRedeliveryPolicy(), found);
  }

  private static void redelivery(@Nullable RedeliveryPolicyDefinition policy, List<String> found) {
    if (policy == null) return;
    String most = policy.getMaximumRedeliveries();
    boolean repeats = most != null && !most.equals("0");
    boolean waits = !"0".equals(policy.getRedeliveryDelay());
    if (repeats && waits && !is(policy.getAsyncDelayedRedelivery()))
      found.add("redelivery without asyncDelayedRedelivery()");
  }

  private static boolean is(@Nullable String setting) {
    return "true".equals(setting);
  }
}
