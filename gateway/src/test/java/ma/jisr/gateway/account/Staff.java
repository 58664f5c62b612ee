package ma.jisr.gateway.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import ma.jisr.base.KeyedHash;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Accounts on a store of their own, at a time that tests set. */
public final class Staff {
  public static final Instant START = Instant.parse("2026-03-02T10:15:00Z");

  private final KeyedHash key = new KeyedHash(new byte[32]);

  public Instant now = START;
  public final Store store;
  public final Accounts accounts;
  public final Callers callers;
  public final Audit audit;

  public Staff() {
    this(new MemoryStore(AccountCollections.specs()));
  }

  public Staff(Store store) {
    this.store = store;
    SecureRandom random = new SecureRandom();
    accounts = new Accounts(store, () -> now, random, this::hash, Vault.passing(random));
    callers = new Callers(accounts, () -> now, this::hash);
    audit = new Audit(store, random);
  }

  private String hash(String text) {
    return key.base32("token", text);
  }

  public Account make(String name, Role role) {
    return accounts.create(name, role, Territory.EVERYWHERE, Optional.empty()).join();
  }

  /** A token for a day, good for all that the role may. */
  public String token(String name) {
    Set<Scope> scopes = Scope.within(accounts.named(name).join().role());
    return accounts.issue(name, scopes, now.plusSeconds(86_400)).join().text();
  }

  /** What it came to, or why not. */
  static String said(Supplier<?> work) {
    try {
      return String.valueOf(work.get());
    } catch (CompletionException e) {
      return e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
    }
  }
}
