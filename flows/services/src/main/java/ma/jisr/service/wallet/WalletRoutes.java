package ma.jisr.service.wallet;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of {@link WalletOperations} to the {@link WalletService}. */
public final class WalletRoutes extends ServiceRoutes {
  public WalletRoutes(WalletService service) {
    super(service);
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : WalletOperations.all())
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
