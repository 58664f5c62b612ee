package ma.jisr.service.challenges.register;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * Somebody's name and number as that of who answers for a challenge, its owner or key partner. Once
 * they are erased nobody is asked in their place, until an operator names somebody else.
 */
final class KeeperHolding implements Holding {
  private final Challenges challenges;

  KeeperHolding(Challenges challenges) {
    this.challenges = challenges;
  }

  @Override
  public String name() {
    return "keepers";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    int n = 0;
    for (String digits : who.numbers())
      n += challenges.book().keptBy(Keeper.who(digits, challenges.vault())).size();
    return CompletableFuture.completedFuture(
        n == 0
            ? List.of()
            : List.of(new Held("keeper", "keeper_why", Math.min(n, Held.MOST), "until_removed")));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (String digits : who.numbers()) {
      String name = Keeper.who(digits, challenges.vault());
      for (Challenge one : challenges.book().keptBy(name))
        all = all.thenCompose(_ -> challenges.desk().forget(one.code(), name, now));
    }
    return all.thenApply(_ -> null);
  }
}
