package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Payee;
import ma.jisr.service.wallet.port.WalletPort;
import ma.jisr.store.Store;

/**
 * The providers of wallets, and who of them has a number's: the table says it, else they are asked
 * one after the other, and the answer is remembered for {@link #REMEMBERED}. Of several the last
 * used is taken, else the first. Callable from any thread.
 */
public final class Wallets {
  /** Numbers are ported in days. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  private final List<WalletPort> ports;
  private final NumberTable table;
  private final Payers payers;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param ports in the order in which they are asked
   */
  public Wallets(
      List<WalletPort> ports, NumberTable table, Store store, Vault vault, InstantSource clock) {
    this.ports = List.copyOf(ports);
    this.table = table;
    this.payers = new Payers(store);
    this.vault = vault;
    this.clock = clock;
  }

  /** Who has a number's wallet. */
  sealed interface Found {
    /**
     * This one.
     *
     * @param level of the wallet, 1 to 3; 0 for unknown
     */
    record At(WalletPort port, int level) implements Found {}

    /** Nobody. */
    record Nowhere() implements Found {}

    /** Somebody has not said. */
    record Unsure() implements Found {}
  }

  public List<WalletPort> ports() {
    return ports;
  }

  /** Its name as people know it; "?" for one that is not configured any more. */
  String name(String id) {
    return port(id).map(WalletPort::name).orElse("?");
  }

  Optional<WalletPort> port(String id) {
    for (WalletPort port : ports) if (port.id().equals(id)) return Optional.of(port);
    return Optional.empty();
  }

  CompletableFuture<Found> of(Msisdn number) {
    Optional<NumberTable.Known> known = table.of(number);
    Optional<WalletPort> at = known.flatMap(k -> port(k.provider()));
    if (known.isPresent() && at.isPresent())
      return CompletableFuture.completedFuture(new Found.At(at.get(), known.get().level()));
    String name = NumberTable.name(vault, number);
    Instant now = clock.instant();
    return payers
        .get(name)
        .thenCompose(
            payer -> {
              Optional<WalletPort> last = port(payer.provider());
              Instant found = payer.found();
              if (last.isPresent() && found != null && now.isBefore(found.plus(REMEMBERED)))
                return CompletableFuture.completedFuture(new Found.At(last.get(), 0));
              return ask(number, order(number, payer.provider()), 0, false)
                  .thenCompose(answer -> remember(name, answer, now));
            });
  }

  /** The last used first, then whoever such numbers were first given to, then the others. */
  private List<WalletPort> order(Msisdn number, String last) {
    List<WalletPort> all = new ArrayList<>(ports);
    table.hint(number).flatMap(this::port).ifPresent(port -> first(all, port));
    port(last).ifPresent(port -> first(all, port));
    return all;
  }

  private static void first(List<WalletPort> all, WalletPort port) {
    all.remove(port);
    all.addFirst(port);
  }

  private CompletableFuture<Found> ask(
      Msisdn number, List<WalletPort> order, int index, boolean unsure) {
    if (index == order.size())
      return CompletableFuture.completedFuture(unsure ? new Found.Unsure() : new Found.Nowhere());
    WalletPort port = order.get(index);
    return port.payee(Account.msisdn(number.digits()))
        .thenCompose(
            payee ->
                switch (payee) {
                  case Payee.Found found ->
                      CompletableFuture.completedFuture(new Found.At(port, 0));
                  // Who cannot be paid now has a wallet there, and may be able to pay.
                  case Payee.Unavailable unavailable ->
                      CompletableFuture.completedFuture(new Found.At(port, 0));
                  case Payee.Unregistered none -> ask(number, order, index + 1, unsure);
                  case Payee.Unknown unknown -> ask(number, order, index + 1, true);
                });
  }

  /**
   * Whether a number may be paid, and whose it is. The payer's provider is asked first; a payee may
   * have a wallet elsewhere, to which the national switch carries what is paid, so that the others
   * are asked after it.
   */
  CompletableFuture<Payee> payee(WalletPort payers, Account number) {
    List<WalletPort> all = new ArrayList<>(ports);
    first(all, payers);
    return payee(number, all, 0, new Payee.Unregistered());
  }

  private CompletableFuture<Payee> payee(
      Account number, List<WalletPort> order, int index, Payee otherwise) {
    if (index == order.size()) return CompletableFuture.completedFuture(otherwise);
    return order
        .get(index)
        .payee(number)
        .thenCompose(
            payee ->
                switch (payee) {
                  case Payee.Unregistered none -> payee(number, order, index + 1, otherwise);
                  case Payee.Unknown unknown -> payee(number, order, index + 1, unknown);
                  case Payee.Found found -> CompletableFuture.completedFuture(found);
                  case Payee.Unavailable closed -> CompletableFuture.completedFuture(closed);
                });
  }

  private CompletableFuture<Found> remember(String name, Found found, Instant now) {
    if (!(found instanceof Found.At at)) return CompletableFuture.completedFuture(found);
    return payers
        .change(name, "at:" + at.port().id() + now, payer -> payer.at(at.port().id(), now))
        .thenApply(_ -> found);
  }
}
