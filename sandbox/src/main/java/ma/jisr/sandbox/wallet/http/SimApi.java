package ma.jisr.sandbox.wallet.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.account.Level;
import ma.jisr.sandbox.wallet.account.Wallet;
import ma.jisr.sandbox.wallet.ledger.Balance;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.sandbox.wallet.payment.Dirhams;
import ma.jisr.sandbox.wallet.payment.Fault;
import ma.jisr.sandbox.wallet.payment.Payment;
import ma.jisr.sandbox.wallet.payment.Problem;
import org.jspecify.annotations.Nullable;

/** What whoever tests or demonstrates may look at and turn: the door that no real provider has. */
final class SimApi {
  private static final int MOST_TIMES = 10_000;
  private final Provider provider;
  private final Door door;
  private final Trust trust;

  SimApi(Provider provider, Door door, Trust trust) {
    this.provider = provider;
    this.door = door;
    this.trust = trust;
  }

  void add(Router router) {
    on(router, HttpMethod.GET, "/ledger", this::ledger);
    on(router, HttpMethod.GET, "/payments", this::payments);
    on(router, HttpMethod.POST, "/payments/:reference/approve", asked -> decide(asked, true));
    on(router, HttpMethod.POST, "/payments/:reference/decline", asked -> decide(asked, false));
    on(router, HttpMethod.GET, "/faults", this::faults);
    on(router, HttpMethod.POST, "/faults", this::plan);
    on(router, HttpMethod.DELETE, "/faults", this::clear);
    on(router, HttpMethod.POST, "/approval", this::approval);
    on(router, HttpMethod.POST, "/health", this::health);
    on(router, HttpMethod.GET, "/wallets/:msisdn", this::wallet);
    on(router, HttpMethod.POST, "/wallets/:msisdn", this::change);
    on(router, HttpMethod.DELETE, "/tokens", this::expire);
  }

  private void on(Router router, HttpMethod method, String path, Consumer<RoutingContext> task) {
    Door.on(router, method, path, door, task);
  }

  private void done(RoutingContext asked) {
    door.say(asked, new JsonObject().put("result", "success"));
  }

  private void ledger(RoutingContext asked) {
    Ledger ledger = provider.ledger();
    var accounts = new JsonArray();
    ledger.balances().forEach((name, balance) -> accounts.add(line(name, balance)));
    var counts = ledger.counts();
    door.say(
        asked,
        new JsonObject()
            .put("sum", Dirhams.write(ledger.sum()))
            .put("open", counts.open())
            .put("booked", counts.booked())
            .put("dropped", counts.dropped())
            .put("accounts", accounts));
  }

  private static JsonObject line(String name, Balance balance) {
    var line =
        new JsonObject()
            .put("account", name)
            .put("booked", Dirhams.write(balance.booked()))
            .put("leaving", Dirhams.write(balance.leaving()))
            .put("coming", Dirhams.write(balance.coming()));
    return balance.most() == Ledger.UNBOUNDED
        ? line
        : line.put("most", Dirhams.write(balance.most()));
  }

  private void payments(RoutingContext asked) {
    var all = new JsonArray();
    for (Payment payment : provider.desk().all()) {
      if (!payment.refusedAtOnce()) {
        all.add(
            Bodies.transaction(payment)
                .put("serverCorrelationId", payment.server())
                .put("clientCorrelationId", payment.order().correlation()));
      }
    }
    door.say(asked, 200, all.encode());
  }

  private void decide(RoutingContext asked, boolean approve) {
    String reference = Door.param(asked, "reference");
    Optional<Payment> found =
        provider
            .desk()
            .byReference(reference)
            .or(
                () ->
                    provider.desk().all().stream()
                        .filter(payment -> payment.order().ours().equals(reference))
                        .filter(payment -> payment.state() == Payment.State.PENDING)
                        .findFirst());
    boolean decided =
        found
            .map(
                payment ->
                    approve
                        ? provider.desk().approve(payment)
                        : provider.desk().fail(payment, Problem.declined("the payer has refused")))
            .orElse(false);
    if (decided) {
      done(asked);
    } else {
      door.say(asked, Problem.rule("incorrectState", "no such payment waits for its payer"));
    }
  }

  private void faults(RoutingContext asked) {
    var all = new JsonArray();
    provider
        .faults()
        .planned()
        .forEach(
            plan ->
                all.add(
                    new JsonObject().put("fault", plan.fault().name()).put("times", plan.left())));
    door.say(asked, 200, all.encode());
  }

  private void plan(RoutingContext asked) {
    JsonObject body = Door.body(asked);
    Integer times = number(body, "times");
    Fault fault = named(Fault.class, body, "fault");
    boolean planned =
        fault != Fault.NONE
            && (times == null || times <= MOST_TIMES)
            && provider.faults().plan(fault, times == null ? 1 : times);
    if (!planned) {
      throw new Orders.Unreadable(Problem.format("times is 1 to " + MOST_TIMES));
    }
    done(asked);
  }

  private void clear(RoutingContext asked) {
    provider.faults().clear();
    done(asked);
  }

  private void approval(RoutingContext asked) {
    provider.approvals().how(named(Approval.class, Door.body(asked), "how"));
    done(asked);
  }

  private void health(RoutingContext asked) {
    provider.health().set(named(Health.class, Door.body(asked), "status"));
    done(asked);
  }

  private void expire(RoutingContext asked) {
    trust.expire();
    done(asked);
  }

  private Wallet known(RoutingContext asked) {
    String msisdn = Door.param(asked, "msisdn");
    Wallet wallet =
        provider.accounts().wallet(msisdn.startsWith("+") ? msisdn.substring(1) : msisdn);
    if (wallet == null) {
      throw new Orders.Unreadable(Problem.unknown("the wallet"));
    }
    return wallet;
  }

  private void wallet(RoutingContext asked) {
    Wallet wallet = known(asked);
    Balance balance = provider.ledger().balance(wallet.book());
    door.say(
        asked,
        new JsonObject()
            .put("issuer", wallet.issuer().id())
            .put("level", wallet.level().number())
            .put("name", wallet.name())
            .put("available", wallet.available())
            .put("locked", wallet.locked())
            .put("balance", Dirhams.write(balance.booked()))
            .put("reserved", Dirhams.write(balance.leaving())));
  }

  private void change(RoutingContext asked) {
    Wallet wallet = known(asked);
    JsonObject body = Door.body(asked);
    try {
      Integer level = number(body, "level");
      provider
          .accounts()
          .change(
              wallet,
              new Accounts.Change(
                  level == null ? null : Level.of(level),
                  body.containsKey("issuer") ? named(Issuer.class, body, "issuer") : null,
                  body.getString("pin"),
                  body.getBoolean("closed"),
                  balance(body)));
    } catch (IllegalArgumentException | ClassCastException impossible) {
      throw new Orders.Unreadable(Problem.format("that cannot be made of the wallet"));
    }
    done(asked);
  }

  private static @Nullable Long balance(JsonObject body) {
    String written = body.getString("balance");
    if (written == null) {
      return null;
    }
    OptionalLong centimes = Dirhams.read(written);
    if (centimes.isEmpty()) {
      throw new Orders.Unreadable(Problem.format("balance is no amount in dirhams"));
    }
    return centimes.getAsLong();
  }

  private static @Nullable Integer number(JsonObject body, String field) {
    Object value = body.getValue(field);
    if (value == null) {
      return null;
    }
    if (value instanceof Integer number && number > 0) {
      return number;
    }
    throw new Orders.Unreadable(Problem.format(field + " is no number above zero"));
  }

  private static <E extends Enum<E>> E named(Class<E> type, JsonObject body, String field) {
    if (body.getValue(field) instanceof String name) {
      try {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
      } catch (IllegalArgumentException unknown) {
        throw new Orders.Unreadable(Problem.format(field + " is none of those that there are"));
      }
    }
    throw new Orders.Unreadable(Problem.missing(field));
  }
}
