package ma.jisr.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Requests to pay, as a program sends them to the provider of a simulated world. */
final class Requests {
  private Requests() {}

  /** The serverCorrelationId of a request whose payer is asked by now, if the phone can be. */
  static String asked(Worlds world) throws Exception {
    String server = pay(world).getString("serverCorrelationId", "");
    pass(world, 1);
    return server;
  }

  static JsonObject pay(Worlds world) throws Exception {
    var body =
        new JsonObject()
            .put("amount", "45")
            .put("currency", "MAD")
            .put("requestingOrganisationTransactionReference", "JSR-7F3K2")
            .put("debitParty", party("msisdn", Worlds.USER))
            .put("creditParty", party("organisationid", "merchant-baraka"));
    return said(
        request(world, "/transactions/type/merchantpay")
            .header("X-CorrelationID", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  private static JsonArray party(String key, String value) {
    return new JsonArray().add(new JsonObject().put("key", key).put("value", value));
  }

  static String state(Worlds world, String server) throws Exception {
    return said(request(world, "/requeststates/" + server)).getString("status", "");
  }

  static void pass(Worlds world, int seconds) throws Exception {
    world.pass(seconds);
    said(request(world, "/heartbeat")); // what fell due has run before this is answered
  }

  private static HttpRequest.Builder request(Worlds world, String path) {
    var wallet = world.sandbox.wallet();
    return HttpRequest.newBuilder(URI.create(wallet.base() + path))
        .header("Authorization", "Bearer " + wallet.secret());
  }

  private static JsonObject said(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return new JsonObject(
          http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
