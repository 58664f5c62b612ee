package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.service.notices.cap.CapDesk;
import ma.jisr.service.notices.cap.CapProblem;
import ma.jisr.service.notices.cap.CapRuling;
import ma.jisr.service.notices.cap.Fault;
import ma.jisr.service.notices.cap.Publication;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Way;

/**
 * Alerts of the Common Alerting Protocol: ours for everybody, those of others from their bearers.
 */
final class AlertResource {
  private static final String ATOM = "application/atom+xml";
  private static final String CAP = "application/cap+xml";

  private final CapDesk desk;
  private final Publication published;

  AlertResource(Rooms.CapRooms rooms) {
    this.desk = rooms.desk();
    this.published = rooms.published();
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listAlerts",
        call -> CompletableFuture.completedFuture(Answer.text(ATOM, published.index())),
        "getAlert",
        this::alert,
        "createNoticeFromCap",
        this::take);
  }

  private CompletableFuture<Answer> alert(Call call) {
    return published
        .alert(call.text("id"))
        .thenApply(
            alert ->
                alert
                    .map(file -> Answer.text(CAP, file))
                    .orElseGet(() -> Answer.problem(Problem.unknown("alert"))));
  }

  /**
   * Who brings a file that nobody has signed writes it; nobody's second factor comes with a file.
   */
  private CompletableFuture<Answer> take(Call call) {
    Hand bearer = Hand.account(call.actor(), Way.API, false);
    return desk.take(call.bytes(), Optional.of(bearer)).thenApply(AlertResource::told);
  }

  private static Answer told(CapRuling ruling) {
    ObjectNode body = Forms.object();
    return switch (ruling) {
      case CapRuling.Taken taken -> {
        String id = taken.notice().id();
        body.put("notice", id).put("code", taken.notice().code());
        body.put("state", Forms.lower(taken.notice().state()));
        ArrayNode remarks = body.putArray("remarks");
        taken.remarks().forEach(remarks::add);
        yield Answer.json(body).status(201).header("location", "/notices/" + id).of(id);
      }
      case CapRuling.Refused refused -> {
        ArrayNode rows = Forms.object().putArray("problems");
        for (CapProblem one : refused.problems())
          rows.addObject()
              .put("fault", one.fault().word())
              .put("where", one.where())
              .put("what", one.what());
        CapProblem first = refused.problems().getFirst();
        Problem problem =
            first.fault() == Fault.DUPLICATE
                ? Problem.conflict(first.line())
                : Problem.invalid(first.line());
        yield Answer.problem(problem.with("problems", rows));
      }
    };
  }
}
