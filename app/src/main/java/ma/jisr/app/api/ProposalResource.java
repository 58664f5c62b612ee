package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.report.Admission;
import ma.jisr.map.report.NewSpot;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the hotspots that people name: who named one is thanked when it is on the map.
 */
final class ProposalResource {
  private static final String HOTSPOT = "hotspot";
  private static final String KIND = "kind";
  private static final String ACCESS = "access";
  private static final String POINT = "point";

  private final Admission admission;

  ProposalResource(Admission admission) {
    this.admission = admission;
  }

  Map<String, Operation> operations() {
    return Map.of("acceptProposal", this::accept, "rejectProposal", this::reject);
  }

  private CompletableFuture<Answer> accept(Call call) {
    JsonNode body = call.json();
    String id = call.text("id");
    @Nullable String hotspot = Forms.line(body, HOTSPOT);
    if (hotspot == null)
      return admission
          .accept(call.actor(), id, spot(body))
          .thenApply(decision -> HotspotResource.told(decision, call));
    if (body.size() > 1)
      throw new ProblemException(
          Problem.invalid("hotspot: one that is on the map has its facts already"));
    return admission
        .link(call.actor(), id, hotspot)
        .thenApply(decision -> HotspotResource.told(decision, call));
  }

  private static NewSpot spot(JsonNode body) {
    @Nullable String hours = Forms.line(body, "hours");
    return new NewSpot(
        Forms.line(body, "name"),
        body.has(KIND)
            ? Forms.constant(Hotspot.Kind.class, body.path(KIND).asText())
            : NewSpot.AS_NAMED.kind(),
        body.has(ACCESS)
            ? Forms.constant(Hotspot.Access.class, body.path(ACCESS).asText())
            : NewSpot.AS_NAMED.access(),
        body.has(POINT) ? Forms.point(body.path(POINT)) : null,
        Forms.line(body, "way"),
        hours == null ? "" : hours);
  }

  private CompletableFuture<Answer> reject(Call call) {
    String id = call.text("id");
    return admission
        .reject(call.actor(), id)
        .thenApply(
            refused ->
                refused
                    .map(why -> Answer.problem(HotspotResource.problem(why)))
                    .orElseGet(() -> Answer.text(Answer.JSON, "").status(204).of(id)));
  }
}
