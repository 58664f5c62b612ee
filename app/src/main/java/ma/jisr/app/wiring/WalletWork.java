package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.jisr.app.settings.Settings;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.Holding;
import ma.jisr.service.People;
import ma.jisr.service.WalletPorts;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.wallet.benefit.Benefits;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.claim.PaymentDisputes;
import ma.jisr.service.wallet.payee.ListedPayees;
import ma.jisr.service.wallet.payee.MerchantDays;
import ma.jisr.service.wallet.payee.PayeeSamples;
import ma.jisr.service.wallet.payee.Payees;
import ma.jisr.service.wallet.payment.PaymentCollections;
import ma.jisr.service.wallet.payment.Payments;
import ma.jisr.service.wallet.payment.SalesBook;
import ma.jisr.service.wallet.payment.Wallets;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * All that people pay with, put together. It is there without providers, too: what was paid is
 * still followed, verified and disputed.
 *
 * @param payments that are made
 * @param payees to be read before the first question, changed at their desk
 * @param claims about payments
 * @param benefits that can be collected
 * @param days what merchants are told of theirs
 * @param ports for the services; empty where there is no provider
 */
public record WalletWork(
    Payments payments,
    Payees payees,
    Claims claims,
    Benefits benefits,
    MerchantDays days,
    Optional<WalletPorts> ports) {
  /** Claims and benefits looked at at once. */
  private static final int MOST = 200;

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    return Stream.of(
            PaymentCollections.specs(),
            Payees.COLLECTIONS,
            Claims.COLLECTIONS,
            Benefits.COLLECTIONS,
            List.of(MerchantDays.SPEC))
        .flatMap(List::stream)
        .toList();
  }

  /** How long it is kept. */
  static List<Retention> retentions() {
    return Stream.of(
            PaymentCollections.retentions(),
            Benefits.retentions(),
            List.of(Claims.retention(), MerchantDays.retention()))
        .flatMap(List::stream)
        .toList();
  }

  /** What all of it stands on. */
  record Ground(
      Settings settings,
      Store store,
      Supplier<Gazetteer> gazetteer,
      ChangeFeed feed,
      People people,
      Outboxes outboxes,
      Proofs proofs,
      InstantSource clock,
      Executor worker) {}

  static WalletWork of(WalletKit kit, Ground on) {
    Payees payees =
        Payees.on(
            on.store(),
            on.gazetteer(),
            on.settings().samples() ? PayeeSamples.read() : Map.of(),
            on.feed(),
            kit.secrets().payees(),
            on.clock(),
            on.worker());
    Payments payments = payments(kit, on, payees);
    Claims claims =
        new Claims(
            on.store(),
            on.outboxes(),
            new PaymentDisputes(payments, on.clock()),
            on.settings().wallet().claims(),
            on.settings().almanac().holidays(),
            kit.secrets().claims(),
            on.clock());
    Benefits benefits =
        new Benefits(
            on.store(),
            on.outboxes(),
            on.people(),
            kit::link,
            on.gazetteer(),
            kit.secrets().benefits(),
            on.clock());
    MerchantDays days =
        new MerchantDays(
            on.store(),
            on.outboxes(),
            payees.book(),
            new SalesBook(on.store())::of,
            on.people(),
            kit::link,
            kit.secrets().payees(),
            on.clock());
    WalletPorts ports =
        new WalletPorts(payments, payees.book(), claims, benefits, on.proofs(), kit.settle());
    return new WalletWork(
        payments,
        payees,
        claims,
        benefits,
        days,
        kit.providers().isEmpty() ? Optional.empty() : Optional.of(ports));
  }

  private static Payments payments(WalletKit kit, Ground on, Payees payees) {
    Wallets wallets =
        new Wallets(
            kit.providers(), kit.numbers(), on.store(), kit.secrets().payments(), on.clock());
    return new Payments(
        new Payments.Ground(
            on.store(),
            wallets,
            new ListedPayees(payees.book(), kit.secrets().payees()),
            on.people(),
            kit.caps(),
            kit.risk(),
            kit.secrets().payments(),
            on.outboxes(),
            on.clock(),
            kit.random(),
            Long.toHexString(kit.random().nextLong())));
  }

  /**
   * What has to be done again and again beside payments: clocks of claims, news of benefits and of
   * merchants' days.
   */
  CompletableFuture<Void> look() {
    return claims
        .look(MOST)
        .thenCompose(_ -> benefits.look(MOST))
        .thenCompose(_ -> days.look())
        .thenApply(_ -> null);
  }

  /** What it keeps of people, whether anybody can pay here or not: what was paid is kept. */
  List<Holding> holdings() {
    return List.of(payments.holding(), claims.holding(), payees.holding(), benefits.holding());
  }
}
