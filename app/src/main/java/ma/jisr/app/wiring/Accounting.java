package ma.jisr.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import ma.jisr.app.account.AccountDesk;
import ma.jisr.app.account.AccountHolding;
import ma.jisr.app.account.AuditTrail;
import ma.jisr.app.account.Signatures;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Vault;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Callers;
import ma.jisr.gateway.session.Enrolment;
import ma.jisr.gateway.session.Keys;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.Store;

/**
 * Who may work with a running node, and the trail of what they do.
 *
 * @param accounts in the store; also tells services who is an agent
 * @param callers tells whose a token is
 * @param audit the trail
 * @param enrolment ties phones to accounts
 */
record Accounting(Accounts accounts, Callers callers, Audit audit, Enrolment enrolment) {
  /** The part whose key seals the numbers of accounts' phones. */
  private static final String PART = "accounts";

  static Accounting on(Store store, Keys keys, SecureRandom random) {
    Clock clock = Clock.systemUTC();
    Vault vault = new Vault(keys.part(PART), random);
    Accounts accounts = new Accounts(store, clock, random, keys::token, vault);
    return new Accounting(
        accounts,
        new Callers(accounts, clock, keys::token),
        new Audit(store, random),
        new Enrolment(store, keys, clock, random));
  }

  /** In whose name commands are done, on a store: tokens are made, and phones tied, elsewhere. */
  static Signatures signatures(Store store, SecureRandom random) {
    Clock clock = Clock.systemUTC();
    Accounts accounts =
        new Accounts(
            store,
            clock,
            random,
            _ -> {
              throw new IllegalStateException("tokens are made by the running process");
            },
            Vault.passing(random));
    return new Signatures(accounts, new Audit(store, random), clock);
  }

  /** The same on a running node. */
  Signatures signatures() {
    return new Signatures(accounts, audit, Clock.systemUTC());
  }

  /** What the deployment gives services; who was erased stands beside its keys. */
  FieldKit kit(Keys keys, Settings settings, SecureRandom random) {
    return FieldKit.of(keys, accounts, trail(), settings.reports(), random)
        .keeping(new AccountHolding(accounts))
        .erasing(ErasureFile.beside(settings.keys(), ForkJoinPool.commonPool()));
  }

  /** The trail for what services do. */
  Trail trail() {
    return new AuditTrail(audit);
  }

  /**
   * What {@code account} does.
   *
   * @param gazetteer the one in use: territories are areas of it
   */
  AdminSocket.Verb verb(Supplier<Gazetteer> gazetteer) {
    return new AccountDesk(
        accounts,
        audit,
        enrolment::person,
        id -> gazetteer.get().area(id).isPresent(),
        Clock.systemUTC());
  }
}
