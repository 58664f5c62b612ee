package ma.jisr.sandbox.wallet.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.sandbox.wallet.payment.Fault;
import ma.jisr.sandbox.wallet.payment.Payment;
import ma.jisr.sandbox.wallet.payment.Problem;
import ma.jisr.sandbox.world.Loop;

/**
 * Tells by PUT what became of payments, to the X-Callback-URL that came with them: the transaction,
 * or the bare error. What is not answered with 2xx is told again a few times. Calls go nowhere but
 * to this machine.
 */
public final class Callbacks {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_SECONDS = 15;
  private static final long WRONG_BY = 100;
  private static final int OK = 200;
  private static final int NOT_OK = 300;
  private final HttpClient client;
  private final Loop loop;
  private final List<Duration> again;
  private final Map<Payment, Future<?>> first = new HashMap<>();

  /** Calls that are repeated after these times. */
  public Callbacks(Vertx vertx, Loop loop, List<Duration> again) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(ANSWER_SECONDS));
    this.loop = loop;
    this.again = List.copyOf(again);
  }

  /** Whether a callback can go there: plain HTTP on this machine. */
  static boolean possible(String address) {
    try {
      var uri = new URI(address);
      return "http".equals(uri.getScheme())
          && uri.getHost() != null
          && HERE.contains(uri.getHost());
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  /** Tells what became of the payment, with the trouble that it has. Called on the loop. */
  public void tell(Payment payment) {
    if (payment.order().callback().isEmpty() || payment.fault() == Fault.NO_CALLBACK) {
      return;
    }
    JsonObject body = body(payment);
    switch (payment.fault()) {
      case CALLBACK_TWICE -> {
        send(payment, body);
        send(payment, body);
      }
      case SUCCESS_THEN_FAILURE -> {
        var failure = Bodies.problem(Problem.declined("the payer has refused"), loop.now());
        send(payment, body).onComplete(told -> send(payment, failure));
      }
      case CALLBACK_FIRST -> first.put(payment, send(payment, body));
      default -> send(payment, body);
    }
  }

  private static JsonObject body(Payment payment) {
    long amount = payment.order().centimes();
    return payment
        .problem()
        .map(
            problem ->
                payment.fault() == Fault.SPELLING
                    ? Bodies.spelt(problem, payment.changed())
                    : Bodies.problem(problem, payment.changed()))
        .orElseGet(
            () ->
                Bodies.transaction(
                    payment, payment.fault() == Fault.WRONG_AMOUNT ? amount + WRONG_BY : amount));
  }

  /** Ends when the payment's first callback has been answered, or has failed. */
  Future<?> told(Payment payment) {
    Future<?> sent = first.remove(payment);
    return sent == null ? Future.succeededFuture() : sent.otherwiseEmpty();
  }

  private Future<Integer> send(Payment payment, JsonObject body) {
    return attempt(payment, body, again.iterator());
  }

  private Future<Integer> attempt(Payment payment, JsonObject body, Iterator<Duration> rest) {
    var sent = put(payment, body);
    sent.onComplete(
        status -> {
          boolean told = status.succeeded() && status.result() >= OK && status.result() < NOT_OK;
          if (!told && rest.hasNext()) {
            loop.after(rest.next(), () -> attempt(payment, body, rest));
          }
        });
    return sent;
  }

  private Future<Integer> put(Payment payment, JsonObject body) {
    var to =
        new RequestOptions()
            .setMethod(HttpMethod.PUT)
            .setAbsoluteURI(payment.order().callback())
            .putHeader("Content-Type", "application/json")
            .putHeader("X-CorrelationID", payment.order().correlation())
            .putHeader("X-Date", Bodies.at(loop.now()));
    return client
        .request(to)
        .compose(request -> request.send(body.toBuffer()))
        .compose(answer -> answer.body().map(read -> answer.statusCode()));
  }

  /** Stops calling. */
  public Future<Void> close() {
    return client.close();
  }
}
