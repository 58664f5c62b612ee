package ma.jisr.service.tickets;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.ServiceRoutes;

/** Leads each operation of {@link TicketOperations} to the {@link TicketService}. */
public final class TicketRoutes extends ServiceRoutes {
  public TicketRoutes(TicketService service) {
    super(service);
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : TicketOperations.ALL)
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
