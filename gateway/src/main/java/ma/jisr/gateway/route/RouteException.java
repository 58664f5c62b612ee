package ma.jisr.gateway.route;

import java.io.Serial;

/** A route is missing, answers wrongly, or may not be run. */
public final class RouteException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public RouteException(String message) {
    super(message);
  }

  public RouteException(String message, Throwable cause) {
    super(message, cause);
  }
}
