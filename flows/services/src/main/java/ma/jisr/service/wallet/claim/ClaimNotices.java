package ma.jisr.service.wallet.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;

/**
 * The messages that claims send of their own accord, by name and values: {@code number}, {@code
 * reference}, {@code amount}, {@code recourse} (words; left out where only a court is left). All
 * are owed.
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
    Map<String, Value> values = new HashMap<>();
    values.put("number", new Value.Text(claim.number()));
    values.put("reference", new Value.Text(claim.evidence().reference()));
    values.put("amount", new Value.Amount(claim.evidence().amount().centimes()));
    claim.recourse().words().ifPresent(words -> values.put("recourse", new Value.Local(words)));
    return new Notice(FLOW, message, values, Urgency.REPLY, now.plus(WORTH_TELLING));
  }
}
