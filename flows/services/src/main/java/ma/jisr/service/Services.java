package ma.jisr.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operations;
import ma.jisr.service.account.AccountService;
import ma.jisr.service.hotspots.HotspotService;

/** The list of all services. A new one is one line here. */
public final class Services implements Operations {
  private final List<Service> all;
  private final Map<String, Operation> byName = new HashMap<>();

  /**
   * @throws IllegalArgumentException when two services answer to one name
   */
  public Services(List<Service> services) {
    all = List.copyOf(services);
    for (Service service : all)
      for (Operation operation : service.operations())
        if (byName.put(operation.name(), operation) != null)
          throw new IllegalArgumentException(operation.name() + " is declared twice");
  }

  /** Those that come with Jisr. */
  public static Services of(Ports ports) {
    return new Services(List.of(new HotspotService(ports), new AccountService()));
  }

  public List<Service> all() {
    return all;
  }

  @Override
  public Optional<Operation> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
