package ma.jisr.service.challenges;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of the {@link ChallengeService} to it. */
public final class ChallengeRoutes extends ServiceRoutes {
  private final ChallengeService service;

  public ChallengeRoutes(ChallengeService service) {
    super(service);
    this.service = service;
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : service.operations())
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
