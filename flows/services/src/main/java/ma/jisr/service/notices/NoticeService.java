package ma.jisr.service.notices;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.Holding;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;
import ma.jisr.service.notices.mailing.MailingHolding;
import ma.jisr.service.notices.notice.Letters;

/**
 * The notice service: people read what officials have to say about a place and check whether a
 * notice is true; officials write, approve and take back from a basic phone. What it answers is in
 * words of {@link NoticeOperations}; what happens is decided by the notices' desk.
 */
public final class NoticeService implements Service {
  public static final List<String> FLOWS =
      List.of(
          "/ma/jisr/service/notices/read.yaml",
          "/ma/jisr/service/notices/info.yaml",
          "/ma/jisr/service/notices/official.yaml",
          "/ma/jisr/service/notices/command.yaml");

  private final ReadingAnswers reading;
  private final OfficialAnswers officials;
  private final List<Holding> holdings;

  public NoticeService(Ports ports) {
    NoticeWords words = new NoticeWords(ports.notices().hazards(), ports::gazetteer, ports.clock());
    this.reading = new ReadingAnswers(ports, words);
    this.officials = new OfficialAnswers(ports, words);
    this.holdings = List.of(new MailingHolding(ports.notices().ground().store()));
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public List<Operation> operations() {
    return NoticeOperations.ALL;
  }

  @Override
  public List<Holding> holdings() {
    return holdings;
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new NoticeRoutes(this));
  }

  @Override
  public List<String> outboxes() {
    return List.of(Heralds.SPEC.name(), Letters.SPEC.name());
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "notices.search" -> CompletableFuture.completedFuture(reading.search(request));
      case "notices.current" -> CompletableFuture.completedFuture(reading.current(request));
      case "notices.show" -> CompletableFuture.completedFuture(reading.show(request));
      case "notices.verify" -> CompletableFuture.completedFuture(reading.verify(request));
      default -> officials.answer(request);
    };
  }
}
