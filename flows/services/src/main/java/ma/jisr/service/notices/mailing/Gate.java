package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.flow.port.carry.Line;

/**
 * How much of one class may be on its way by one link of this node: no more than fills its window
 * while the next slice is written down, and nothing for a while after it has refused. Confined to
 * its loop.
 */
final class Gate {
  /** Recipients that are written down together, at most. */
  static final int SLICE = 50;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(32);

  private Line line;
  private int going;
  private Instant until = Instant.MIN;
  private Duration pause = FIRST_PAUSE;

  Gate(Line line) {
    this.line = line;
  }

  void line(Line now) {
    line = now;
  }

  /** How many are written down together. */
  int slice() {
    return Math.clamp(line.ahead() / 3, 1, SLICE);
  }

  /** How many more may go now. */
  int room(Instant now) {
    return line.up() && !now.isBefore(until) ? Math.max(0, line.ahead() - going) : 0;
  }

  /** Whether a slice may be written down. */
  boolean open(Instant now) {
    return room(now) >= slice();
  }

  void enter(int many) {
    going += many;
  }

  void left() {
    going--;
  }

  void taken() {
    pause = FIRST_PAUSE;
  }

  /** It refused, or could not take it: all wait, and longer the next time. */
  Duration refused(Instant now) {
    if (!now.isBefore(until)) {
      until = now.plus(pause);
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
    return Duration.between(now, until);
  }
}
