package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.jisr.base.Msisdn;
import ma.jisr.service.wallet.port.SimRisk;

/**
 * Asks an operator whether a number's card was changed lately: the SIM Swap API of CAMARA, {@code
 * POST /check}. Whatever is not a plain yes or no is {@link SimRisk.Risk#UNKNOWN}; numbers stand in
 * the body, never in an address.
 */
public final class SimSwap implements SimRisk {
  /** How long a changed card counts as new: most thefts are used within hours. */
  public static final Duration NEW = Duration.ofDays(3);

  /** It stands between a confirmation and a payment: whoever waits is on the phone. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int OK = 200;

  private final Context context;
  private final Wire wire;
  private final Tokens tokens;
  private final Supplier<UUID> ids;

  /**
   * @param base the address before "/check": https, or this machine
   * @param ids x-correlator of each question
   */
  public SimSwap(
      Vertx vertx,
      URI base,
      Credentials credentials,
      Encryption encryption,
      Clock clock,
      Supplier<UUID> ids) {
    this.context = vertx.getOrCreateContext();
    this.wire = new Wire(vertx, context, Endpoint.of(base), encryption);
    this.tokens = new Tokens(vertx, context, credentials, encryption, clock);
    this.ids = ids;
  }

  @Override
  public CompletableFuture<Risk> of(Msisdn number) {
    CompletableFuture<Risk> told = new CompletableFuture<>();
    told.completeOnTimeout(Risk.UNKNOWN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    context.runOnContext(
        nothing ->
            tokens
                .header()
                .compose(
                    header ->
                        header.isEmpty()
                            ? Future.succeededFuture(new Reply.Never("no token"))
                            : ask(header.get(), number))
                .onComplete(
                    reply ->
                        told.complete(reply.succeeded() ? risk(reply.result()) : Risk.UNKNOWN)));
    return told;
  }

  private Future<Reply> ask(String header, Msisdn number) {
    ObjectNode body = Json.object();
    body.put("phoneNumber", number.e164());
    body.put("maxAge", NEW.toHours());
    Map<String, String> headers =
        Map.of(
            "authorization",
            header,
            "content-type",
            "application/json",
            "accept",
            "application/json",
            "x-correlator",
            ids.get().toString());
    return wire.ask(
            new Ask(HttpMethod.POST, "/check", headers, Buffer.buffer(Json.write(body)), PATIENCE))
        .onSuccess(
            reply -> {
              if (reply instanceof Reply.Said said && said.status() == 401) tokens.refused(header);
            });
  }

  private static Risk risk(Reply reply) {
    if (!(reply instanceof Reply.Said said)
        || said.status() != OK
        || !(said.shape() instanceof Shape.Other other)) return Risk.UNKNOWN;
    JsonNode swapped = other.node().path("swapped");
    if (!swapped.isBoolean()) return Risk.UNKNOWN;
    return swapped.booleanValue() ? Risk.NEW : Risk.OLD;
  }

  /** Ends its connections. */
  public CompletableFuture<Void> close() {
    return wire.close().eventually(tokens::close).toCompletionStage().toCompletableFuture();
  }
}
