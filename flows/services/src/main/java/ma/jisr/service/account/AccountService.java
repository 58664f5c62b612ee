package ma.jisr.service.account;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;

/**
 * The account service: the flow in which people choose their language. It needs no operation of its
 * own, since a profile is part of the person and changed by the engine ({@code user.language}).
 */
public final class AccountService implements Service {
  public static final List<String> FLOWS = List.of("/ma/jisr/service/account/language.yaml");

  private final AccountsDesk desk;

  public AccountService(Ports ports) {
    this.desk = ports.account().desk();
  }

  /** What its operations ask. */
  AccountsDesk desk() {
    return desk;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public List<Operation> operations() {
    return List.of();
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return CompletableFuture.failedFuture(
        new IllegalArgumentException(request.operation() + " is not ours"));
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of();
  }
}
