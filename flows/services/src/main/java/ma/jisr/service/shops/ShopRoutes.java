package ma.jisr.service.shops;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of {@link ShopOperations} to the {@link ShopFinding}. */
public final class ShopRoutes extends ServiceRoutes {
  public ShopRoutes(ShopFinding service) {
    super(service);
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : ShopOperations.ALL)
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
