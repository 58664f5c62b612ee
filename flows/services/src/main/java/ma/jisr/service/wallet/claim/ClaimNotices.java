package ma.jisr.service.wallet.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;

/**
 * The messages that claims send of their own accord, by name and values: {@code number}, {@code
 * reference}, {@code amount}, {@code recourse} ("CMMB", "BAM", "-"). All are owed.
 */
final class ClaimNotices {
  /** The flow that has the messages. */
  static final String FLOW = "wallet.told";

  /** Accepted: the money goes back. */
  static final String ACCEPTED = "claim_accepted";

  /** Accepted, and nothing had been paid, or it is back already. */
  static final String NOTHING = "claim_nothing_paid";

  /** Refused; whom to turn to next. */
  static final String REFUSED = "claim_refused";

  /** Not answered when it was promised; it goes on. */
  static final String LATE = "claim_late";

  /** Not answered when the law wants it; whom to turn to. */
  static final String OVERDUE = "claim_overdue";

  /** Noted that it has been taken further. */
  static final String ESCALATED = "claim_escalated";

  private static final Duration WORTH_TELLING = Duration.ofDays(7);

  private ClaimNotices() {}

  static Notice of(String message, Claim claim, Instant now) {
    String recourse = claim.recourse() == Recourse.NONE ? "-" : claim.recourse().name();
    Map<String, Value> values =
        Map.of(
            "number", new Value.Text(claim.number()),
            "reference", new Value.Text(claim.evidence().reference()),
            "amount", new Value.Amount(claim.evidence().amount().centimes()),
            "recourse", new Value.Text(recourse));
    return new Notice(FLOW, message, values, Urgency.REPLY, now.plus(WORTH_TELLING));
  }
}
