package ma.jisr.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.gateway.account.Account;
import ma.jisr.gateway.account.AccountCollections;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Phone;
import ma.jisr.gateway.account.Scope;
import ma.jisr.service.Held;
import ma.jisr.service.Whose;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class AccountHoldingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final String DIGITS = "212661000001";
  private static final Whose HIND = new Whose("hind", List.of(DIGITS));

  private final MemoryStore store = new MemoryStore(AccountCollections.specs());
  private final Accounts accounts =
      new Accounts(
          store,
          InstantSource.fixed(NOW),
          new Random(1),
          text -> "hash of " + text.length(),
          Vault.passing(new Random(2)));
  private final AccountHolding room = new AccountHolding(accounts);

  private Account made(String name, String person) {
    return accounts
        .create(name, Role.AGENT, Territory.EVERYWHERE, Optional.of(new Phone(person, DIGITS)))
        .join();
  }

  @Test
  void aPhoneIsNoAccountsAnyMoreAndTheAccountStays() {
    made("hind", "hind");
    made("said", "said");
    var unused = accounts.issue("hind", Scope.within(Role.AGENT), NOW.plusSeconds(9)).join();
    assertEquals(
        List.of(new Held("account", "account_why", 1, "until_removed")), room.held(HIND).join());
    assertEquals("hind", room.copy(HIND).join().getFirst().get("account"));
    assertEquals(Optional.of(DIGITS), accounts.number("hind").join());
    for (int i = 0; i < 2; i++) room.erase(HIND, NOW).join();
    assertEquals(List.of(), room.held(HIND).join());
    assertEquals(Optional.empty(), accounts.number("hind").join());
    assertEquals(Optional.empty(), accounts.of("hind").join());
    Account left = accounts.named("hind").join();
    assertEquals(Optional.empty(), left.person());
    assertEquals(Optional.empty(), left.sealed(), "with its number");
    assertEquals(1, left.tokens().size(), "an administrator takes them");
    assertEquals(Role.AGENT, accounts.of("said").join().orElseThrow().role());
    assertEquals(1, room.held(new Whose("said", List.of())).join().size());
    assertEquals(List.of(), room.held(new Whose("nobody", List.of())).join());
    room.erase(new Whose("nobody", List.of()), NOW).join();
  }

  /** Whoever has the number next may be an agent as well. */
  @Test
  void thePhoneMayBeTiedAgain() {
    made("hind", "hind");
    room.erase(HIND, NOW).join();
    made("amina", "hind");
    assertEquals(1, room.held(HIND).join().size());
  }

  /** A crash between the two writes: the guard alone is left, and goes. */
  @Test
  void aGuardThatIsLeftGoes() {
    made("hind", "hind");
    room.erase(HIND, NOW).join();
    assertEquals(
        List.of("name:hind"),
        store.scan("account_guards", "", 9).join().stream().map(d -> d.id()).toList());
  }
}
