package ma.jisr.service.audience;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of {@link AudienceOperations} to the {@link AudienceService}. */
public final class AudienceRoutes extends ServiceRoutes {
  public AudienceRoutes(AudienceService service) {
    super(service);
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : AudienceOperations.ALL)
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
