package ma.jisr.app.talk;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import ma.jisr.app.account.AuditTrail;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.FieldKit;
import ma.jisr.app.wiring.Stores;
import ma.jisr.app.wiring.WalletKit;
import ma.jisr.base.Address;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * What the deployment of a transcript gives its services: who is an agent, codes that are known
 * beforehand, a provider of wallets.
 *
 * @param services where everything is kept, counting what it still owes: a world that asks it past
 *     the count goes on before it is answered
 */
record TalkKit(Talk talk, Keys keys, Store services, TalkWallet wallet, TalkOfficials officials) {
  /** The code that everybody is sent who has to prove something. */
  private static final String CODE = "482913";

  /** Where a run of this variation keeps everything. */
  static Store files(Variation variation, Settings settings) {
    return variation.files()
        ? SqliteStore.scratch(settings.data(), Stores.collections())
        : new MemoryStore(Stores.collections());
  }

  /** The trail of what is changed. */
  Audit audit() {
    return new Audit(services, new Random(2));
  }

  FieldKit field() {
    return FieldKit.none().with(officials, wish -> CODE, new AuditTrail(audit()));
  }

  WalletKit pay() {
    return WalletKit.none().with(wallet).by(TalkPhone.LINK);
  }

  /** The person of the phone, once they have said something. */
  CompletableFuture<Optional<String>> known() {
    return known(talk, keys, services);
  }

  static CompletableFuture<Optional<String>> known(Talk talk, Keys keys, Store services) {
    String alias = keys.alias(Address.of(talk.user().msisdn()));
    // An alias is written in its person's name.
    return services
        .get(SessionCollections.ALIASES, alias)
        .thenApply(found -> found.map(Document::writeId));
  }
}
