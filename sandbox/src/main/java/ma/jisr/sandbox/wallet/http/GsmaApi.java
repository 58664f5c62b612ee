package ma.jisr.sandbox.wallet.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.payment.Decision;
import ma.jisr.sandbox.wallet.payment.Desk;
import ma.jisr.sandbox.wallet.payment.Fault;
import ma.jisr.sandbox.wallet.payment.Order;
import ma.jisr.sandbox.wallet.payment.Payment;
import ma.jisr.sandbox.wallet.payment.Problem;
import org.jspecify.annotations.Nullable;

/** The GSMA Mobile Money API 1.2, as far as payments go, for whoever asks for payments. */
final class GsmaApi {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int BAD_GATEWAY = 502;

  /** How long a request that is not answered is left hanging. */
  private static final Duration HANGING = Duration.ofSeconds(60);

  /** How long the answer waits for a callback that is to come first. */
  private static final int FIRST_SECONDS = 5;

  private final Provider provider;
  private final Door door;
  private final @Nullable Issuer issuer;
  private final Quotes quotes = new Quotes();

  GsmaApi(Provider provider, Door door, @Nullable Issuer issuer) {
    this.provider = provider;
    this.door = door;
    this.issuer = issuer;
  }

  void add(Router router) {
    on(router, HttpMethod.POST, "/transactions/type/:type", this::pay);
    on(router, HttpMethod.GET, "/transactions/:reference", this::transaction);
    on(router, HttpMethod.POST, "/transactions/:reference/reversals", this::reverse);
    on(router, HttpMethod.GET, "/requeststates/:server", this::state);
    on(router, HttpMethod.GET, "/responses/:correlation", this::response);
    on(router, HttpMethod.GET, "/errors/:reference", this::error);
    on(router, HttpMethod.GET, "/heartbeat", this::heartbeat);
    on(router, HttpMethod.POST, "/quotations", this::quote);
    on(router, HttpMethod.GET, "/quotations/:reference", this::quotation);
    on(router, HttpMethod.GET, "/billcompanies", this::billers);
  }

  private void on(Router router, HttpMethod method, String path, Consumer<RoutingContext> task) {
    Door.on(router, method, path, door, task);
  }

  private void pay(RoutingContext asked) {
    Order order =
        Orders.payment(Door.param(asked, "type"), Door.body(asked), Door.head(asked, issuer));
    Fault fault = provider.faults().ofPayment(order.correlation(), order.centimes());
    if (fault == Fault.PROXY_PAGE) {
      asked
          .response()
          .setStatusCode(BAD_GATEWAY)
          .putHeader("Content-Type", "text/html")
          .end("<html><body><h1>502 Bad Gateway</h1></body></html>");
    } else if (fault.forgets()) {
      hang(asked);
    } else {
      answer(asked, provider.desk().take(order, fault));
    }
  }

  private void hang(RoutingContext asked) {
    provider.loop().after(HANGING, () -> asked.request().connection().close());
  }

  private void answer(RoutingContext asked, Decision decision) {
    switch (decision) {
      case Problem problem -> door.say(asked, problem);
      case Payment payment -> {
        switch (payment.fault()) {
          case TIMEOUT_PROCESSED -> hang(asked);
          case ERROR_PROCESSED -> door.say(asked, Problem.internal());
          case BROKEN_ANSWER -> breakOff(asked, Bodies.state(payment).encode());
          case AT_ONCE -> door.say(asked, CREATED, Bodies.transaction(payment).encode());
          case CALLBACK_FIRST -> afterCallback(asked, payment);
          default -> door.say(asked, ACCEPTED, Bodies.state(payment).encode());
        }
      }
    }
  }

  private static void breakOff(RoutingContext asked, String body) {
    asked
        .response()
        .setStatusCode(ACCEPTED)
        .putHeader("Content-Type", "application/json")
        .putHeader("Content-Length", Integer.toString(body.length()))
        .write(body.substring(0, body.length() / 2))
        .onComplete(written -> asked.request().connection().close());
  }

  private void afterCallback(RoutingContext asked, Payment payment) {
    var body = Bodies.state(payment).put("status", "pending");
    body.remove("objectReference");
    provider
        .callbacks()
        .told(payment)
        .timeout(FIRST_SECONDS, TimeUnit.SECONDS)
        .onComplete(told -> door.say(asked, ACCEPTED, body.encode()));
  }

  private void transaction(RoutingContext asked) {
    known(asked).ifPresent(payment -> door.say(asked, Bodies.transaction(payment)));
  }

  private Optional<Payment> known(RoutingContext asked) {
    var found =
        provider
            .desk()
            .byReference(Door.param(asked, "reference"))
            .filter(payment -> !payment.refusedAtOnce());
    if (found.isEmpty()) {
      door.say(asked, Problem.unknown("the transaction"));
    }
    return found;
  }

  private void reverse(RoutingContext asked) {
    known(asked)
        .ifPresent(
            original -> {
              Order order =
                  Orders.reversal(original.order(), Door.body(asked), Door.head(asked, issuer));
              answer(asked, provider.desk().reverse(original, order));
            });
  }

  private void state(RoutingContext asked) {
    provider
        .desk()
        .byServer(Door.param(asked, "server"))
        .ifPresentOrElse(
            payment -> door.say(asked, Bodies.state(payment)),
            () -> door.say(asked, Problem.unknown("the request")));
  }

  private void response(RoutingContext asked) {
    provider
        .desk()
        .byCorrelation(Door.param(asked, "correlation"))
        .ifPresentOrElse(
            payment -> {
              boolean failed = payment.state() == Payment.State.FAILED;
              String link = (failed ? "/errors/" : "/transactions/") + payment.reference();
              door.say(asked, new JsonObject().put("link", link));
            },
            () -> door.say(asked, Problem.unknown("the X-CorrelationID")));
  }

  private void error(RoutingContext asked) {
    provider
        .desk()
        .byReference(Door.param(asked, "reference"))
        .filter(payment -> payment.problem().isPresent())
        .ifPresentOrElse(
            payment ->
                door.say(asked, Bodies.problem(payment.problem().orElseThrow(), payment.changed())),
            () -> door.say(asked, Problem.unknown("the error")));
  }

  private void heartbeat(RoutingContext asked) {
    door.say(asked, new JsonObject().put("serviceStatus", provider.health().get().word()));
  }

  private void quote(RoutingContext asked) {
    JsonObject body = Door.body(asked);
    Order order = Orders.quoted(body, Door.head(asked, issuer));
    switch (provider.desk().quote(order)) {
      case Desk.Quote.No(Problem problem) -> door.say(asked, problem);
      case Desk.Quote.Of(long fee) ->
          door.say(asked, CREATED, quotes.keep(order, fee, provider.loop().now()).encode());
    }
  }

  private void quotation(RoutingContext asked) {
    quotes
        .kept(Door.param(asked, "reference"))
        .ifPresentOrElse(
            quote -> door.say(asked, quote),
            () -> door.say(asked, Problem.unknown("the quotation")));
  }

  private void billers(RoutingContext asked) {
    var all = new JsonArray();
    provider
        .accounts()
        .billers()
        .forEach(
            biller ->
                all.add(
                    new JsonObject()
                        .put("serviceProvider", biller.id())
                        .put("companyName", biller.name())));
    door.say(asked, 200, all.encode());
  }
}
