package ma.jisr.service.proof;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person has to prove now, and how they have done of late. Immutable; the code itself is
 * not in it.
 *
 * @param key of the call that asked for the code; "" when nothing is open
 * @param content what the code was sent for
 * @param made when
 * @param failures wrong codes since the last right one, or the last day of rest
 * @param failed when the last of them was given; null for none
 * @param answered the call that gave the last answer, so that a repetition is given the same
 * @param answer of it; null for none
 * @param day on which codes were asked for, days since 1970
 * @param asked how many that day
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Proof(
    String key,
    String content,
    Instant made,
    int failures,
    @Nullable Instant failed,
    String answered,
    @Nullable Proven answer,
    long day,
    int asked) {
  static final Proof NONE = new Proof("", "", Instant.EPOCH, 0, null, "", null, 0, 0);

  boolean isLocked(Instant now) {
    return failures >= Proofs.FAILURES && failed != null && now.isBefore(failed.plus(Proofs.LOCK));
  }

  Proof asking(String nextKey, String nextContent, Instant now, long today) {
    boolean rested = failed != null && !now.isBefore(failed.plus(Proofs.LOCK));
    return new Proof(
        nextKey,
        nextContent,
        now,
        rested ? 0 : failures,
        rested ? null : failed,
        answered,
        answer,
        today,
        today == day ? asked + 1 : 1);
  }

  /** Answered, whichever way: the code is used up. */
  Proof answered(String call, Proven given, Instant now) {
    boolean wrong = given.outcome() == Proven.Outcome.WRONG;
    boolean right = given.outcome() == Proven.Outcome.RIGHT;
    return new Proof(
        "",
        "",
        made,
        wrong ? failures + 1 : right ? 0 : failures,
        wrong ? now : right ? null : failed,
        call,
        given,
        day,
        asked);
  }
}
