package ma.jisr.gateway.route;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The services' routes, running, and the bridge to them. */
public final class RunningRoutes implements AutoCloseable {
  /** How long routes may finish what they hold when stopped. Seconds. */
  private static final int STOP_SECONDS = 5;

  private final CamelContext camel;
  private final CamelBridge bridge;

  private RunningRoutes(CamelContext camel, CamelBridge bridge) {
    this.camel = camel;
    this.bridge = bridge;
  }

  /**
   * Starts them in a context of their own.
   *
   * @param operations that must each have a route
   * @throws RouteException when one has none, or when a route would block its caller
   */
  public static RunningRoutes start(
      Collection<? extends RoutesBuilder> routes, Collection<String> operations) {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    try {
      for (RoutesBuilder builder : routes) camel.addRoutes(builder);
      camel.start();
      return new RunningRoutes(camel, new CamelBridge(camel, operations));
    } catch (RouteException e) {
      camel.stop();
      throw e;
    } catch (Exception e) {
      camel.stop();
      throw new RouteException("the services' routes cannot be started", e);
    }
  }

  public OperationCaller caller() {
    return bridge;
  }

  @Override
  public void close() {
    bridge.close();
    camel.stop();
  }
}
