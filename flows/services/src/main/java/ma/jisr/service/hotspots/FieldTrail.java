package ma.jisr.service.hotspots;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.service.trail.Trail;
import ma.jisr.service.trail.Trail.Came;
import ma.jisr.service.trail.Trail.Line;

/**
 * What registered agents change by phone, in the audit trail. Only once it is beyond doubt that it
 * is they: neither what an SMS claims, nor a code that is asked for or mistyped, nor what anybody
 * may say, so that nobody without an account can write into it.
 */
final class FieldTrail {
  private final Trail trail;
  private final InstantSource clock;

  FieldTrail(Trail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Does it, between the line that it was asked for and the line of what came of it. Without the
   * first one it is not done; what has been done is told, whether or not the second one is durable.
   */
  CompletableFuture<OperationResult> around(
      Actor actor,
      OperationRequest request,
      String did,
      String of,
      Supplier<CompletableFuture<OperationResult>> change) {
    String from = from(request.assurance());
    return write(actor, from, did, of, Came.ASKED)
        .thenCompose(_ -> change.get())
        .thenCompose(
            result -> write(actor, from, did, of, came(result.outcome())).handle((_, _) -> result));
  }

  private CompletableFuture<Void> write(
      Actor actor, String from, String did, String of, Came came) {
    return trail.write(new Line(clock.instant(), actor.id(), from, did, of, came));
  }

  /** What vouches for somebody is the way that they came. */
  private static String from(Assurance assurance) {
    return switch (assurance) {
      case CLAIMED -> "sms";
      case NETWORK -> "ussd";
      case LINKED -> "chat";
      case SIGNED_IN -> "api";
    };
  }

  private static Came came(String outcome) {
    return switch (outcome) {
      case "not_yours" -> Came.FORBIDDEN;
      case "enough" -> Came.ENOUGH;
      default -> Came.DONE;
    };
  }
}
