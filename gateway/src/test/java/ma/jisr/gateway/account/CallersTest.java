package ma.jisr.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a token opens. */
class CallersTest {
  private final Staff staff = new Staff();
  private String token = "";

  @BeforeEach
  void amina() {
    staff.make("amina", Role.OPERATOR);
    token = staff.token("amina");
  }

  private boolean opens(String text) {
    return staff.callers.of(text).join().isPresent();
  }

  @Test
  void aTokenIsItsAccounts() {
    Caller caller = staff.callers.of(token).join().orElseThrow();
    assertEquals(staff.accounts.named("amina").join().actor(), caller.actor());
    assertEquals(Scope.within(Role.OPERATOR), caller.scopes());
    assertEquals(TokenText.LENGTH, token.length());
    assertNotEquals(token, staff.token("amina"));
  }

  @Test
  void whatIsNoTokenOpensNothing() {
    String other = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
    for (String text :
        new String[] {
          "",
          "jisr_",
          other,
          token + "x",
          token.substring(1),
          token.toUpperCase(Locale.ROOT),
          token.replace("jisr_", "jisr-"),
          "x".repeat(TokenText.LENGTH),
          " " + token
        }) assertFalse(opens(text), "a made-up token");
    assertTrue(opens(token));
  }

  @Test
  void aTokenEndsWhenItIsRevokedDisabledOrOld() {
    String second = staff.token("amina");
    String id = staff.callers.of(second).join().orElseThrow().token();
    staff.accounts.revoke("amina", id).join();
    assertFalse(opens(second));
    assertTrue(opens(token));
    assertEquals(
        "the account has no token " + id,
        Staff.said(() -> staff.accounts.revoke("amina", id).join()));
    staff.now = Staff.START.plusSeconds(86_400);
    assertFalse(opens(token), "at the very moment");
    staff.now = Staff.START;
    staff.accounts.change("amina", account -> account.withDisabled(true)).join();
    assertFalse(opens(token));
    assertEquals("the account is disabled", Staff.said(() -> staff.token("amina")));
    staff.accounts.change("amina", account -> account.withDisabled(false)).join();
    assertFalse(opens(token), "tokens are lost for good");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
  void scopesStayWithinTheRole(Role role) {
    staff.make("said", role);
    Set<Scope> beyond = EnumSet.complementOf(EnumSet.copyOf(Scope.within(role)));
    for (Scope scope : beyond)
      assertEquals(
          "the role has not all of these scopes",
          Staff.said(
              () -> staff.accounts.issue("said", Set.of(scope), staff.now.plusSeconds(9)).join()));
    Scope one = Scope.within(role).iterator().next();
    String text = staff.accounts.issue("said", Set.of(one), staff.now.plusSeconds(9)).join().text();
    assertEquals(Set.of(one), staff.callers.of(text).join().orElseThrow().scopes());
  }

  /** A scope that was given out is worth no more than the role is now. */
  @Test
  void aTokenShrinksWithTheRole() {
    Account amina = staff.accounts.named("amina").join();
    Account less =
        new Account(
            amina.id(),
            "amina",
            Role.VIEWER,
            Territory.EVERYWHERE,
            Optional.empty(),
            Optional.empty(),
            false,
            amina.created(),
            amina.tokens(),
            amina.version());
    Document next = new Document(amina.id(), amina.version() + 1, "w", AccountJson.write(less));
    assertEquals(Outcome.REPLACED, staff.store.replaceIf("accounts", next, Priority.TURN).join());
    assertEquals(Scope.within(Role.VIEWER), staff.callers.of(token).join().orElseThrow().scopes());
  }

  @Test
  void nothingShowsAToken() {
    Accounts.Issued issued =
        staff.accounts.issue("amina", Set.of(), staff.now.plusSeconds(9)).join();
    assertFalse(issued.toString().contains(issued.text()));
    assertFalse(TokenText.read(token).orElseThrow().toString().contains(token));
  }
}
