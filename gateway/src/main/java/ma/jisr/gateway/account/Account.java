package ma.jisr.gateway.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;

/**
 * Somebody who works with Jisr, or a program that does. All of it is one document, so that what an
 * account loses it loses at once, tokens included.
 *
 * @param id a ULID; what histories and the audit trail call it
 * @param name what people call it: see {@link #NAME}
 * @param role what it may do, within its territory
 * @param person the random id of the person whose phone it acts by; empty without one
 * @param sealed that phone's number, which {@link Accounts} alone opens; empty without a phone, and
 *     of one that was tied before numbers were kept
 * @param disabled whether it may do nothing for now
 * @param created when
 * @param tokens given out and not yet revoked, at most {@link #MOST_TOKENS}
 * @param version of the document that it was read from; the next write is one more
 */
public record Account(
    String id,
    String name,
    Role role,
    Territory territory,
    Optional<String> person,
    Optional<String> sealed,
    boolean disabled,
    Instant created,
    List<Token> tokens,
    long version) {
  /** A lower-case word of letters, digits, dots and dashes, at most 32. */
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  /** Most tokens of one account: a laptop, a server and their successors. */
  public static final int MOST_TOKENS = 16;

  public Account {
    if (role == Role.PERSON) throw new AccountException("anybody needs no account");
    tokens = List.copyOf(tokens);
  }

  public Actor actor() {
    return new Actor(id, role, territory);
  }

  public Account withTokens(List<Token> next) {
    return new Account(id, name, role, territory, person, sealed, disabled, created, next, version);
  }

  /** Whether it keeps the accounts now. */
  public boolean administers() {
    return role == Role.ADMINISTRATOR && !disabled;
  }

  /** Without a phone: it acts by its tokens only. */
  Account withoutPhone() {
    return new Account(
        id,
        name,
        role,
        territory,
        Optional.empty(),
        Optional.empty(),
        disabled,
        created,
        tokens,
        version);
  }

  /** Another role in another territory; its tokens are good for no more than that. */
  public Account withRole(Role next, Territory where) {
    List<Token> left =
        tokens.stream()
            .map(token -> token.within(next))
            .filter(t -> !t.scopes().isEmpty())
            .toList();
    return new Account(id, name, next, where, person, sealed, disabled, created, left, version);
  }

  public Account withTerritory(Territory next) {
    return new Account(id, name, role, next, person, sealed, disabled, created, tokens, version);
  }

  /** Disabled, it has lost its tokens for good; enabled again, it is given new ones. */
  public Account withDisabled(boolean next) {
    List<Token> left = next ? List.of() : tokens;
    return new Account(id, name, role, territory, person, sealed, next, created, left, version);
  }
}
