package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.service.Holding;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Hints;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.WalletPort;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Payments by mobile wallet: prepared, confirmed by their payer, asked of the payer's provider once
 * and followed until it is known what became of them. What changes something takes the once key of
 * its call, and may be repeated under it by any node at any time: it happens once. The store
 * decides, nothing is remembered here. Callable from any thread; never blocks. A failed future is
 * no answer: the same may be asked again.
 */
public final class Payments implements Hints {
  /** Longest time between a "yes" and the sending of its request. */
  static final Duration MOST_SETTLE = Duration.ofMinutes(1);

  /** Most payments of one list. */
  static final int MOST_LAST = 20;

  private final Store store;
  private final InstantSource clock;
  private final People people;
  private final Vault vault;
  private final Wallets wallets;
  private final Payers payers;
  private final References references;
  private final PaymentStore payments;
  private final Views views;
  private final Preparing preparing;
  private final Paying paying;
  private final Courier courier;
  private final Copies copies;
  private final Digests digests;
  private final Reconciler reconciler;
  private final GivingBack giving;
  private final Orders orders;

  /**
   * The rooms and rules that payments stand on.
   *
   * @param store opened with {@link PaymentCollections#specs}
   * @param vault makes the names under which numbers are kept, and seals them
   * @param random unpredictable, in production
   * @param node unlike every other's, each time it starts
   */
  public record Ground(
      Store store,
      Wallets wallets,
      Payees payees,
      People people,
      CapBook caps,
      SimRisk risk,
      Vault vault,
      Outboxes outboxes,
      InstantSource clock,
      RandomGenerator random,
      String node) {}

  public Payments(Ground on) {
    store = on.store();
    clock = on.clock();
    people = on.people();
    vault = on.vault();
    wallets = on.wallets();
    payers = new Payers(store);
    references = new References(store, on.random());
    payments = new PaymentStore(store, on.outboxes(), on.node());
    views = new Views(wallets);
    orders = new Orders(vault);
    PayerDays days = new PayerDays(store, on.caps());
    preparing = new Preparing(on, payments, references, days, payers, orders);
    paying = new Paying(payments, references, days, payers, views);
    Gate gate = new Gate(payers, on.risk(), orders);
    courier =
        new Courier(payments, wallets, orders, gate, new Settling(references, days, payers), clock);
    copies = new Copies(store, payments);
    digests = new Digests(store, payments, copies);
    giving = new GivingBack(payments, references, paying, wallets, views);
    reconciler = new Reconciler(store, payments, copies, paying, wallets);
  }

  /** What is kept of who pays. */
  public Holding holding() {
    return new PaymentHolding(payments, payers, orders);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Finds out what a payment would be: no money moves, but its reference exists from here on. It
   * expires unless it is confirmed within {@link PaymentRules#CONFIRM_WITHIN}.
   *
   * @param key of the call, at most {@link Document#MAX_ID} characters; the payment's id
   */
  public CompletableFuture<Prepared> prepare(String key, Intent intent) {
    if (key.isEmpty() || key.length() > Document.MAX_ID)
      throw new IllegalArgumentException(
          "the key of a payment has 1 to " + Document.MAX_ID + " characters");
    return preparing.prepare(key, intent, now());
  }

  /**
   * The payer says yes: the request to pay will be sent, and is durable when this is answered.
   *
   * @param settle how long the payer's phone needs to be free for their provider's prompt, at most
   *     {@link #MOST_SETTLE}
   */
  public CompletableFuture<Begun> pay(
      String key, String person, String reference, Shown shown, Duration settle) {
    if (settle.isNegative() || settle.compareTo(MOST_SETTLE) > 0)
      throw new IllegalArgumentException("a phone is free within " + MOST_SETTLE);
    return paying.pay(key, person, reference, shown, settle, now());
  }

  /**
   * Withdraws a payment that has not been sent; how it stands then. Empty when it is none of
   * theirs.
   *
   * @param key of the call: withdrawn twice it is withdrawn once, whatever the key
   */
  public CompletableFuture<Optional<View>> cancel(String key, String person, String reference) {
    return paying.cancel(person, reference, now());
  }

  /**
   * A payment as its payer sees it; empty when it is none of theirs.
   *
   * @param reference as people write it: "jsr 7f3k2", "7F3K2"
   */
  public CompletableFuture<Optional<View>> view(String person, String reference) {
    return paying.of(person, reference).thenApply(found -> found.map(views::of));
  }

  /**
   * Whether somebody has been paid, as whoever is told of payments to a merchant or supplier may
   * ask; empty when it is no payment to them.
   *
   * @param reference as people write it
   */
  public CompletableFuture<Optional<Received>> received(String person, String reference) {
    return paying
        .of(reference)
        .thenApply(
            found ->
                found.filter(payment -> person.equals(payment.terms().tells())).map(Received::of));
  }

  /** Somebody's last payments that they have confirmed, newest first. */
  public CompletableFuture<List<View>> last(String person, int n) {
    int most = Math.min(n, MOST_LAST);
    // What was never confirmed lies between them.
    return payments
        .of(person, MOST_LAST * 5)
        .thenApply(
            found ->
                found.stream()
                    .filter(payment -> payment.consent() != null)
                    .limit(most)
                    .map(views::of)
                    .toList());
  }

  /** Forbids payments from somebody's number, also those that have not been sent yet. */
  public CompletableFuture<Void> block(String person) {
    return block(person, true);
  }

  /** Allows them again: an operator's, who knows that it is the holder who asks. */
  public CompletableFuture<Void> unblock(String person) {
    return block(person, false);
  }

  private CompletableFuture<Void> block(String person, boolean block) {
    return people
        .number(person)
        .thenCompose(
            digits ->
                digits.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : payers.change(
                        NumberTable.name(vault, new Msisdn(digits.get())),
                        block ? "block" : "unblock",
                        payer -> payer.blocking(block)))
        .thenApply(_ -> null);
  }

  /**
   * The services that somebody may be offered: none without a wallet; all of all providers while
   * nobody says who has it.
   */
  public CompletableFuture<Set<Kind>> services(String person) {
    return people
        .number(person)
        .thenCompose(
            digits ->
                digits.isEmpty()
                    ? CompletableFuture.completedFuture(Set.of())
                    : wallets.of(new Msisdn(digits.get())).thenApply(this::services));
  }

  /** What a customer owes a biller, as the provider of whoever asks knows it. */
  public CompletableFuture<Bills> bills(String person, Account biller, String customer) {
    return people
        .number(person)
        .thenCompose(
            digits ->
                digits.isEmpty()
                    ? CompletableFuture.completedFuture(new Wallets.Found.Nowhere())
                    : wallets.of(new Msisdn(digits.get())))
        .thenCompose(
            found ->
                found instanceof Wallets.Found.At at
                    ? at.port().bills(biller, customer)
                    : CompletableFuture.completedFuture(new Bills.Unknown("no wallet is known")));
  }

  private Set<Kind> services(Wallets.Found found) {
    return switch (found) {
      case Wallets.Found.At at -> at.port().capabilities().pushed();
      case Wallets.Found.Nowhere none -> Set.of();
      case Wallets.Found.Unsure unsure -> {
        Set<Kind> all = EnumSet.noneOf(Kind.class);
        for (WalletPort port : wallets.ports()) all.addAll(port.capabilities().pushed());
        yield all;
      }
    };
  }

  @Override
  public CompletableFuture<Void> heard(String provider, UUID correlation, String content) {
    Instant now = now();
    return references
        .payment(correlation)
        .thenCompose(
            id ->
                id.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : payments.get(id.get()))
        .thenCompose(
            found ->
                found.isEmpty() || !found.get().terms().provider().equals(provider)
                    ? CompletableFuture.completedFuture(null)
                    : payments.apply(found.get().id(), new Evidence.Heard(content), now))
        .thenApply(_ -> null);
  }

  /**
   * Gives a payment back, on account of a claim that was accepted.
   *
   * @param key of the call
   * @param claim its number
   * @param by the operator's id
   */
  public CompletableFuture<Reversing> giveBack(
      String key, String reference, String claim, String by) {
    return giving.giveBack(key, reference, claim, by, now());
  }

  /**
   * What an operator has found out of a payment that is in {@link State#REVIEW}; it holds when
   * another operator finds the same. How it stands then; empty when there is no such payment.
   *
   * @param by the operator's id
   * @param to {@link State#COMPLETED} or FAILED; of a reversal REVERSED or REVERSAL_FAILED
   * @param transaction the provider's reference; null for none
   */
  public CompletableFuture<Optional<View>> rule(
      String reference, String by, State to, @Nullable String transaction) {
    Instant now = now();
    return paying
        .of(reference)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : payments
                        .apply(found.get().id(), new Evidence.Ruled(by, to, transaction), now)
                        .thenApply(changed -> changed.map(c -> views.of(c.payment()))));
  }

  /** The payments at which people must look, longest waiting first, at most {@code most}. */
  public CompletableFuture<List<Dossier>> inReview(int most) {
    return payments
        .inReview(most)
        .thenApply(found -> found.stream().map(p -> Dossier.of(p, views.of(p))).toList());
  }

  /** Confirmed payments whose end is not known yet, soonest due first, of the next {@code most}. */
  public CompletableFuture<List<Dossier>> underWay(int most) {
    return payments
        .coming(most)
        .thenApply(
            found ->
                found.stream()
                    .filter(payment -> payment.consent() != null && payment.open())
                    .map(payment -> Dossier.of(payment, views.of(payment)))
                    .toList());
  }

  /** All that is known of a payment, for whoever judges a claim. */
  public CompletableFuture<Optional<Dossier>> dossier(String reference) {
    return paying.of(reference).thenApply(found -> found.map(p -> Dossier.of(p, views.of(p))));
  }

  /**
   * A message has not reached somebody: if it was the last about one of their payments, that is
   * noted. To be told by whoever delivers, as often as they like.
   *
   * @param of whether it was the message that was handed in under this key
   */
  public CompletableFuture<Void> undelivered(String person, Predicate<String> of) {
    return payments.unreached(person, of, MOST_LAST, now());
  }

  /** Does what is due: sends, asks, expires. How many payments there were. */
  CompletableFuture<Integer> look(Instant now, int most) {
    return courier.look(now, most);
  }

  /** Copies journals out; of how many payments. */
  CompletableFuture<Integer> copy(Instant now, int most) {
    return copies.look(now, most);
  }

  /** Makes the digests that are due; how many. */
  CompletableFuture<Integer> digest(Instant now) {
    return digests.look(now);
  }

  /** The digests of all days: to be kept where nobody can change them. */
  public CompletableFuture<List<Digest>> digests() {
    return digests.all();
  }

  /** Looks at every payment, every line of the journal and every digest. */
  public CompletableFuture<Verified> verify() {
    return new Auditor(store, copies, digests).verify();
  }

  /** Holds the statements of all providers that give them against our payments, and keeps that. */
  public CompletableFuture<List<Reconciliation>> reconcile(LocalDate day) {
    return reconciler.reconcile(day, now());
  }
}
