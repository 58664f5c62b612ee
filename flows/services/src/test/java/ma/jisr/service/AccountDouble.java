package ma.jisr.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import ma.jisr.base.Vault;
import ma.jisr.service.account.AccountsDesk;
import ma.jisr.service.account.KeptWords;
import ma.jisr.service.account.Persons;
import ma.jisr.service.erasure.ErasureLog;
import ma.jisr.service.erasure.ErasureRules;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.proof.Codes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.memory.MemoryStore;

/** What the account service is handed where nobody asks it anything. */
public final class AccountDouble {
  private AccountDouble() {}

  public static AccountPorts ports() {
    List<CollectionSpec> specs = new ArrayList<>(AccountsDesk.COLLECTIONS);
    specs.add(Erasures.SPEC);
    specs.add(Proofs.SPEC);
    MemoryStore store = new MemoryStore(specs);
    Vault vault = Vault.passing(new SplittableRandom(8));
    Persons persons = new Persons();
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Erasures erasures =
        new Erasures(store, persons, ErasureLog.NONE, vault, ErasureRules.USUAL, clock);
    Proofs proofs = new Proofs(store, vault, Codes.under(vault));
    return new AccountPorts(
        new AccountsDesk(store, persons, erasures, proofs, vault, clock),
        KeptWords.read(Duration.ofDays(90)),
        Optional.empty());
  }
}
