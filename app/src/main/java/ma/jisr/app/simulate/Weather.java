package ma.jisr.app.simulate;

import java.time.Duration;

/**
 * What fails, how often. A seed draws its own: half of the faults are absent from a run, so that
 * the others are seen without them.
 *
 * @param kill probability that a node is killed, each second
 * @param crashAtWrite that a node dies at a write: before it, or with it applied and unanswered
 * @param refuse that the store refuses a call, having done nothing
 * @param lose that the store does it and its reply is lost
 * @param slowest the store's slowest answer
 * @param busyAnswer longest that the network takes to bring something over
 * @param ackLost that our answer to an MO does not reach the SMSC
 * @param twice that the SMSC delivers an MO twice
 */
record Weather(
    double kill,
    double crashAtWrite,
    double refuse,
    double lose,
    Duration slowest,
    Duration busyAnswer,
    double ackLost,
    double twice) {
  private static final Duration QUICK = Duration.ofMillis(20);

  /** Nothing fails. */
  static final Weather CALM = new Weather(0, 0, 0, 0, QUICK, QUICK, 0, 0);

  static Weather drawn(Chance chance) {
    return new Weather(
        some(chance, 0.02),
        some(chance, 0.02),
        some(chance, 0.05),
        some(chance, 0.05),
        chance.hits(0.5) ? Duration.ofSeconds(2) : QUICK,
        chance.hits(0.5) ? Duration.ofSeconds(5) : Duration.ofMillis(200),
        some(chance, 0.1),
        some(chance, 0.1));
  }

  private static double some(Chance chance, double most) {
    return chance.hits(0.5) ? most * (1 + chance.below(100)) / 100 : 0;
  }
}
