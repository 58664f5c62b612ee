package ma.jisr.sandbox.wallet;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.sandbox.world.VirtualTimers;
import org.jspecify.annotations.Nullable;

/** A provider on a virtual clock, a client of it, and the place where it calls back. */
final class WalletRig implements AutoCloseable {
  static final String PAYER = "+212661000012";
  static final String PAYEE = "+212661000002";
  final VirtualTimers timers = new VirtualTimers();
  final WalletServer server;
  final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final com.sun.net.httpserver.HttpServer back;
  private volatile int backStatus = 204;

  /** A call that has come back. */
  record Call(String method, String path, @Nullable String correlation, JsonObject body) {}

  /** What was answered. */
  record Said(int status, String text) {
    JsonObject body() {
      return new JsonObject(text);
    }

    JsonArray list() {
      return new JsonArray(text);
    }

    String field(String name) {
      return body().getString(name, "");
    }
  }

  WalletRig(Approval approval) {
    try {
      server =
          wait(WalletServer.start(vertx, WalletSettings.usual(null).approving(approval), timers));
      back =
          com.sun.net.httpserver.HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noSocket) {
      throw new AssertionError(noSocket);
    }
    back.createContext(
        "/",
        exchange -> {
          byte[] read = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(backStatus, -1);
          exchange.close();
          calls.add(
              new Call(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders().getFirst("X-CorrelationID"),
                  new JsonObject(new String(read, StandardCharsets.UTF_8))));
        });
    back.start();
  }

  void answersBack(int status) {
    backStatus = status;
  }

  String callback(String path) {
    return "http://127.0.0.1:" + back.getAddress().getPort() + path;
  }

  void pass(int seconds) {
    timers.pass(Duration.ofSeconds(seconds));
    get("/heartbeat"); // what fell due has run on the loop before this is answered
  }

  Call called() {
    try {
      Call call = calls.poll(10, TimeUnit.SECONDS);
      if (call == null) {
        throw new AssertionError("no callback came");
      }
      return call;
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  static JsonObject transfer(String amount) {
    return order(amount, "msisdn", PAYEE);
  }

  static JsonObject order(String amount, String key, String payee) {
    return new JsonObject()
        .put("amount", amount)
        .put("currency", "MAD")
        .put("debitParty", party("msisdn", PAYER))
        .put("creditParty", party(key, payee))
        .put("requestingOrganisationTransactionReference", "JSR-7F3K2");
  }

  static JsonArray party(String key, String value) {
    return new JsonArray().add(new JsonObject().put("key", key).put("value", value));
  }

  Said pay(String type, JsonObject body) {
    return post("/transactions/type/" + type, body, UUID.randomUUID().toString(), null);
  }

  Said pay(JsonObject body, String correlation, @Nullable String callback) {
    return post("/transactions/type/transfer", body, correlation, callback);
  }

  Said post(String path, JsonObject body, String correlation, @Nullable String callback) {
    var request = request(path).header("X-CorrelationID", correlation);
    if (callback != null) {
      request.header("X-Callback-URL", callback);
    }
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  Said get(String path) {
    return send(request(path));
  }

  Said sim(String method, String path, @Nullable JsonObject body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/sim" + path))
            .header("Authorization", "Bearer " + server.secret());
    return send(
        request.method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  String balance(String msisdn) {
    return sim("GET", "/wallets/" + msisdn.substring(1), null).field("balance");
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.base() + path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + server.secret());
  }

  Said send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Said(answer.statusCode(), answer.body());
    } catch (IOException broken) {
      return new Said(-1, String.valueOf(broken.getMessage()));
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  static <T> T wait(Future<T> future) {
    try {
      return future.await(20, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("nothing came", late);
    }
  }

  @Override
  public void close() {
    back.stop(0);
    wait(server.close());
    wait(vertx.close());
    http.close();
  }
}
