package ma.jisr.sandbox.wallet.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import ma.jisr.sandbox.wallet.account.Party;
import ma.jisr.sandbox.wallet.payment.Dirhams;
import ma.jisr.sandbox.wallet.payment.Fault;
import ma.jisr.sandbox.wallet.payment.Payment;
import ma.jisr.sandbox.wallet.payment.Problem;

/** What the provider says, in the bodies of the GSMA Mobile Money API 1.2. */
final class Bodies {
  /** How often a request may be asked after: what the API calls pollLimit. */
  private static final int POLLS = 100;

  static final String CURRENCY = "MAD";

  private Bodies() {}

  static String at(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static JsonObject problem(Problem problem, Instant now) {
    return new JsonObject()
        .put("errorCategory", problem.category())
        .put("errorCode", problem.code())
        .put("errordescription", problem.words())
        .put("errorDateTime", at(now));
  }

  /** As the API's older pages spell it. */
  static JsonObject spelt(Problem problem, Instant now) {
    return new JsonObject()
        .put("errorCategory", capital(problem.category()))
        .put("errorCode", capital(problem.code()))
        .put("errorDescription", problem.words())
        .put("errorDateTime", at(now));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The answer to a request that is under way, and the state of one that was. */
  static JsonObject state(Payment payment) {
    var body =
        new JsonObject()
            .put("serverCorrelationId", payment.server())
            .put("status", word(payment.state()))
            .put(
                "notificationMethod", payment.order().callback().isEmpty() ? "polling" : "callback")
            .put("expiryTime", at(payment.expires()))
            .put("pollLimit", POLLS);
    if (payment.state() == Payment.State.COMPLETED) {
      body.put("objectReference", payment.reference());
    }
    if (payment.state() == Payment.State.PENDING) {
      body.put("pendingReason", "the payer is being asked");
    }
    payment.problem().ifPresent(problem -> body.put("error", problem(problem, payment.changed())));
    return body;
  }

  private static String word(Payment.State state) {
    return switch (state) {
      case PENDING -> "pending";
      case COMPLETED -> "completed";
      case FAILED -> "failed";
    };
  }

  static JsonObject transaction(Payment payment) {
    return transaction(payment, payment.order().centimes());
  }

  static JsonObject transaction(Payment payment, long centimes) {
    var order = payment.order();
    String status = word(payment.state());
    var body =
        new JsonObject()
            .put("transactionReference", payment.reference())
            .put("transactionStatus", payment.fault() == Fault.SPELLING ? capital(status) : status)
            .put("type", order.type())
            .put("amount", Dirhams.write(centimes))
            .put("currency", CURRENCY)
            .put("debitParty", parties(order.payer()))
            .put("creditParty", parties(order.payee()))
            .put("creationDate", at(payment.created()))
            .put("modificationDate", at(payment.changed()));
    put(body, "requestingOrganisationTransactionReference", order.ours());
    put(body, "subType", order.subType());
    put(body, "transactionReceipt", payment.receipt());
    payment
        .original()
        .ifPresent(original -> body.put("originalTransactionReference", original.reference()));
    if (payment.fee() > 0) {
      body.put("fees", new JsonArray().add(fee(payment.fee())));
    }
    return body;
  }

  static JsonObject fee(long centimes) {
    return new JsonObject()
        .put("feeType", "transferfee")
        .put("feeAmount", Dirhams.write(centimes))
        .put("feeCurrency", CURRENCY);
  }

  /** A line of a statement. */
  static JsonObject entry(Payment payment) {
    var order = payment.order();
    var body =
        new JsonObject()
            .put("transactionReference", payment.reference())
            .put("transactionStatus", word(payment.state()))
            .put("amount", Dirhams.write(order.centimes()))
            .put("currency", CURRENCY)
            .put("debitParty", parties(order.payer()))
            .put("creditParty", parties(order.payee()))
            .put("displayType", order.type())
            .put("creationDate", at(payment.created()))
            .put("modificationDate", at(payment.changed()));
    put(body, "transactionReceipt", payment.receipt());
    if (!order.ours().isEmpty()) {
      // The standard's entries have no field for it.
      body.put(
          "customData",
          new JsonArray()
              .add(
                  new JsonObject()
                      .put("key", "requestingOrganisationTransactionReference")
                      .put("value", order.ours())));
    }
    return body;
  }

  static JsonArray parties(List<Party> parties) {
    var array = new JsonArray();
    parties.forEach(
        party -> array.add(new JsonObject().put("key", party.key()).put("value", party.value())));
    return array;
  }

  private static void put(JsonObject body, String field, String value) {
    if (!value.isEmpty()) {
      body.put(field, value);
    }
  }
}
