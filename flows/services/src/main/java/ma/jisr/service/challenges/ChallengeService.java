package ma.jisr.service.challenges;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.Holding;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;

/**
 * The challenge service: the open list of challenges is read by theme or in any words, one is taken
 * up, and who answers for it hears of that.
 */
public final class ChallengeService implements Service {
  public static final List<String> FLOWS =
      List.of(
          "/ma/jisr/service/challenges/find.yaml",
          "/ma/jisr/service/challenges/read.yaml",
          "/ma/jisr/service/challenges/take.yaml",
          "/ma/jisr/service/challenges/offer.yaml",
          "/ma/jisr/service/challenges/mine.yaml",
          "/ma/jisr/service/challenges/word.yaml",
          "/ma/jisr/service/challenges/follow.yaml");

  private final BookAnswers book;
  private final OfferAnswers offers;
  private final FollowAnswers follows;
  private final Holding holding;

  public ChallengeService(Ports ports) {
    this.book = new BookAnswers(ports.challenges());
    this.offers = new OfferAnswers(ports);
    this.follows = new FollowAnswers(ports);
    this.holding = new ChallengeHolding(ports.challenges());
  }

  @Override
  public String name() {
    return "challenges";
  }

  @Override
  public List<Operation> operations() {
    return Stream.of(ChallengeOperations.ALL, OfferOperations.ALL, FollowOperations.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new ChallengeRoutes(this));
  }

  @Override
  public List<Holding> holdings() {
    return List.of(holding);
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "challenges.themes" -> now(book.themes());
      case "challenges.listed" -> now(book.listed(request));
      case "challenges.search" -> now(book.search(request));
      case "challenges.show" -> book.show(request);
      case "challenges.questions" -> now(book.questions(request));
      case "challenges.offer" -> offers.offer(request);
      case "challenges.mine" -> offers.mine(request);
      case "challenges.withdraw" -> offers.withdraw(request);
      case "challenges.word" -> offers.word(request);
      case "challenges.prove" -> offers.prove(request);
      case "challenges.follows" -> follows.mine(request);
      case "challenges.follow" -> follows.follow(request);
      case "challenges.unfollow" -> follows.unfollow(request);
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException("nobody answers " + request.operation()));
    };
  }

  private static CompletionStage<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
