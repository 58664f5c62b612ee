package ma.jisr.sandbox.wallet.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import ma.jisr.sandbox.wallet.account.Bills;
import ma.jisr.sandbox.wallet.account.Holder;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.account.Organisation;
import ma.jisr.sandbox.wallet.account.Party;
import ma.jisr.sandbox.wallet.account.Wallet;
import ma.jisr.sandbox.wallet.payment.Dirhams;
import ma.jisr.sandbox.wallet.payment.Payment;
import ma.jisr.sandbox.wallet.payment.Problem;
import org.jspecify.annotations.Nullable;

/** The part of the GSMA Mobile Money API 1.2 that tells of accounts. */
final class AccountApi {
  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** The API's own, when none is asked for. */
  private static final int PAGE = 50;

  private static final int LONGEST_PAGE = 500;
  private static final int IDENTIFIERS = 3;
  private static final Party CLIENT = new Party("organisationid", Organisation.CLIENT);
  private final Provider provider;
  private final Door door;
  private final @Nullable Issuer issuer;

  AccountApi(Provider provider, Door door, @Nullable Issuer issuer) {
    this.provider = provider;
    this.door = door;
    this.issuer = issuer;
  }

  void add(Router router) {
    on(router, "accountname", this::name);
    on(router, "status", this::status);
    on(router, "bills", this::bills);
    on(router, "statemententries", (asked, of) -> list(asked, of, true, Bodies::entry));
    on(router, "transactions", (asked, of) -> list(asked, of, false, Bodies::transaction));
  }

  private void on(Router router, String what, BiConsumer<RoutingContext, List<Party>> task) {
    Door.on(
        router,
        HttpMethod.GET,
        "/accounts/:type/:identifier/" + what,
        door,
        asked ->
            task.accept(
                asked,
                List.of(new Party(Door.param(asked, "type"), Door.param(asked, "identifier")))));
    Door.on(
        router,
        HttpMethod.GET,
        "/accounts/:account/" + what,
        door,
        asked -> task.accept(asked, identifiers(Door.param(asked, "account"))));
  }

  /** Reads {@code serviceprovider@biller-eau$consumerno@1234}. */
  private static List<Party> identifiers(String account) {
    List<Party> parties = new ArrayList<>();
    for (String one : account.split("\\$", IDENTIFIERS)) {
      int at = one.indexOf('@');
      if (at < 1 || at == one.length() - 1) {
        throw new Orders.Unreadable(Problem.format("the account is not named by key@value"));
      }
      parties.add(new Party(one.substring(0, at), one.substring(at + 1)));
    }
    return parties;
  }

  private void name(RoutingContext asked, List<Party> of) {
    Optional<Holder> holder = provider.accounts().find(of);
    if (holder.isEmpty()) {
      door.say(asked, Problem.unknown("the account"));
      return;
    }
    var name = new JsonObject().put("fullName", holder.get().name());
    if (holder.get() instanceof Wallet wallet) {
      name.put("firstName", wallet.first()).put("lastName", wallet.last());
    }
    door.say(asked, new JsonObject().put("name", name));
  }

  private void status(RoutingContext asked, List<Party> of) {
    String word =
        provider
            .accounts()
            .find(of)
            .filter(this::shown)
            .map(holder -> holder.available() ? "available" : "unavailable")
            .orElse("unregistered");
    door.say(asked, new JsonObject().put("accountStatus", word));
  }

  /** An issuer tells of its own customers only; organisations are known to both. */
  private boolean shown(Holder holder) {
    return issuer == null || holder instanceof Organisation || holder.issuer() == issuer;
  }

  private void bills(RoutingContext asked, List<Party> of) {
    Optional<Organisation> biller =
        provider
            .accounts()
            .find(of)
            .map(holder -> holder instanceof Organisation known ? known : null);
    Optional<List<Bills.Bill>> open =
        biller.flatMap(
            from ->
                of.stream()
                    .filter(party -> !party.value().equals(from.id()))
                    .findFirst()
                    .flatMap(customer -> provider.bills().open(from, customer.value(), today())));
    if (open.isEmpty()) {
      door.say(asked, Problem.unknown("the customer of the biller"));
      return;
    }
    var all = new JsonArray();
    open.get().forEach(bill -> all.add(bill(bill)));
    page(asked, all.size(), all);
  }

  private LocalDate today() {
    return provider.loop().now().atZone(MOROCCO).toLocalDate();
  }

  private static JsonObject bill(Bills.Bill bill) {
    return new JsonObject()
        .put("billReference", bill.reference())
        .put("billStatus", "unpaid")
        .put("amountDue", Dirhams.write(bill.due()))
        .put("minimumAmountDue", Dirhams.write(bill.least()))
        .put("currency", Bodies.CURRENCY)
        .put("dueDate", bill.by().toString());
  }

  /**
   * The payments of an account by the day of their creation; for the client's, all that it asked
   * for.
   *
   * @param booked whether only those that are booked
   */
  private void list(
      RoutingContext asked, List<Party> of, boolean booked, Function<Payment, JsonObject> written) {
    Instant from = moment(asked, "fromDateTime", Instant.MIN);
    Instant to = moment(asked, "toDateTime", Instant.MAX);
    int offset = number(asked, "offset", 0, Integer.MAX_VALUE);
    int limit = number(asked, "limit", PAGE, LONGEST_PAGE);
    boolean all = of.contains(CLIENT);
    List<Payment> found =
        provider.desk().all().stream()
            .filter(payment -> payment.state() == Payment.State.COMPLETED || !booked)
            .filter(payment -> !payment.refusedAtOnce())
            .filter(payment -> all || of.stream().anyMatch(payment::concerns))
            .filter(p -> !p.created().isBefore(from) && !p.created().isAfter(to))
            .sorted(Comparator.comparing(Payment::created).thenComparing(Payment::reference))
            .toList();
    var body = new JsonArray();
    found.stream().skip(offset).limit(limit).map(written).forEach(body::add);
    page(asked, found.size(), body);
  }

  private void page(RoutingContext asked, int available, JsonArray body) {
    asked
        .response()
        .putHeader("X-Records-Available-Count", Integer.toString(available))
        .putHeader("X-Records-Returned-Count", Integer.toString(body.size()));
    door.say(asked, 200, body.encode());
  }

  private static Instant moment(RoutingContext asked, String name, Instant otherwise) {
    String given = asked.queryParams().get(name);
    try {
      return given == null ? otherwise : OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Orders.Unreadable(Problem.format(name + " is no moment"));
    }
  }

  private static int number(RoutingContext asked, String name, int otherwise, int most) {
    String given = asked.queryParams().get(name);
    if (given == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(given);
      if (number >= 0) {
        return Math.min(number, most);
      }
    } catch (NumberFormatException wrong) {
      throw new Orders.Unreadable(Problem.format(name + " is no number"));
    }
    throw new Orders.Unreadable(Problem.rule("invalidOffset", name + " is below zero"));
  }
}
