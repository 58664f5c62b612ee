package ma.jisr.sandbox.wallet;

import java.nio.file.Path;
import ma.jisr.sandbox.wallet.payment.Approval;
import ma.jisr.sandbox.wallet.payment.Tariff;
import ma.jisr.sandbox.wallet.payment.Times;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated provider of wallets is started with.
 *
 * @param port on the loopback; 0 for a free one
 * @param code the provider's own USSD code, by which its customers find what waits for them
 * @param approval how payers approve
 * @param marks whether the centimes of amounts ask for troubles, see docs/wallet.md
 * @param times its times
 * @param tariff what payments cost
 * @param folder where the file with its address and secret is written, for its owner only; null for
 *     none
 */
public record WalletSettings(
    int port,
    String code,
    Approval approval,
    boolean marks,
    Times times,
    Tariff tariff,
    @Nullable Path folder) {
  /** A provider that asks on phones: what a demonstration wants. */
  public static WalletSettings usual(@Nullable Path folder) {
    return new WalletSettings(0, "*777#", Approval.PHONE, true, Times.USUAL, Tariff.USUAL, folder);
  }

  /** The same with payers who approve in another way. */
  public WalletSettings approving(Approval other) {
    return new WalletSettings(port, code, other, marks, times, tariff, folder);
  }

  /** The same with other times. */
  public WalletSettings within(Times other) {
    return new WalletSettings(port, code, approval, marks, other, tariff, folder);
  }
}
