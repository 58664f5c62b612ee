package ma.jisr.service.hotspots;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of {@link HotspotOperations} to the {@link HotspotService}. */
public final class HotspotRoutes extends ServiceRoutes {
  public HotspotRoutes(HotspotService service) {
    super(service);
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : HotspotOperations.ALL)
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
