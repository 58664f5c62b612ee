package ma.jisr.service.wallet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;
import ma.jisr.service.wallet.benefit.Benefits;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.payee.MerchantDays;
import ma.jisr.service.wallet.payment.PaymentCollections;
import org.jspecify.annotations.Nullable;

/**
 * The wallet service: people pay each other, merchants, bills, airtime and suppliers from their
 * mobile wallet, and follow and dispute what they have paid. Where no provider is configured
 * everything answers that it is not offered.
 */
public final class WalletService implements Service {
  public static final List<String> FLOWS =
      List.of(
          "/ma/jisr/service/wallet/pay.yaml",
          "/ma/jisr/service/wallet/transfer.yaml",
          "/ma/jisr/service/wallet/bill.yaml",
          "/ma/jisr/service/wallet/topup.yaml",
          "/ma/jisr/service/wallet/supplier.yaml",
          "/ma/jisr/service/wallet/confirm.yaml",
          "/ma/jisr/service/wallet/absent.yaml",
          "/ma/jisr/service/wallet/told.yaml",
          "/ma/jisr/service/wallet/mine.yaml",
          "/ma/jisr/service/wallet/claim.yaml",
          "/ma/jisr/service/wallet/notme.yaml",
          "/ma/jisr/service/wallet/benefit.yaml");

  private static final Set<String> PAYING =
      Set.of(
          "wallet.pay",
          "wallet.transfer",
          "wallet.bill",
          "wallet.topup",
          "wallet.supplier",
          "wallet.benefit");

  private final @Nullable PayingAnswers paying;
  private final @Nullable FollowAnswers following;

  public WalletService(Ports ports) {
    this.paying = ports.wallet().map(wallet -> new PayingAnswers(ports, wallet)).orElse(null);
    this.following = ports.wallet().map(wallet -> new FollowAnswers(ports, wallet)).orElse(null);
  }

  @Override
  public String name() {
    return "wallet";
  }

  @Override
  public List<Operation> operations() {
    return WalletOperations.all();
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new WalletRoutes(this));
  }

  @Override
  public List<String> outboxes() {
    return Stream.of(
            PaymentCollections.outboxes(),
            Claims.OUTBOXES,
            Benefits.OUTBOXES,
            List.of(MerchantDays.SPEC.name()))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Set<String> hidden() {
    return paying != null ? Set.of() : PAYING;
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    if (paying != null
        && PayingOperations.ALL.stream().anyMatch(o -> o.name().equals(request.operation())))
      return paying.answer(request);
    if (following != null) return following.answer(request);
    return CompletableFuture.completedFuture(
        new OperationResult(WalletOperations.HIDDEN, Map.of()));
  }
}
