package ma.jisr.service.wallet.gsma;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.base.Money;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider that speaks the GSMA Mobile Money API 1.2. */
public final class GsmaWallet implements WalletPort {
  private static final Logger LOG = LoggerFactory.getLogger(GsmaWallet.class);

  private final GsmaSettings settings;
  private final Client client;
  private final Paying paying;
  private final Looking looking;
  private final Knowing knowing;
  private final Statements statements;

  /**
   * @param vertx whose loops its connections run on
   * @param callbacks of the same key as the {@link CallbackServer}'s
   * @param clock for dates on the wire, the life of tokens and the breaker's pause
   * @param ids of quotations, which nobody comes back to
   */
  public GsmaWallet(
      Vertx vertx,
      GsmaSettings settings,
      CallbackTokens callbacks,
      Clock clock,
      Supplier<UUID> ids) {
    this.settings = settings;
    this.client = new Client(vertx, settings, callbacks, clock);
    Verdict verdict = new Verdict(settings);
    Guard guard = new Guard(settings.id(), clock);
    this.paying = new Paying(client, settings, verdict, guard, clock);
    this.looking = new Looking(client, Endpoint.of(settings.base()), verdict);
    this.knowing = new Knowing(client, settings, guard, ids);
    this.statements = new Statements(client, settings);
  }

  @Override
  public String id() {
    return settings.id();
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Capabilities capabilities() {
    return settings.capabilities();
  }

  @Override
  public CompletableFuture<Health> health() {
    return told("health", knowing::health, fault -> Health.DOWN);
  }

  @Override
  public CompletableFuture<Payee> payee(Account account) {
    return told("payee", () -> knowing.payee(account), Payee.Unknown::new);
  }

  @Override
  public CompletableFuture<Fee> fee(Kind kind, Account payer, Account payee, Money amount) {
    return told("fee", () -> knowing.fee(kind, payer, payee, amount), fault -> new Fee.Untold());
  }

  @Override
  public CompletableFuture<Bills> bills(Account biller, String customer) {
    return told("bills", () -> knowing.bills(biller, customer), Bills.Unknown::new);
  }

  @Override
  public CompletableFuture<Answer> submit(Order order) {
    return told("submit", () -> paying.submit(order), Answer.Unknown::new);
  }

  @Override
  public CompletableFuture<Answer> status(
      Order order, @Nullable String server, @Nullable String transaction) {
    return told("status", () -> looking.status(order, server, transaction), Answer.Unknown::new);
  }

  @Override
  public CompletableFuture<Answer> recover(Order order) {
    return told("recover", () -> looking.recover(order), Answer.Unknown::new);
  }

  @Override
  public CompletableFuture<Answer> reverse(UUID correlation, Order order, String transaction) {
    return told(
        "reverse", () -> paying.reverse(correlation, order, transaction), Answer.Unknown::new);
  }

  @Override
  public CompletableFuture<@Nullable Statement> statement(LocalDate day, @Nullable String from) {
    CompletableFuture<@Nullable Statement> told = new CompletableFuture<>();
    told.completeOnTimeout(null, WITHIN_SECONDS, TimeUnit.SECONDS);
    statements
        .page(day, from)
        .onComplete(page -> told.complete(page.succeeded() ? page.result() : null));
    return told;
  }

  /** A fault of ours is an answer, too, and its message is not told: it could quote anything. */
  private <T> CompletableFuture<T> told(
      String what, Supplier<Future<T>> asked, Function<String, T> broken) {
    CompletableFuture<T> told = new CompletableFuture<>();
    Future<T> future;
    try {
      future = asked.get();
    } catch (RuntimeException e) {
      future = Future.failedFuture(e);
    }
    // Several questions may follow each other: the port's bound holds for all of them together.
    told.completeOnTimeout(broken.apply("time-out"), WITHIN_SECONDS, TimeUnit.SECONDS);
    future.onComplete(
        done -> {
          if (done.succeeded()) {
            T value = done.result();
            LOG.debug("{}: {} {}", id(), what, value.getClass().getSimpleName());
            told.complete(value);
          } else {
            String kind = done.cause().getClass().getSimpleName();
            LOG.warn("{}: {} broke: {}", id(), what, kind);
            told.complete(broken.apply("a fault of ours: " + kind));
          }
        });
    return told;
  }

  /** Ends its connections; what is under way is lost, not undone. */
  public CompletableFuture<Void> close() {
    return client.close().toCompletionStage().toCompletableFuture();
  }
}
