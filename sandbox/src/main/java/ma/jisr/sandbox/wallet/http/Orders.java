package ma.jisr.sandbox.wallet.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.account.Party;
import ma.jisr.sandbox.wallet.payment.Dirhams;
import ma.jisr.sandbox.wallet.payment.Order;
import ma.jisr.sandbox.wallet.payment.Problem;
import org.jspecify.annotations.Nullable;

/** Reads requests to pay, or says what is wrong with how they are written. */
final class Orders {
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");
  private static final int PARTIES = 10;
  private static final int LONGEST = 256;

  /** Identifiers that say what a payment is for, not whose account it goes to. */
  private static final List<String> ABOUT = List.of("consumerno", "linkref", "accountid");

  private Orders() {}

  /** A problem with a request, on its way to whoever answers. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Unreadable(Problem problem) {
      super(problem.words(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  /**
   * What came with a request beside its body.
   *
   * @param correlation its X-CorrelationID
   * @param callback its X-Callback-URL
   * @param door whose door it came by; null for the switch's
   */
  record Head(@Nullable String correlation, @Nullable String callback, @Nullable Issuer door) {
    String id() {
      if (correlation == null) {
        throw new Unreadable(Problem.missing("X-CorrelationID"));
      }
      if (!UUID.matcher(correlation).matches()) {
        throw new Unreadable(Problem.format("the X-CorrelationID is no UUID"));
      }
      return correlation;
    }

    String address() {
      return callback == null ? "" : callback;
    }
  }

  /** A payment of the type. */
  static Order payment(String type, JsonObject body, Head head) {
    return order(type, body, head, "amount", "currency");
  }

  /** A payment whose price is asked for: nothing is done. */
  static Order quoted(JsonObject body, Head head) {
    String type = text(body, "type");
    return order(
        type.isEmpty() ? "transfer" : type, body, head, "requestAmount", "requestCurrency");
  }

  private static Order order(
      String type, JsonObject body, Head head, String amount, String currency) {
    List<Party> payee = parties(body, "creditParty");
    return new Order(
        head.id(),
        head.address(),
        type,
        text(body, "subType"),
        amount(body, amount, currency),
        parties(body, "debitParty"),
        payee,
        text(body, "requestingOrganisationTransactionReference"),
        about(body, payee),
        head.door());
  }

  /** The giving back of a payment, which names at most what is to be given back. */
  static Order reversal(Order original, JsonObject body, Head head) {
    if (!List.of("reversal", "adjustment").contains(text(body, "type"))) {
      throw new Unreadable(Problem.missing("type"));
    }
    if (body.containsKey("amount") && amount(body, "amount", "currency") != original.centimes()) {
      throw new Unreadable(Problem.rule("incorrectState", "the whole amount is given back"));
    }
    return new Order(
        head.id(),
        head.address(),
        "reversal",
        "",
        original.centimes(),
        original.payee(),
        original.payer(),
        text(body, "requestingOrganisationTransactionReference"),
        "",
        head.door());
  }

  private static long amount(JsonObject body, String field, String currency) {
    if (!body.containsKey(field) || !body.containsKey(currency)) {
      throw new Unreadable(Problem.missing(field + " or " + currency));
    }
    if (!text(body, currency).equals(Bodies.CURRENCY)) {
      throw new Unreadable(
          new Problem(400, "validation", "currencyNotSupported", "only MAD is taken"));
    }
    String written = text(body, field);
    if (written.startsWith("-")) {
      throw new Unreadable(new Problem(400, "validation", "negativeValue", "below zero"));
    }
    OptionalLong centimes = Dirhams.read(written);
    if (centimes.isEmpty()) {
      throw new Unreadable(Problem.format(field + " is no amount in dirhams"));
    }
    if (centimes.getAsLong() == 0) {
      throw new Unreadable(
          Problem.rule("lessThanTransactionMinValue", "an amount is of more than nothing"));
    }
    return centimes.getAsLong();
  }

  private static List<Party> parties(JsonObject body, String field) {
    if (!(body.getValue(field) instanceof JsonArray array) || array.isEmpty()) {
      throw new Unreadable(Problem.missing(field));
    }
    if (array.size() > PARTIES) {
      throw new Unreadable(Problem.format(field + " has too many identifiers"));
    }
    List<Party> parties = new ArrayList<>();
    for (Object one : array) {
      if (!(one instanceof JsonObject party)) {
        throw new Unreadable(Problem.format(field + " is no list of identifiers"));
      }
      String key = text(party, "key");
      String value = text(party, "value");
      if (key.isEmpty() || value.isEmpty()) {
        throw new Unreadable(Problem.missing(field + ": key or value"));
      }
      parties.add(new Party(key, value));
    }
    return parties;
  }

  /** The number of a bill's customer, an invoice or a phone: among the payee's, or beside. */
  private static String about(JsonObject body, List<Party> payee) {
    return payee.stream()
        .filter(party -> ABOUT.contains(party.key()))
        .map(Party::value)
        .findFirst()
        .orElseGet(() -> beside(body));
  }

  private static String beside(JsonObject body) {
    for (String field : List.of("customData", "metadata")) {
      if (body.getValue(field) instanceof JsonArray array
          && !array.isEmpty()
          && array.getValue(0) instanceof JsonObject first) {
        return text(first, "value");
      }
    }
    return "";
  }

  private static String text(JsonObject body, String field) {
    Object value = body.getValue(field);
    if (value == null) {
      return "";
    }
    if (!(value instanceof String text)) {
      throw new Unreadable(Problem.format(field + " is no text"));
    }
    if (text.length() > LONGEST) {
      throw new Unreadable(new Problem(400, "validation", "lengthError", field + " is too long"));
    }
    return text;
  }
}
