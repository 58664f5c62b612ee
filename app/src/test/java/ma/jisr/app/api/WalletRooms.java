package ma.jisr.app.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Vault;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.wallet.benefit.Benefits;
import ma.jisr.service.wallet.claim.ClaimTerms;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.claim.Disputes;
import ma.jisr.service.wallet.claim.Evidence;
import ma.jisr.service.wallet.claim.Opened;
import ma.jisr.service.wallet.claim.Reason;
import ma.jisr.service.wallet.payee.PayeeSamples;
import ma.jisr.service.wallet.payee.Payees;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** Payees, claims and benefits for the API's tests, where everybody has paid whatever is named. */
final class WalletRooms implements Disputes {
  private final Rooms.Wallet rooms;
  private final Instant now;

  WalletRooms(Store store, Supplier<Gazetteer> places, ChangeFeed feed, InstantSource clock) {
    now = clock.instant();
    Vault vault = Vault.passing(new Random(3));
    Payees payees =
        Payees.on(store, places, PayeeSamples.read(), feed, vault, clock, Runnable::run);
    int unused = payees.reload().join();
    Claims claims =
        new Claims(
            store, new Outboxes(), this, ClaimTerms.USUAL, PublicHolidays.FIXED, vault, clock);
    Benefits benefits =
        new Benefits(store, new Outboxes(), new People(), () -> "iam", places, vault, clock);
    rooms = new Rooms.Wallet(payees, claims, benefits);
  }

  static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(Payees.COLLECTIONS);
    all.addAll(Claims.COLLECTIONS);
    all.addAll(Benefits.COLLECTIONS);
    return all;
  }

  Rooms.Wallet rooms() {
    return rooms;
  }

  /** A new claim's number. */
  String claimed(String reference) {
    Opened opened = rooms.claims().open("k" + reference, "p1", reference, Reason.AMOUNT).join();
    if (opened instanceof Opened.Done(var claim)) return claim.number();
    throw new AssertionError(opened);
  }

  @Override
  public CompletableFuture<Optional<Evidence>> evidence(String person, String reference) {
    return CompletableFuture.completedFuture(
        Optional.of(
            new Evidence(
                reference,
                Kind.TRANSFER,
                State.COMPLETED,
                LocalText.same("Brahim B***"),
                Money.ofDirhams(45),
                new Money(100),
                "Wallet A",
                "88213",
                now,
                now,
                "head")));
  }

  @Override
  public CompletableFuture<Void> block(String person) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Back> giveBack(String key, String reference, String claim, String by) {
    return CompletableFuture.completedFuture(Back.BEGUN);
  }
}
