package ma.jisr.flow.person;

import java.time.Instant;
import ma.jisr.flow.operation.OperationRequest;

/**
 * A call that has not been answered; repeated until it is.
 *
 * @param id given back by {@link ma.jisr.flow.Input.Answered}
 * @param conversation that made it
 * @param step that waits for it; empty when nobody does
 * @param request as first made: same key, same arguments
 * @param query whether it may be dropped unanswered
 * @param retryAt when to ask again
 * @param tries how often it has been asked
 */
public record PendingCall(
    String id,
    String conversation,
    String step,
    OperationRequest request,
    boolean query,
    Instant retryAt,
    int tries) {
  /** The same call, asked once more: to be asked again at this instant if nothing comes. */
  public PendingCall retried(Instant next) {
    return new PendingCall(id, conversation, step, request, query, next, tries + 1);
  }
}
