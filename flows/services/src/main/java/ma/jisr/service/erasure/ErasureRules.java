package ma.jisr.service.erasure;

import java.time.Duration;

/**
 * The times of erasures.
 *
 * @param start from the wish to the first step, where it was wished in a dialogue, which says its
 *     last words; else it begins at once
 * @param lastWords for how long these are still tried to be sent, from the wish
 * @param again between two looks whether they have gone
 * @param stone how long the stone stays: longer than anything that still names the person is tried
 *     again
 */
public record ErasureRules(Duration start, Duration lastWords, Duration again, Duration stone) {
  /**
   * A minute for the last words to be said. A day to send them, as every message has. Thirty days
   * of stone: a notice lives for days, a conversation that could still tell somebody for seven.
   */
  public static final ErasureRules USUAL =
      new ErasureRules(
          Duration.ofMinutes(1), Duration.ofHours(24), Duration.ofSeconds(30), Duration.ofDays(30));
}
