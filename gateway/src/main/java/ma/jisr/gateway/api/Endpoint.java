package ma.jisr.gateway.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the description.
 *
 * @param operation its name
 * @param method GET, POST, PUT or DELETE
 * @param path with its parameters in braces
 * @param scope that its token needs; empty: no token is asked for
 * @param admin whether it is served on the administration's listener only
 * @param parameters beside the body
 * @param bodies the media types that are taken, each with where its schema stands: a JSON pointer,
 *     "" for one that is not JSON; empty when there is no body
 * @param bodyNeeded whether nothing goes without a body
 * @param maxBody most bytes of a body
 * @param types the media types of its answer, the usual one first
 */
record Endpoint(
    String operation,
    String method,
    String path,
    Optional<String> scope,
    boolean admin,
    List<Parameter> parameters,
    Map<String, String> bodies,
    boolean bodyNeeded,
    int maxBody,
    List<String> types) {
  Endpoint {
    parameters = List.copyOf(parameters);
    bodies = Map.copyOf(bodies);
    types = List.copyOf(types);
  }

  /** Whether it changes something: is asked with another method than GET. */
  boolean changes() {
    return !method.equals("GET");
  }

  /** Whether anybody may ask it. */
  boolean open() {
    return scope.isEmpty();
  }

  Optional<Parameter> header(String name) {
    return parameters.stream()
        .filter(p -> p.in() == Parameter.In.HEADER && p.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** The path as the router writes it: {@code /hotspots/:id}. */
  String route() {
    return path.replace('{', ':').replace("}", "");
  }
}
