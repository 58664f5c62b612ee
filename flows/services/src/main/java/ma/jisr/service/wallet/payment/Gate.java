package ma.jisr.service.wallet.payment;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Msisdn;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.WalletPort;

/** What is looked at once more before a request leaves: much may have happened since the "yes". */
final class Gate {
  private final Payers payers;
  private final SimRisk risk;
  private final Orders orders;

  Gate(Payers payers, SimRisk risk, Orders orders) {
    this.payers = payers;
    this.risk = risk;
    this.orders = orders;
  }

  /** What speaks against sending it now; empty for nothing. */
  CompletableFuture<Optional<Evidence>> against(Payment payment, WalletPort port) {
    if (payment.reversal() != null) return health(port);
    Optional<Msisdn> payer = orders.payer(payment);
    if (payer.isEmpty()) return held("its key is gone");
    return payers
        .get(payment.terms().payer().name())
        .thenCompose(
            known ->
                known.blocked()
                    ? held(Why.BLOCKED.name())
                    : risk.of(payer.get())
                        .thenCompose(
                            card ->
                                card == SimRisk.Risk.NEW
                                    ? held(Why.SIM_CHANGED.name())
                                    : health(port)));
  }

  private static CompletableFuture<Optional<Evidence>> health(WalletPort port) {
    return port.health()
        .thenApply(
            health ->
                health == Health.DOWN
                    ? Optional.of(new Evidence.Postponed(Why.DOWN.name()))
                    : Optional.empty());
  }

  private static CompletableFuture<Optional<Evidence>> held(String why) {
    return CompletableFuture.completedFuture(Optional.of(new Evidence.Withheld(why)));
  }
}
