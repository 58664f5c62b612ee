package ma.jisr.gateway.channel.http.message;

import java.time.Duration;
import java.util.Optional;

/** What a provider has answered to a message. */
public sealed interface Verdict {
  /**
   * It takes it.
   *
   * @param id by which it will tell its fate; "" for none
   */
  record Taken(String id) implements Verdict {}

  /**
   * Too much at once: nothing is to be sent for a while.
   *
   * @param pause as it says
   */
  record Throttled(Optional<Duration> pause) implements Verdict {}

  /**
   * It does not let us in, whatever we bring: somebody has to mend an account or a token. Nothing
   * is sent for a while; what waits goes when it lets us in again.
   *
   * @param status in its words, without a secret
   */
  record LockedOut(String status) implements Verdict {}

  /** Not now. */
  record Later(String status) implements Verdict {}

  /** Never. */
  record Refused(String status) implements Verdict {}

  /** Nobody knows. */
  record Unsure(String status) implements Verdict {}

  /** What a status of HTTP says, where the body says no more. */
  static Verdict of(int status, Optional<String> retryAfter) {
    if (status == 429 || status == 503) return new Throttled(retryAfter.flatMap(Verdict::seconds));
    String name = "HTTP " + status;
    if (status >= 500) return status == 500 ? new Unsure(name) : new Later(name);
    return new Refused(name);
  }

  /** RFC 9110, 10.2.3: seconds; a date is left out, clocks differ. */
  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,5}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }
}
