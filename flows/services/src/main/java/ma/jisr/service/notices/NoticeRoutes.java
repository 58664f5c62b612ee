package ma.jisr.service.notices;

import ma.jisr.flow.operation.Operation;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;

/** The routes to the notices, one for each operation. */
final class NoticeRoutes extends ServiceRoutes {
  private final Service notices;

  NoticeRoutes(Service notices) {
    super(notices);
    this.notices = notices;
  }

  @Override
  public void configure() {
    failuresGoBack();
    for (Operation operation : notices.operations())
      from(address(operation.name())).routeId(operation.name()).process(answer());
  }
}
