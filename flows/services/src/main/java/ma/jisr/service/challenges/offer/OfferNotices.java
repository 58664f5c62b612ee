package ma.jisr.service.challenges.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;

/**
 * The messages about offers, by name. Values: {@code code} and {@code title} of the challenge,
 * {@code ref} of the offer, {@code who}, {@code place} and {@code line} of who offers, {@code
 * keeper} who answers for the challenge, {@code text} that is passed on, {@code phone} once both
 * have agreed.
 */
public final class OfferNotices {
  /** The flow that has the messages. */
  public static final String FLOW = "challenges.mine";

  /** To who answers for the challenge: there is an offer. */
  static final String OFFERED = "offered";

  /** To the same: a question was answered. */
  static final String REPLIED = "replied";

  /** To the same: who offered took it back. */
  static final String WITHDRAWN = "withdrawn_told";

  /** To who offers: accepted, with the number. */
  static final String ACCEPTED = "accepted_told";

  /** To the same: all who could have declined. */
  static final String DECLINED = "declined_told";

  /** To the same: somebody asks. */
  static final String ASKED = "asked_told";

  /** To the same: the challenge is over. */
  static final String CLOSED = "closed_told";

  /** To the same: the challenge says something else now. */
  static final String CHANGED = "changed_told";

  private static final Duration WORTH_TELLING = Duration.ofDays(7);

  private OfferNotices() {}

  /**
   * Who has said STOP hears no more offers, and no news; what answers their own offer is owed to
   * them.
   */
  static Notice of(String message, Map<String, Value> values, Instant now) {
    boolean bulk = message.equals(OFFERED) || message.equals(CHANGED);
    return new Notice(
        FLOW, message, values, bulk ? Urgency.BULK : Urgency.REPLY, now.plus(WORTH_TELLING));
  }
}
