package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.ScriptedWallet.Reply;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;
import ma.jisr.service.wallet.port.Payee;
import ma.jisr.service.wallet.port.Statement;
import ma.jisr.service.wallet.port.WalletPort;
import org.jspecify.annotations.Nullable;

/**
 * The same provider behind a bad line, by a seed: requests do not leave, arrive late or never,
 * answers are late or lost, and it is down now and then.
 */
final class FarWallet implements WalletPort {
  private final ScriptedWallet near;
  private final SplittableRandom random;
  private final Loop loop;
  private boolean fair;

  /** How often a request was made, by correlation, wherever it has come to. */
  final Map<UUID, Integer> made = new HashMap<>();

  FarWallet(ScriptedWallet near, SplittableRandom random, Loop loop) {
    this.near = near;
    this.random = random;
    this.loop = loop;
  }

  /** From now on nothing goes wrong any more. */
  void clear() {
    fair = true;
  }

  @Override
  public CompletableFuture<Answer> submit(Order order) {
    return send(order.correlation(), near.submits, () -> near.submit(order));
  }

  @Override
  public CompletableFuture<Answer> reverse(UUID correlation, Order order, String transaction) {
    return send(correlation, near.reversals, () -> near.reverse(correlation, order, transaction));
  }

  private CompletableFuture<Answer> send(
      UUID correlation, Deque<Reply> replies, Supplier<CompletableFuture<Answer>> request) {
    made.merge(correlation, 1, Integer::sum);
    int luck = fair ? 99 : random.nextInt(100);
    if (luck < 8) return late(() -> new Answer.NotSent("refused"), 3_000);
    if (luck < 12) return late(() -> new Answer.NotProcessed("token", null), 3_000);
    if (luck < 18) return late(() -> new Answer.Unknown("lost"), 20_000);
    Reply reply =
        switch (random.nextInt(10)) {
          case 0, 1 -> Reply.DONE;
          case 2 -> Reply.REFUSE;
          default -> Reply.ACCEPT;
        };
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    // One in ten comes there when nobody waits for its answer any more.
    int arrives = luck < 28 ? 20_000 + random.nextInt(100_000) : random.nextInt(3_000);
    boolean lost = luck < 45;
    in(
        arrives,
        () -> {
          boolean there = near.taken.containsKey(correlation);
          replies.add(there && random.nextBoolean() ? Reply.REFUSE_ANYWAY : reply);
          Answer truth = request.get().join();
          if (!lost) in(random.nextInt(luck < 50 ? 45_000 : 3_000), () -> answer.complete(truth));
        });
    if (lost) in(20_000, () -> answer.complete(new Answer.Unknown("time-out")));
    return answer;
  }

  private void in(int millis, Runnable what) {
    Loop.Cancel unused = loop.after(Duration.ofMillis(millis), what);
  }

  private <T> CompletableFuture<T> late(Supplier<T> answer, int most) {
    CompletableFuture<T> later = new CompletableFuture<>();
    in(1 + random.nextInt(most), () -> later.complete(answer.get()));
    return later;
  }

  private CompletableFuture<Answer> look(Supplier<CompletableFuture<Answer>> truth) {
    int luck = fair ? 99 : random.nextInt(100);
    if (luck < 15) return late(() -> new Answer.Unknown("time-out"), 20_000);
    if (luck < 20) return late(() -> new Answer.NotSent("refused"), 3_000);
    return late(() -> truth.get().join(), luck < 25 ? 45_000 : 2_000);
  }

  @Override
  public CompletableFuture<Answer> status(
      Order order, @Nullable String server, @Nullable String transaction) {
    return look(() -> near.status(order, server, transaction));
  }

  @Override
  public CompletableFuture<Answer> recover(Order order) {
    return look(() -> near.recover(order));
  }

  @Override
  public CompletableFuture<Health> health() {
    boolean down = !fair && random.nextInt(20) == 0;
    return late(() -> down ? Health.DOWN : Health.UP, 200);
  }

  @Override
  public CompletableFuture<Payee> payee(Account account) {
    boolean silent = !fair && random.nextInt(20) == 0;
    return late(() -> silent ? new Payee.Unknown("time-out") : near.payee(account).join(), 500);
  }

  @Override
  public CompletableFuture<Fee> fee(Kind kind, Account payer, Account payee, Money amount) {
    return near.fee(kind, payer, payee, amount);
  }

  @Override
  public CompletableFuture<Bills> bills(Account biller, String customer) {
    return near.bills(biller, customer);
  }

  @Override
  public CompletableFuture<@Nullable Statement> statement(LocalDate day, @Nullable String from) {
    return near.statement(day, from);
  }

  @Override
  public String id() {
    return near.id();
  }

  @Override
  public String name() {
    return near.name();
  }

  @Override
  public Capabilities capabilities() {
    return near.capabilities();
  }
}
