package ma.jisr.service.trail;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The port to the audit trail: what is changed on behalf of those who have rights, in lines that
 * are added and never changed. What anybody may do is not written: strangers must not fill it.
 */
@FunctionalInterface
public interface Trail {
  /** Keeps nothing: for a world without accounts. */
  Trail NONE = line -> CompletableFuture.allOf();

  /** Completes when the line is durable; fails when that is not certain. Any thread. */
  CompletableFuture<Void> write(Line line);

  /**
   * A line of it.
   *
   * @param at when
   * @param by the actor's id: an account's, or the name of what stands for none; never a number
   * @param from the way that it came: {@code sms}, {@code ussd}, {@code inbox folder}
   * @param did what, never a word of what was typed
   * @param of the id of what it was done to; "" for none
   * @param came what came of it
   */
  record Line(Instant at, String by, String from, String did, String of, Came came) {}

  /** What came of it. */
  enum Came {
    /** It is going to be tried: written before anything is changed. */
    ASKED(0),
    DONE(200),
    /** It is not theirs to change. */
    FORBIDDEN(403),
    /** Somebody else has changed it meanwhile. */
    OVERTAKEN(409),
    /** It cannot be read, or nothing of it may be taken. */
    REFUSED(422),
    /** They have done enough of it for now, or there is no room. */
    ENOUGH(429);

    private final int status;

    Came(int status) {
      this.status = status;
    }

    /** As the API answers (RFC 9110, section 15); 0 for what is going to be tried. */
    public int status() {
      return status;
    }
  }
}
