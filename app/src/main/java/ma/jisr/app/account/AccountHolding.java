package ma.jisr.app.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * That somebody's phone is an account's. Once they are erased nothing is done by it any more; the
 * account stays with its tokens, which an administrator takes away, and what it did stays in the
 * trail under its id.
 *
 * @param accounts all of them
 */
public record AccountHolding(Accounts accounts) implements Holding {
  @Override
  public String name() {
    return "accounts";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return accounts
        .tied(who.person())
        .thenApply(
            found ->
                found.isEmpty()
                    ? List.of()
                    : List.of(new Held("account", "account_why", 1, "until_removed")));
  }

  @Override
  public CompletableFuture<List<Map<String, String>>> copy(Whose who) {
    return accounts
        .tied(who.person())
        .thenApply(
            found ->
                found.stream()
                    .map(
                        one ->
                            Map.of(
                                "account", one.name(),
                                "role", one.role().name(),
                                "created", one.created().toString()))
                    .toList());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return accounts.untie(who.person());
  }
}
