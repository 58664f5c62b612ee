package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Bill;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Payee;
import org.jspecify.annotations.Nullable;

/** What is asked before anything is paid. People wait meanwhile. */
final class Knowing {
  /** A USSD session lives some 20 s between screens: an answer after that meets nobody. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** What is said in a quotation's refusal about the payment, not about the quotation. */
  private static final Set<Fault> TELLING =
      Set.of(
          Fault.INSUFFICIENT_FUNDS,
          Fault.LIMIT,
          Fault.AMOUNT,
          Fault.PAYEE_FULL,
          Fault.NO_ACCOUNT,
          Fault.SAME_PARTIES,
          Fault.BILL_AMOUNT);

  private final Client client;
  private final GsmaSettings settings;
  private final Guard guard;
  private final Supplier<UUID> ids;

  Knowing(Client client, GsmaSettings settings, Guard guard, Supplier<UUID> ids) {
    this.client = client;
    this.settings = settings;
    this.guard = guard;
    this.ids = ids;
  }

  Future<Health> health() {
    if (guard.open()) return Future.succeededFuture(Health.DOWN);
    return client
        .get("/heartbeat", HEARTBEAT)
        .map(
            reply ->
                switch (Words.plain(fields(reply).textOr("serviceStatus"))) {
                  case "available" -> Health.UP;
                  case "degraded" -> Health.DEGRADED;
                  default -> Health.DOWN;
                });
  }

  Future<Payee> payee(Account account) {
    String path = "/accounts/" + Parties.key(account.type()) + '/' + id(account);
    Future<Payee> status = client.get(path + "/status", PATIENCE).map(Knowing::status);
    if (!settings.capabilities().names()) return status;
    Future<Reply> name = client.get(path + "/accountname", PATIENCE);
    return status.compose(
        found ->
            found instanceof Payee.Found
                ? name.map(reply -> named(reply, account))
                : Future.succeededFuture(found));
  }

  private static String id(Account account) {
    return Paths.segment(Parties.value(account));
  }

  private static Payee status(Reply reply) {
    Trouble trouble = trouble(reply);
    if (trouble != null)
      return trouble.nothing()
          ? new Payee.Unregistered()
          : new Payee.Unknown("error " + trouble.shown());
    return switch (Words.plain(fields(reply).textOr("accountStatus"))) {
      case "available" -> new Payee.Found("");
      case "unavailable" -> new Payee.Unavailable();
      case "unregistered" -> new Payee.Unregistered();
      default -> new Payee.Unknown(cause(reply));
    };
  }

  private static Payee named(Reply reply, Account account) {
    JsonNode name = fields(reply).node("name");
    if (!name.isObject()) return new Payee.Unknown("no name: " + cause(reply));
    return new Payee.Found(Names.of(new Fields(name), account.type()));
  }

  Future<Fee> fee(Kind kind, Account payer, Account payee, Money amount) {
    if (!settings.capabilities().quotes()) return Future.succeededFuture(new Fee.Untold());
    return client
        .post("/quotations", ids.get(), Bodies.quote(kind, payer, payee, amount), PATIENCE)
        .map(Knowing::fee);
  }

  private static Fee fee(Reply reply) {
    Trouble trouble = trouble(reply);
    if (trouble != null)
      return trouble.decided() && TELLING.contains(trouble.fault())
          ? new Fee.Refused(trouble.fault())
          : new Fee.Untold();
    Fields quotation = fields(reply);
    if (Words.plain(quotation.textOr("quotationStatus")).equals("rejected"))
      return new Fee.Refused(Fault.OTHER);
    JsonNode quotes = quotation.node("quotes");
    if (!quotes.isArray() || quotes.size() != 1) return new Fee.Untold();
    return sum(new Fields(quotes.get(0)).node("fees"));
  }

  private static Fee sum(JsonNode fees) {
    if (!fees.isArray()) return new Fee.Untold();
    Money sum = new Money(0);
    for (JsonNode one : fees) {
      Fields fee = new Fields(one);
      Money amount = Amounts.read(fee.text("feeAmount"));
      if (amount == null || !Amounts.ours(fee.text("feeCurrency"))) return new Fee.Untold();
      if (amount.centimes() > Money.MAX_CENTIMES - sum.centimes()) return new Fee.Untold();
      sum = sum.plus(amount);
    }
    return new Fee.Known(sum);
  }

  Future<Bills> bills(Account biller, String customer) {
    // Two identifiers of one account: the definition's "$" stands between them.
    if (!Paths.sound(customer)) return Future.succeededFuture(new Bills.NoCustomer());
    String path =
        "/accounts/"
            + Parties.key(biller.type())
            + '@'
            + id(biller)
            + "$consumerno@"
            + Paths.segment(customer)
            + "/bills";
    return client.get(path, PATIENCE).map(Knowing::bills);
  }

  private static Bills bills(Reply reply) {
    Trouble trouble = trouble(reply);
    if (trouble != null)
      return trouble.nothing()
          ? new Bills.NoCustomer()
          : new Bills.Unknown("error " + trouble.shown());
    if (!(shape(reply) instanceof Shape.Other other) || !other.node().isArray())
      return new Bills.Unknown(cause(reply));
    List<Bill> open = new ArrayList<>();
    for (JsonNode one : other.node()) {
      Bill bill = bill(new Fields(one));
      if (bill != null && open.size() < Bills.MOST) open.add(bill);
    }
    return new Bills.Open(open);
  }

  /** Null when it is paid, or cannot be said in dirhams. */
  private static @Nullable Bill bill(Fields fields) {
    Money due = Amounts.read(fields.text("amountDue"));
    String reference = fields.textOr("billReference");
    if (due == null
        || due.centimes() == 0
        || !Amounts.ours(fields.text("currency"))
        || reference.length() > Account.MAX_VALUE
        || Words.plain(fields.textOr("billStatus")).equals("paid")) return null;
    Money least = Amounts.read(fields.text("minimumAmountDue"));
    return new Bill(
        reference,
        due,
        least == null || least.compareTo(due) > 0 ? due : least,
        Times.date(fields.text("dueDate")));
  }

  private static Shape shape(Reply reply) {
    return reply instanceof Reply.Said said ? said.shape() : new Shape.Unreadable();
  }

  private static @Nullable Trouble trouble(Reply reply) {
    return shape(reply) instanceof Shape.Failure error ? error.trouble() : null;
  }

  /** The members of an object that is no error; none when it is none. */
  private static Fields fields(Reply reply) {
    return new Fields(
        shape(reply) instanceof Shape.Other other && other.node().isObject()
            ? other.node()
            : Json.object());
  }

  private static String cause(Reply reply) {
    return switch (reply) {
      case Reply.Never never -> "not reached: " + never.cause();
      case Reply.Lost lost -> lost.cause();
      case Reply.Said said -> "HTTP " + said.status();
    };
  }
}
