package ma.jisr.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.operation.Operations;
import ma.jisr.service.account.AccountService;
import ma.jisr.service.audience.AudienceService;
import ma.jisr.service.challenges.ChallengeService;
import ma.jisr.service.hotspots.HotspotService;
import ma.jisr.service.notices.NoticeService;
import ma.jisr.service.shops.ShopFinding;
import ma.jisr.service.tickets.TicketService;
import ma.jisr.service.wallet.WalletService;

/** The list of all services. A new one is one line here. */
public final class Services implements Operations {
  private static final List<Kind> SHIPPED =
      List.of(
          new Kind(HotspotService.FLOWS, HotspotService::new),
          new Kind(ShopFinding.FLOWS, ShopFinding::new),
          new Kind(TicketService.FLOWS, TicketService::new),
          new Kind(WalletService.FLOWS, WalletService::new),
          new Kind(NoticeService.FLOWS, NoticeService::new),
          new Kind(AudienceService.FLOWS, AudienceService::new),
          new Kind(AccountService.FLOWS, AccountService::new),
          new Kind(ChallengeService.FLOWS, ChallengeService::new));

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

  /**
   * One service.
   *
   * @param flows its flow files, as resources of the class path
   *     ("/ma/jisr/service/hotspots/hotspots.yaml")
   * @param make on the rooms below
   */
  private record Kind(List<String> flows, Function<Ports, Service> make) {}

  /** Those that come with Jisr. */
  public static Services of(Ports ports) {
    return new Services(SHIPPED.stream().map(kind -> kind.make().apply(ports)).toList());
  }

  /** The flow files of those that come with Jisr, as resources of the class path. */
  public static List<String> flows() {
    return SHIPPED.stream().flatMap(kind -> kind.flows().stream()).toList();
  }

  public List<Service> all() {
    return all;
  }

  /** The answer of the service whose operation it is, without a route in between. */
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    for (Service service : all)
      for (Operation operation : service.operations())
        if (operation.name().equals(request.operation())) return service.answer(request);
    return CompletableFuture.failedFuture(
        new IllegalArgumentException("nobody answers " + request.operation()));
  }

  @Override
  public Optional<Operation> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
