package ma.jisr.service.audience;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.Holding;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;

/** Who hears notices, as people say it by phone: places, topics, relays, agents' enrolments. */
public final class AudienceService implements Service {
  public static final List<String> FLOWS =
      List.of(
          "/ma/jisr/service/audience/follow.yaml",
          "/ma/jisr/service/audience/mine.yaml",
          "/ma/jisr/service/audience/offer.yaml",
          "/ma/jisr/service/audience/topics.yaml",
          "/ma/jisr/service/audience/mute.yaml",
          "/ma/jisr/service/audience/relay.yaml",
          "/ma/jisr/service/audience/enrol.yaml");

  private final FollowAnswers following;
  private final RelayAnswers relays;
  private final EnrolAnswers enrolling;
  private final Holding holding;

  public AudienceService(Ports ports) {
    AudiencePorts audience = ports.audience();
    Spots spots = new Spots(ports::gazetteer, ports.hotspots());
    this.following = new FollowAnswers(audience.subscribers(), spots);
    this.relays = new RelayAnswers(audience.announcements());
    this.enrolling = new EnrolAnswers(audience.enrolling(), spots);
    this.holding = audience.holding();
  }

  @Override
  public String name() {
    return "audience";
  }

  @Override
  public List<Operation> operations() {
    return AudienceOperations.ALL;
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new AudienceRoutes(this));
  }

  @Override
  public List<String> outboxes() {
    return List.of(RelayStore.ANNOUNCEMENTS.name());
  }

  @Override
  public List<Holding> holdings() {
    return List.of(holding);
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "audience.mine" -> following.mine(request);
      case "audience.follow" -> following.follow(request);
      case "audience.accept" -> following.accept(request);
      case "audience.unfollow" -> following.unfollow(request);
      case "audience.topics" -> following.topics(request);
      case "audience.turn" -> following.turn(request);
      case "audience.mute" -> following.mute(request);
      case "audience.asked" -> relays.asked(request);
      case "audience.announced" -> relays.announced(request);
      case "audience.enrol" -> enrolling.begin(request);
      case "audience.enrolled" -> enrolling.finish(request);
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException(request.operation() + " is not ours"));
    };
  }
}
