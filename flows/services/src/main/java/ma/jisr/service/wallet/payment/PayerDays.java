package ma.jisr.service.wallet.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The days of payers in the store. Everything may be repeated. Callable from any thread. */
final class PayerDays {
  static final String DAY = "day";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "payer_days", CollectionSpec.Area.LIVE, List.of(new IndexSpec(DAY, List.of(), DAY)));

  private final Store store;
  private final CapBook caps;

  PayerDays(Store store, CapBook caps) {
    this.store = store;
    this.caps = caps;
  }

  /** What is known of a payer before anything is reserved. */
  record Outlook(Optional<Denied> denied, boolean again) {}

  /** What caps would say of a wish. */
  CompletableFuture<Outlook> outlook(String payer, Wish wish, Instant now) {
    LocalDate day = PaymentRules.day(now);
    return get(payer, day)
        .thenCombine(
            get(payer, day.minusDays(1)),
            (today, before) ->
                new Outlook(
                    Optional.ofNullable(today.against(wish, caps.on(day), before, now)),
                    today.again(wish, now) || before.again(wish, now)));
  }

  /** Reserves what a wish needs; empty when it may go on. */
  CompletableFuture<Optional<Denied>> reserve(String payer, Wish wish, Instant now) {
    LocalDate day = PaymentRules.day(now);
    return get(payer, day.minusDays(1))
        .thenCompose(
            before ->
                change(
                    payer,
                    day,
                    "hold:" + wish.payment(),
                    today -> {
                      if (today.holds(wish.payment())) return new Changed(today, null);
                      Denied denied = today.against(wish, caps.on(day), before, now);
                      return new Changed(denied == null ? today.with(wish, now) : today, denied);
                    }));
  }

  /** A payment that was not paid. */
  CompletableFuture<Void> release(String payer, LocalDate day, String payment) {
    return change(payer, day, "free:" + payment, today -> new Changed(today.without(payment), null))
        .thenApply(_ -> null);
  }

  /** A payment that is not under way any more. */
  CompletableFuture<Void> end(String payer, LocalDate day, String payment) {
    return change(payer, day, "end:" + payment, today -> new Changed(today.ended(payment), null))
        .thenApply(_ -> null);
  }

  /** Counts the looking up of a name; false when it is one too many. */
  CompletableFuture<Boolean> look(String payer, String payee, Instant now) {
    LocalDate day = PaymentRules.day(now);
    return change(
            payer,
            day,
            "look:" + payee,
            today -> {
              PayerDay after = today.looking(payee);
              return after.looked().size() > caps.on(day).lookups()
                  ? new Changed(today, new Denied(Why.LOOKUPS, null))
                  : new Changed(after, null);
            })
        .thenApply(Optional::isEmpty);
  }

  private CompletableFuture<PayerDay> get(String payer, LocalDate day) {
    return store
        .get(SPEC.name(), id(payer, day))
        .thenApply(
            found ->
                found.map(d -> PaymentJson.read(d.json(), PayerDay.class)).orElse(PayerDay.NEW));
  }

  private record Changed(PayerDay day, @Nullable Denied denied) {}

  private CompletableFuture<Optional<Denied>> change(
      String payer, LocalDate day, String writeId, Function<PayerDay, Changed> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        id(payer, day),
        writeId,
        Priority.TURN,
        found -> {
          PayerDay before =
              found.map(json -> PaymentJson.read(json, PayerDay.class)).orElse(PayerDay.NEW);
          Changed changed = by.apply(before);
          Optional<Denied> denied = Optional.ofNullable(changed.denied());
          if (changed.day().equals(before)) return Rewrite.Change.none(denied);
          ObjectNode node = PaymentJson.write(changed.day(), found.orElse("{}"));
          node.put(DAY, PaymentRules.begin(day).toEpochMilli());
          return new Rewrite.Change<>(node.toString(), denied);
        });
  }

  private static String id(String payer, LocalDate day) {
    return payer + ':' + day;
  }
}
