package ma.jisr.sandbox.wallet.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ma.jisr.sandbox.wallet.payment.Dirhams;
import ma.jisr.sandbox.wallet.payment.Order;

/** Quotations: what a payment would cost, for a while. */
final class Quotes {
  private static final int KEPT = 1_000;
  private static final Duration GOOD_FOR = Duration.ofMinutes(15);
  private final Map<String, JsonObject> kept = new LinkedHashMap<>();
  private int last;

  JsonObject keep(Order order, long fee, Instant now) {
    last++;
    String reference = "Q%06d".formatted(last);
    String amount = Dirhams.write(order.centimes());
    var quote =
        new JsonObject()
            .put("quoteId", reference + "-1")
            .put("sendingAmount", amount)
            .put("sendingCurrency", Bodies.CURRENCY)
            .put("receivingAmount", amount)
            .put("receivingCurrency", Bodies.CURRENCY)
            .put("fees", new JsonArray().add(Bodies.fee(fee)))
            .put("quoteExpiryTime", Bodies.at(now.plus(GOOD_FOR)));
    var body =
        new JsonObject()
            .put("quotationReference", reference)
            .put("quotationStatus", "completed")
            .put("type", order.type())
            .put("debitParty", Bodies.parties(order.payer()))
            .put("creditParty", Bodies.parties(order.payee()))
            .put("requestAmount", amount)
            .put("requestCurrency", Bodies.CURRENCY)
            .put("creationDate", Bodies.at(now))
            .put("quotes", new JsonArray().add(quote));
    kept.put(reference, body);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return body;
  }

  Optional<JsonObject> kept(String reference) {
    return Optional.ofNullable(kept.get(reference));
  }
}
