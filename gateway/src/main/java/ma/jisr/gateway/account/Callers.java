package ma.jisr.gateway.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who tells whether a token is good, from the store at each use: one read. How long the comparison
 * takes says nothing of how much of a guess was right. Callable from any thread.
 */
public final class Callers {
  private final Accounts accounts;
  private final InstantSource clock;
  private final UnaryOperator<String> hash;

  /**
   * @param hash as the accounts'
   */
  public Callers(Accounts accounts, InstantSource clock, UnaryOperator<String> hash) {
    this.accounts = accounts;
    this.clock = clock;
    this.hash = hash;
  }

  /** The bearer of a token; empty when it is none, or good for nothing any more. */
  public CompletableFuture<Optional<Caller>> of(String text) {
    Optional<TokenText> token = TokenText.read(text);
    if (token.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    byte[] shown = hash.apply(token.get().whole()).getBytes(US_ASCII);
    return accounts
        .get(token.get().account())
        .thenApply(found -> found.flatMap(account -> caller(account, shown)));
  }

  private Optional<Caller> caller(Account account, byte[] shown) {
    Token match = null;
    for (Token token : account.tokens())
      if (MessageDigest.isEqual(token.hash().getBytes(US_ASCII), shown)) match = token;
    return good(account, match) && match != null
        ? Optional.of(new Caller(account.actor(), match.id(), scopes(account, match)))
        : Optional.empty();
  }

  private boolean good(Account account, @Nullable Token token) {
    Instant now = clock.instant();
    return token != null && !account.disabled() && !token.expired(now);
  }

  private static Set<Scope> scopes(Account account, Token token) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    scopes.addAll(token.scopes());
    scopes.retainAll(Scope.within(account.role()));
    return scopes;
  }
}
