package ma.jisr.service.wallet.payee;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** One node with a register of payees, on a store that others may share. */
public final class PayeeWorld {
  public static final Gazetteer GAZETTEER = StarterGazetteer.read();
  public static final String AMIZMIZ = "al-haouz.amizmiz";
  public static final Actor OWNER = new Actor("owner", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  public static final Actor HAOUZ =
      new Actor("keeper", Role.OPERATOR, Territory.of(Set.of("al-haouz")));
  public static final Vault VAULT = Vault.passing(new Random(7));
  public static final AboutRule INVOICE =
      new AboutRule(LocalText.same("Facture"), 3, 12, false, "F-12");

  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  public final Store store;
  public final Payees payees;

  public PayeeWorld() {
    this(new MemoryStore(specs()), PayeeSamples.read());
  }

  public PayeeWorld(Store store, Map<String, PayeeEntry> samples) {
    this.store = store;
    this.payees =
        Payees.on(
            store,
            () -> GAZETTEER,
            samples,
            new ChangeFeed(store, now::get),
            VAULT,
            now::get,
            Runnable::run);
    int unused = payees.reload().join();
  }

  public static List<CollectionSpec> specs() {
    return Stream.of(Payees.COLLECTIONS, Batches.SPECS, List.of(ChangeFeed.SPEC))
        .flatMap(List::stream)
        .toList();
  }

  public PayeeDesk desk() {
    return payees.desk();
  }

  public PayeeBook book() {
    return payees.book();
  }

  public static PayeeFacts merchant(String name, String place, String account) {
    return new PayeeFacts(
        LocalText.of(Language.FR, name, Language.EN, name),
        List.of(),
        place,
        Account.organisation(account),
        0,
        null,
        List.of(),
        List.of(),
        SealedPhone.of(new Msisdn("212661000001"), VAULT),
        null);
  }

  public static PayeeFacts biller(String name, int position) {
    return new PayeeFacts(
        LocalText.same(name),
        List.of(),
        "",
        new Account(Account.Type.BILLER, "biller-x"),
        position,
        INVOICE,
        List.of(),
        List.of(),
        null,
        null);
  }

  public PayeeEntry made(String name) {
    PayeeDraft draft =
        new PayeeDraft(Kind.MERCHANT, merchant(name, AMIZMIZ, "merchant-" + name), null);
    return done(desk().create(OWNER, draft, name).join());
  }

  public static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }
}
