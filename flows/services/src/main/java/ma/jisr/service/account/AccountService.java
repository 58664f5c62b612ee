package ma.jisr.service.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;

/**
 * The account service: language, home and consent, which are part of the person and changed by the
 * engine; and what people may ask about what is kept of them.
 */
public final class AccountService implements Service {
  private static final String FOLDER = "/ma/jisr/service/account/";

  public static final List<String> FLOWS =
      Stream.of("language", "menu", "home", "data", "copy", "erase", "messages", "hide", "tie")
          .map(name -> FOLDER + name + ".yaml")
          .toList();

  private final AccountAnswers answers;
  private final HomePlaces homes;
  private final AccountsDesk desk;

  public AccountService(Ports ports) {
    this.answers = new AccountAnswers(ports);
    this.homes = new HomePlaces(ports);
    this.desk = ports.account().desk();
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public List<Operation> operations() {
    return AccountOperations.ALL;
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "account.held" -> answers.held(request);
      case "account.copy" -> answers.copy(request);
      case "account.leave" -> answers.leave(request);
      case "account.erase" -> answers.erase(request);
      case "account.changed" -> ChangedOperation.answer(desk, request);
      case "account.prove" -> answers.prove(request);
      case "account.hide" -> answers.hide(request);
      case "account.tie" -> answers.tie(request);
      case "account.tied" -> answers.tied(request);
      case "account.commune" ->
          CompletableFuture.completedFuture(
              request.arguments().get("place") instanceof Value.Item place
                  ? homes.of(place)
                  : new OperationResult("wide", Map.of()));
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException(request.operation() + " is not ours"));
    };
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new AccountRoutes(this));
  }
}
