package ma.jisr.service.account;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of {@link AccountOperations} to the {@link AccountService}. */
public final class AccountRoutes extends ServiceRoutes {
  public AccountRoutes(AccountService service) {
    super(service);
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : AccountOperations.ALL)
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
