package ma.jisr.bench.load;

import java.time.Duration;

/**
 * How long a run lasts.
 *
 * @param sending from the first message to the last
 * @param drain how long replies are waited for after it; what has not come then is lost
 */
public record Span(Duration sending, Duration drain) {}
