package ma.jisr.service.wallet.gsma;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ma.jisr.service.wallet.port.Answer;

/**
 * The circuit breaker before requests to pay: when half of the last ones got no answer, none is
 * sent for a while. It says yes or no at once and starts no thread. Safe for several threads.
 */
final class Guard {
  /** Requests that are looked back upon. */
  private static final int WINDOW = 20;

  /** Fewer say nothing: one payment an hour must not be stopped by one time-out. */
  private static final int LEAST = 5;

  private static final float FAILED_PERCENT = 50;

  /** As long as nothing is sent; then a few are, to see. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int TRIES = 3;

  private final CircuitBreaker breaker;

  Guard(String name, Clock clock) {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(LEAST)
            .failureRateThreshold(FAILED_PERCENT)
            .waitDurationInOpenState(PAUSE)
            .permittedNumberOfCallsInHalfOpenState(TRIES)
            .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
            .clock(clock)
            .build();
    this.breaker = CircuitBreaker.of(name, config);
  }

  /** Whether one may be sent now; then {@link #told} must follow. */
  boolean lets() {
    return breaker.tryAcquirePermission();
  }

  /** Whether none would be let through now. */
  boolean open() {
    boolean lets = breaker.tryAcquirePermission();
    if (lets) breaker.releasePermission();
    return !lets;
  }

  /** What came of one that was let through. */
  void told(Answer answer) {
    switch (answer) {
      case Answer.NotSent notSent -> failed();
      case Answer.Unknown unknown -> failed();
      case Answer.NotProcessed notProcessed -> breaker.releasePermission();
      default -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }
  }

  private void failed() {
    breaker.onError(0, TimeUnit.MILLISECONDS, new Failed());
  }

  /** The breaker wants one; it has no trace, and says nothing. */
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Failed() {
      super("no answer", null, false, false);
    }
  }
}
