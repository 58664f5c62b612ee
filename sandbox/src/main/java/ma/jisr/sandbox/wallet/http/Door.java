package ma.jisr.sandbox.wallet.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.Consumer;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.payment.Problem;
import ma.jisr.sandbox.world.Loop;
import org.jspecify.annotations.Nullable;

/** What both doors have in common: how a request is read, and how it is answered. */
final class Door {
  private static final int OK = 200;
  private final Loop loop;

  Door(Loop loop) {
    this.loop = loop;
  }

  /** Adds a route whose problems are answered as such. */
  static void on(
      Router router, HttpMethod method, String path, Door door, Consumer<RoutingContext> task) {
    router
        .route(method, path)
        .handler(
            asked -> {
              try {
                task.accept(asked);
              } catch (Orders.Unreadable wrong) {
                door.say(asked, wrong.problem());
              }
            });
  }

  /** The part of the path that the route names. */
  static String param(RoutingContext asked, String name) {
    return Objects.requireNonNull(asked.pathParam(name), "the route has it");
  }

  /** The body, which must be a JSON object. */
  static JsonObject body(RoutingContext asked) {
    try {
      JsonObject body = asked.body().asJsonObject();
      if (body == null) {
        throw new Orders.Unreadable(Problem.missing("the body"));
      }
      return body;
    } catch (DecodeException | ClassCastException wrong) {
      throw new Orders.Unreadable(Problem.format("the body is no JSON object"));
    }
  }

  /** What came beside the body. */
  static Orders.Head head(RoutingContext asked, @Nullable Issuer issuer) {
    String callback = asked.request().getHeader("X-Callback-URL");
    if (callback != null && !Callbacks.possible(callback)) {
      throw new Orders.Unreadable(Problem.format("the X-Callback-URL is not on this machine"));
    }
    return new Orders.Head(asked.request().getHeader("X-CorrelationID"), callback, issuer);
  }

  void say(RoutingContext asked, Problem problem) {
    say(asked, problem.status(), Bodies.problem(problem, loop.now()).encode());
  }

  void say(RoutingContext asked, JsonObject body) {
    say(asked, OK, body.encode());
  }

  void say(RoutingContext asked, int status, String body) {
    if (!asked.response().ended() && !asked.response().closed()) {
      asked
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .putHeader("X-Date", Bodies.at(loop.now()))
          .end(body);
    }
  }
}
