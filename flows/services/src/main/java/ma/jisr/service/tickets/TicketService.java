package ma.jisr.service.tickets;

import java.util.List;
import java.util.concurrent.CompletionStage;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.Holding;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;

/**
 * The ticket service: people take tickets for queues, by USSD or SMS, and staff call them from the
 * same phones. What it answers is in words of {@link TicketOperations}; what happens is decided by
 * {@link Tickets}.
 */
public final class TicketService implements Service {
  public static final List<String> FLOWS =
      List.of(
          "/ma/jisr/service/tickets/take.yaml",
          "/ma/jisr/service/tickets/told.yaml",
          "/ma/jisr/service/tickets/back.yaml",
          "/ma/jisr/service/tickets/late.yaml",
          "/ma/jisr/service/tickets/travel.yaml",
          "/ma/jisr/service/tickets/staff.yaml",
          "/ma/jisr/service/tickets/command.yaml");

  private final LineAnswers lines;
  private final HolderAnswers holders;
  private final DeskAnswers desks;

  private final Tickets tickets;

  public TicketService(Ports ports) {
    this.tickets = ports.tickets();
    TicketWords words = new TicketWords(ports.shops(), ports.clock());
    this.lines = new LineAnswers(ports, words);
    this.holders = new HolderAnswers(ports, words);
    this.desks = new DeskAnswers(ports, words);
  }

  @Override
  public String name() {
    return "tickets";
  }

  @Override
  public List<Operation> operations() {
    return TicketOperations.ALL;
  }

  @Override
  public List<Holding> holdings() {
    return List.of(new TicketHolding(tickets));
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new TicketRoutes(this));
  }

  @Override
  public List<String> outboxes() {
    return List.of(TicketStore.SPEC.name());
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "tickets.shops" -> lines.shops(request);
      case "tickets.find" -> lines.find(request);
      case "tickets.look" -> lines.look(request);
      case "tickets.slots" -> lines.slots(request);
      case "tickets.free" -> lines.free(request);
      case "tickets.take" -> holders.take(request);
      case "tickets.mine" -> holders.mine(request);
      case "tickets.returned" -> holders.giveBack(request);
      case "tickets.delay" -> holders.delay(request);
      case "tickets.travel" -> holders.travel(request);
      default -> desks.answer(request);
    };
  }
}
