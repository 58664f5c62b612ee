package ma.jisr.sandbox.wallet.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Supplier;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.payment.Fault;
import ma.jisr.sandbox.wallet.payment.Problem;
import org.jspecify.annotations.Nullable;

/**
 * All doors of the provider: {@code /v1.2/mm} of the switch, behind which everybody is a customer;
 * {@code /a/v1.2/mm} and {@code /b/v1.2/mm} of either issuer, who knows its own; and {@code /sim}.
 */
public final class Doors {
  /** The path of the API behind its door. */
  public static final String API = "/v1.2/mm";

  private static final int BODY = 65_536;
  private final Provider provider;
  private final Door door;
  private final Trust trust;

  /**
   * Doors that open to the secret.
   *
   * @param random new secrets, of visible ASCII characters
   */
  public Doors(Provider provider, String secret, Supplier<String> random) {
    this.provider = provider;
    this.door = new Door(provider.loop());
    this.trust = new Trust(secret, random);
  }

  /** The router of all of them. */
  public Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(BODY));
    add(vertx, router, API, null);
    for (Issuer issuer : Issuer.values()) {
      add(vertx, router, "/" + issuer.id() + API, issuer);
    }
    Router sim = Router.router(vertx);
    sim.route().handler(this::admit);
    new SimApi(provider, door, trust).add(sim);
    router.route("/sim/*").subRouter(sim);
    router.route().last().handler(asked -> door.say(asked, Problem.unknown("the resource")));
    router.route().failureHandler(this::failed);
    return router;
  }

  private void add(Vertx vertx, Router router, String path, @Nullable Issuer issuer) {
    Router api = Router.router(vertx);
    Door.on(api, HttpMethod.POST, "/oauth/accesstoken", door, this::token);
    api.route().handler(this::admit).handler(this::trouble);
    new GsmaApi(provider, door, issuer).add(api);
    new AccountApi(provider, door, issuer).add(api);
    router.route(path + "/*").subRouter(api);
  }

  private void admit(RoutingContext asked) {
    if (trust.permits(
        asked.request().getHeader(HttpHeaders.AUTHORIZATION), provider.loop().now())) {
      asked.next();
    } else {
      door.say(asked, Problem.stranger());
    }
  }

  private void token(RoutingContext asked) {
    if (!trust.permitsName(asked.request().getHeader(HttpHeaders.AUTHORIZATION))) {
      throw new Orders.Unreadable(Problem.stranger());
    }
    door.say(
        asked,
        new JsonObject()
            .put("access_token", trust.token(provider.loop().now()))
            .put("token_type", "Bearer")
            .put("expires_in", Trust.TOKEN.toSeconds()));
  }

  /** A trouble that befalls any request. */
  private void trouble(RoutingContext asked) {
    Fault fault = provider.faults().ofRequest();
    switch (fault) {
      case UNAVAILABLE -> door.say(asked, Problem.unavailable());
      case UNAUTHORISED -> door.say(asked, Problem.stranger());
      case TOO_MANY -> {
        asked.response().putHeader("Retry-After", "2");
        door.say(asked, Problem.tooMany());
      }
      default -> asked.next();
    }
  }

  private void failed(RoutingContext asked) {
    int status = asked.statusCode();
    door.say(
        asked,
        status >= 400 && status < 500
            ? new Problem(status, "validation", "formatError", "the request cannot be read")
            : Problem.internal());
  }
}
