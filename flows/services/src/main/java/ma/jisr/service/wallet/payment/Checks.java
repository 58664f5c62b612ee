package ma.jisr.service.wallet.payment;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Payee;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at before a payment is read back, one after the other: what the provider may be
 * asked for, the caps, whether it works, the payee's name, the fee. What costs least comes first.
 */
final class Checks {
  private final PayerDays days;
  private final Wallets wallets;
  private final List<Function<Draft, CompletableFuture<Checked>>> steps =
      List.of(this::offered, this::caps, this::health, this::name, this::fee);

  Checks(PayerDays days, Wallets wallets) {
    this.days = days;
    this.wallets = wallets;
  }

  /**
   * A draft, and what speaks against it.
   *
   * @param draft with what was learnt
   * @param not null for nothing
   */
  record Checked(Draft draft, Prepared.@Nullable Not not) {}

  CompletableFuture<Checked> all(Draft draft) {
    CompletableFuture<Checked> all = good(draft);
    for (Function<Draft, CompletableFuture<Checked>> step : steps)
      all = all.thenCompose(c -> c.not() == null ? step.apply(c.draft()) : good(c));
    return all;
  }

  private static CompletableFuture<Checked> good(Checked known) {
    return CompletableFuture.completedFuture(known);
  }

  private static CompletableFuture<Checked> good(Draft draft) {
    return good(new Checked(draft, null));
  }

  private static CompletableFuture<Checked> not(Draft draft, Why why) {
    return good(new Checked(draft, new Prepared.Not(why, null)));
  }

  private CompletableFuture<Checked> offered(Draft draft) {
    boolean offered = draft.port().capabilities().pushed().contains(draft.intent().kind());
    return offered ? good(draft) : not(draft, Why.HIDDEN);
  }

  private CompletableFuture<Checked> caps(Draft draft) {
    return days.outlook(draft.payer().name(), draft.wish(), draft.now())
        .thenApply(
            outlook ->
                new Checked(
                    draft.again(outlook.again()),
                    outlook.denied().map(d -> new Prepared.Not(d.why(), d.bound())).orElse(null)));
  }

  private CompletableFuture<Checked> health(Draft draft) {
    return draft
        .port()
        .health()
        .thenCompose(health -> health == Health.DOWN ? not(draft, Why.DOWN) : good(draft));
  }

  /** A person's name; those of the register have theirs from there. */
  private CompletableFuture<Checked> name(Draft draft) {
    Account account = draft.to().account();
    if (account.type() != Account.Type.MSISDN) return good(draft);
    return days.look(draft.payer().name(), draft.payee().name(), draft.now())
        .thenCompose(
            may ->
                may
                    ? wallets.payee(draft.port(), account).thenCompose(p -> named(draft, p))
                    : not(draft, Why.LOOKUPS));
  }

  private static CompletableFuture<Checked> named(Draft draft, Payee payee) {
    return switch (payee) {
      case Payee.Unavailable no -> not(draft, Why.PAYEE_UNAVAILABLE);
      case Payee.Unregistered no -> not(draft, Why.PAYEE_UNKNOWN);
      case Payee.Unknown no -> not(draft, Why.UNSURE);
      case Payee.Found found -> good(found.name().isEmpty() ? draft : draft.named(found.name()));
    };
  }

  private CompletableFuture<Checked> fee(Draft draft) {
    if (!draft.port().capabilities().quotes()) return good(draft);
    Intent intent = draft.intent();
    Account payer = Account.msisdn(draft.number().digits());
    return draft
        .port()
        .fee(intent.kind(), payer, draft.to().account(), intent.amount())
        .thenCompose(
            fee ->
                switch (fee) {
                  case Fee.Known known -> good(draft.priced(known.fee()));
                  case Fee.Untold untold -> good(draft);
                  case Fee.Refused refused -> not(draft, Why.REFUSED);
                });
  }
}
