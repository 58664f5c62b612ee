package ma.jisr.service.audience;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Place;

/** What agents are answered who enlist somebody beside them. */
final class EnrolAnswers {
  private final Enrolling enrolling;
  private final Spots spots;

  EnrolAnswers(Enrolling enrolling, Spots spots) {
    this.enrolling = enrolling;
    this.spots = spots;
  }

  CompletableFuture<OperationResult> begin(OperationRequest request) {
    Optional<Place> place = spots.of(request, "place");
    return place.isEmpty()
        ? unreached()
        : enrolling
            .begin(request.person(), request.key(), number(request), place.get().id())
            .thenApply(answer -> result(answer, place.get()));
  }

  CompletableFuture<OperationResult> finish(OperationRequest request) {
    Optional<Place> place = spots.of(request, "place");
    String code = request.arguments().get("code") instanceof Value.Text(String text) ? text : "";
    return place.isEmpty()
        ? unreached()
        : enrolling
            .finish(request.person(), request.key(), number(request), place.get().id(), code)
            .thenApply(answer -> result(answer, place.get()));
  }

  private static OperationResult result(Enrolling.Answer answer, Place place) {
    Map<String, Value> values = new HashMap<>();
    values.put("place", new Value.Local(place.name()));
    if (!answer.code().isEmpty()) values.put("code", new Value.Text(answer.code()));
    return new OperationResult(answer.outcome().name().toLowerCase(Locale.ROOT), values);
  }

  private static CompletableFuture<OperationResult> unreached() {
    return CompletableFuture.completedFuture(new OperationResult("unreached", Map.of()));
  }

  private static String number(OperationRequest request) {
    return request.arguments().get("who") instanceof Value.Phone phone ? phone.digits() : "";
  }
}
