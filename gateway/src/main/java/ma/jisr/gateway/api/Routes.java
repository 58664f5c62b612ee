package ma.jisr.gateway.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.jisr.gateway.web.Connections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of a listener, one for each endpoint of the description that is served there. */
final class Routes {
  private static final String EXCHANGE = "exchange";
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Vertx vertx;
  private final Context loop;
  private final Api api;
  private final Reply reply;
  private final Connections connections;
  private final Streams streams;

  Routes(
      Vertx vertx, Context loop, Api api, Reply reply, Connections connections, Streams streams) {
    this.vertx = vertx;
    this.loop = loop;
    this.api = api;
    this.reply = reply;
    this.connections = connections;
    this.streams = streams;
  }

  /**
   * @param admin whether the administration's endpoints are among them
   */
  Router router(boolean admin) {
    Router router = Router.router(vertx);
    Answer description =
        Answer.text(Answer.JSON, api.description().document(admin).toPrettyString());
    router.get(Description.PATH).handler(http -> reply.write(http.request(), description));
    router.head(Description.PATH).handler(http -> reply.write(http.request(), description));
    other(router, Description.PATH, "GET, HEAD, OPTIONS");
    List<Endpoint> served =
        api.description().endpoints().stream().filter(e -> admin || !e.admin()).toList();
    // Paths without parameters first: /hotspots/near is not the hotspot "near".
    for (Endpoint endpoint : served) if (!endpoint.path().contains("{")) add(router, endpoint);
    for (Endpoint endpoint : served) if (endpoint.path().contains("{")) add(router, endpoint);
    methods(served).forEach((path, allowed) -> other(router, path, allowed));
    errors(router);
    return router;
  }

  private void add(Router router, Endpoint endpoint) {
    HttpMethod method = HttpMethod.valueOf(endpoint.method());
    route(router, method, endpoint);
    if (method.equals(HttpMethod.GET)) route(router, HttpMethod.HEAD, endpoint);
  }

  private void route(Router router, HttpMethod method, Endpoint endpoint) {
    router
        .route(method, endpoint.route())
        .handler(
            http -> {
              connections.allow(
                  http.request(), endpoint.bodies().isEmpty() ? 0 : endpoint.maxBody());
              Exchange exchange = new Exchange(http, endpoint, api, reply, streams, loop);
              http.put(EXCHANGE, exchange);
              exchange.enter();
            });
    router
        .route(method, endpoint.route())
        .handler(BodyHandler.create(false).setBodyLimit(endpoint.maxBody()));
    router
        .route(method, endpoint.route())
        .handler(http -> Objects.requireNonNull(http.<Exchange>get(EXCHANGE)).ask())
        .failureHandler(http -> failed(http, endpoint));
  }

  private void failed(RoutingContext http, Endpoint endpoint) {
    if (http.statusCode() == 413) reply.write(http.request(), Problem.tooLarge(endpoint.maxBody()));
    else http.next();
  }

  /** The methods of a path, beside those that it has. */
  private void other(Router router, String path, String allowed) {
    router
        .route(HttpMethod.OPTIONS, path)
        .handler(
            http ->
                reply.write(
                    http.request(),
                    Answer.text(Answer.JSON, "").status(204).header("allow", allowed)));
    router
        .route(path)
        .handler(
            http ->
                reply.write(
                    http.request(),
                    Answer.problem(Problem.method(allowed)).header("allow", allowed)));
  }

  private static Map<String, String> methods(List<Endpoint> served) {
    Map<String, List<Endpoint>> byPath =
        served.stream()
            .collect(
                Collectors.groupingBy(Endpoint::route, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> methods = new LinkedHashMap<>();
    byPath.forEach(
        (path, endpoints) -> {
          TreeSet<String> allowed = new TreeSet<>(List.of("OPTIONS"));
          for (Endpoint endpoint : endpoints) {
            allowed.add(endpoint.method());
            if (endpoint.method().equals("GET")) allowed.add("HEAD");
          }
          methods.put(path, String.join(", ", allowed));
        });
    return methods;
  }

  private void errors(Router router) {
    router.errorHandler(
        404,
        http -> reply.write(http.request(), Problem.unknown("Nothing is served at this path")));
    router.errorHandler(
        400, http -> reply.write(http.request(), Problem.malformed("The request cannot be read")));
    router.errorHandler(
        413, http -> reply.write(http.request(), Problem.tooLarge(Description.MAX_BODY)));
    router.errorHandler(500, this::broken);
  }

  private void broken(RoutingContext http) {
    Throwable failure = http.failure();
    LOG.warn("a request failed: {}", failure == null ? "" : failure.getClass().getSimpleName());
    LOG.debug("a request failed", failure);
    reply.write(http.request(), Problem.unavailable("Try again in a moment"), 1);
  }
}
