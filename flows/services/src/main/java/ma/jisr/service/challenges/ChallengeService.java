package ma.jisr.service.challenges;

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
 * The challenge service: the open list of challenges is read by theme or in any words, one is taken
 * up, and who answers for it hears of that.
 */
public final class ChallengeService implements Service {
  public static final List<String> FLOWS =
      List.of("/ma/jisr/service/challenges/find.yaml", "/ma/jisr/service/challenges/read.yaml");

  private final BookAnswers book;

  public ChallengeService(Ports ports) {
    this.book = new BookAnswers(ports.challenges().book());
  }

  @Override
  public String name() {
    return "challenges";
  }

  @Override
  public List<Operation> operations() {
    return ChallengeOperations.ALL;
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new ChallengeRoutes(this));
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "challenges.themes" -> now(book.themes());
      case "challenges.listed" -> now(book.listed(request));
      case "challenges.search" -> now(book.search(request));
      case "challenges.show" -> now(book.show(request));
      case "challenges.questions" -> now(book.questions(request));
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException("nobody answers " + request.operation()));
    };
  }

  private static CompletionStage<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
