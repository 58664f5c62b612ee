package ma.jisr.service.wallet.benefit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/** What an agency has named somebody's number for. Who is erased is told of it no more. */
final class BenefitHolding implements Holding {
  private final Benefits benefits;
  private final Function<String, CompletableFuture<Void>> forget;

  /**
   * @param forget takes a number out of every batch
   */
  BenefitHolding(Benefits benefits, Function<String, CompletableFuture<Void>> forget) {
    this.benefits = benefits;
    this.forget = forget;
  }

  @Override
  public String name() {
    return "benefits";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
    for (String digits : who.numbers())
      sum = sum.thenCombine(benefits.named(digits), (n, found) -> n + found);
    return sum.thenApply(
        n -> n == 0 ? List.of() : List.of(new Held("benefits", "benefits_why", n, "days_30")));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (String digits : who.numbers()) all = all.thenCompose(_ -> forget.apply(digits));
    return all;
  }
}
