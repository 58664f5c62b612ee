package ma.jisr.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.store.Document;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may work with Jisr. */
class AccountsTest {
  private static final Territory HAOUZ = Territory.of(List.of("al-haouz"));

  private final Store memory = new MemoryStore(AccountCollections.specs());
  private FaultyStore.Plan plan = (method, collection) -> new Fault.Pass();
  private final Staff staff =
      new Staff(new FaultyStore(memory, (method, collection) -> plan.next(method, collection)));

  @Test
  void whatIsMadeIsReadAgain() {
    Account made = staff.accounts.create("said", Role.OPERATOR, HAOUZ, phone("p1")).join();
    assertEquals(made, staff.accounts.named("said").join());
    assertEquals(List.of(made), staff.accounts.all().join());
    assertEquals(new Actor(made.id(), Role.OPERATOR, HAOUZ), made.actor());
  }

  private static Optional<Phone> phone(String person) {
    return Optional.of(new Phone(person, "212661000001"));
  }

  /** So that who has never written from it is told what is theirs to do. */
  @Test
  void theNumberOfAPhoneIsKeptAndStandsNowhereOpen() {
    Account made = staff.accounts.create("said", Role.OFFICIAL, HAOUZ, phone("p1")).join();
    staff.make("program", Role.OFFICIAL);
    assertEquals(Optional.of("212661000001"), staff.accounts.number("p1").join());
    assertEquals(Optional.empty(), staff.accounts.number("p2").join());
    String stored = memory.get("accounts", made.id()).join().orElseThrow().json();
    assertFalse(stored.contains("661000001"), stored);
    assertFalse((made + " " + phone("p1")).contains("661000001"));
    Account moved = staff.accounts.change("said", one -> one.withRole(Role.AGENT, HAOUZ)).join();
    assertEquals(made.sealed(), moved.sealed());
    staff.accounts.change("said", account -> account.withDisabled(true)).join();
    assertEquals(Optional.empty(), staff.accounts.number("p1").join());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Amina", "a b", "-x", "1a", "a/b", "../x", "amina\n", "é"})
  void aNameIsAPlainWord(String name) {
    String why =
        Staff.said(() -> staff.accounts.create(name, Role.VIEWER, HAOUZ, Optional.empty()).join());
    assertTrue(why.startsWith("a name is a lower-case word"), why);
  }

  @Test
  void anybodyNeedsNoAccount() {
    assertEquals(
        "anybody needs no account",
        Staff.said(() -> staff.accounts.create("x", Role.PERSON, HAOUZ, Optional.empty()).join()));
  }

  @Test
  void aNameAndANumberAreOneAccountsOnly() {
    staff.accounts.create("said", Role.AGENT, HAOUZ, phone("p1")).join();
    assertEquals(
        "the name said is taken",
        Staff.said(
            () -> staff.accounts.create("said", Role.AGENT, HAOUZ, Optional.empty()).join()));
    assertEquals(
        "this number belongs to another account",
        Staff.said(() -> staff.accounts.create("eve", Role.AGENT, HAOUZ, phone("p1")).join()));
    assertEquals(1, staff.accounts.all().join().size());
    // What was refused has taken nothing: the name is still free, and the number is still said's.
    staff.accounts.create("eve", Role.AGENT, HAOUZ, phone("p2")).join();
    assertEquals("said", name("p1"));
    assertEquals("eve", name("p2"));
  }

  private String name(String person) {
    String id = staff.accounts.of(person).join().orElseThrow().id();
    return staff.accounts.get(id).join().orElseThrow().name();
  }

  /** Stopped after any of its writes, making it again makes it. */
  @Test
  void aCrashInTheMiddleLeavesNothingInTheWay() {
    for (int last = 0; last < 4; last++) {
      String name = "said" + last;
      String person = "p" + last;
      int[] left = {last};
      plan =
          (method, collection) ->
              method.equals("insert") && left[0]-- == 0
                  ? new Fault.Refuse(StoreException.Kind.UNREACHABLE)
                  : new Fault.Pass();
      Staff.said(() -> staff.accounts.create(name, Role.AGENT, HAOUZ, phone(person)).join());
      plan = (method, collection) -> new Fault.Pass();
      Staff.said(() -> staff.accounts.create(name, Role.AGENT, HAOUZ, phone(person)).join());
      assertEquals(name, staff.accounts.named(name).join().name());
      assertEquals(name, name(person));
    }
    assertEquals(4, staff.accounts.all().join().size());
  }

  @Test
  void aReplyThatIsLostIsReadBack() {
    plan =
        (method, collection) ->
            method.equals("insert") || method.equals("replaceIf")
                ? new Fault.LoseReply()
                : new Fault.Pass();
    staff.make("amina", Role.ADMINISTRATOR);
    String token = staff.token("amina");
    assertTrue(staff.callers.of(token).join().isPresent());
    assertEquals(1, staff.accounts.named("amina").join().tokens().size());
  }

  @Test
  void anAgentIsOneUntilTheAccountIsDisabled() {
    Account said = staff.accounts.create("said", Role.AGENT, HAOUZ, phone("p1")).join();
    assertEquals(Optional.of(said.actor()), staff.accounts.of("p1").join());
    assertEquals(Optional.empty(), staff.accounts.of("p2").join());
    staff.accounts.change("said", account -> account.withDisabled(true)).join();
    assertEquals(Optional.empty(), staff.accounts.of("p1").join());
    staff.accounts.change("said", account -> account.withDisabled(false)).join();
    Territory moved = Territory.of(List.of("chichaoua"));
    staff.accounts.change("said", account -> account.withTerritory(moved)).join();
    assertEquals(moved, staff.accounts.of("p1").join().orElseThrow().territory());
  }

  @Test
  void changesAtTheSameTimeAreAllMade() {
    staff.make("amina", Role.ADMINISTRATOR);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++)
      all.add(
          CompletableFuture.runAsync(
              () ->
                  staff
                      .accounts
                      .issue("amina", Set.of(Scope.AUDIT_READ), staff.now.plusSeconds(60))
                      .join()));
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    assertEquals(3, staff.accounts.named("amina").join().tokens().size());
  }

  @Test
  void thereAreOnlySoManyTokensAndOldOnesMakeRoom() {
    staff.make("amina", Role.ADMINISTRATOR);
    for (int i = 0; i < Account.MOST_TOKENS; i++) staff.token("amina");
    assertEquals("an account has at most 16 tokens", Staff.said(() -> staff.token("amina")));
    staff.now = staff.now.plusSeconds(100_000);
    staff.token("amina");
    assertEquals(1, staff.accounts.named("amina").join().tokens().size());
  }

  /** Neither the token nor a number is anywhere in what is stored. */
  @Test
  void whatIsStoredOpensNothing() {
    staff.make("amina", Role.ADMINISTRATOR);
    String token = staff.token("amina");
    String secret = token.substring(token.length() - 43);
    for (Document document : memory.scan("accounts", "", 10).join())
      assertFalse(document.json().contains(secret.substring(0, 12)), "a token is stored");
  }
}
