package ma.jisr.service.wallet.port;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A provider of mobile wallets, as Jisr asks it. Callable from any thread, never blocks; futures
 * complete on any thread and never exceptionally: what went wrong is one of the results. No method
 * repeats a request by itself; each ends within {@link #WITHIN_SECONDS}.
 */
public interface WalletPort {
  /** Longest time of one request: 3 s to connect, 15 s for the answer, and a rest. */
  int WITHIN_SECONDS = 20;

  /** Its id in the settings. */
  String id();

  /** Its name as people know it: "Wallet A". At most 16 characters. */
  String name();

  Capabilities capabilities();

  /** Whether it works. */
  CompletableFuture<Health> health();

  /** Whether an account may be paid, and whose it is. */
  CompletableFuture<Payee> payee(Account account);

  /** What paying would cost. */
  CompletableFuture<Fee> fee(Kind kind, Account payer, Account payee, Money amount);

  /** What a customer owes. */
  CompletableFuture<Bills> bills(Account biller, String customer);

  /**
   * Asks the payer to pay, through the provider: one POST, made only when the order is durable.
   * Said again with the same order it is the same request.
   */
  CompletableFuture<Answer> submit(Order order);

  /**
   * What became of an order.
   *
   * @param server the provider's id of the request; null when none is known
   * @param transaction the provider's reference of the payment; null when none is known
   */
  CompletableFuture<Answer> status(
      Order order, @Nullable String server, @Nullable String transaction);

  /** What the provider remembers under our own id, when its answer was lost (GSMA responses). */
  CompletableFuture<Answer> recover(Order order);

  /**
   * Gives a payment back.
   *
   * @param correlation made once for the reversal
   * @param transaction the provider's reference of the payment
   */
  CompletableFuture<Answer> reverse(UUID correlation, Order order, String transaction);

  /**
   * What it booked for us on a day, Morocco's.
   *
   * @param from where the page begins; null for the first
   * @return null when it was not to be had
   */
  CompletableFuture<@Nullable Statement> statement(LocalDate day, @Nullable String from);
}
