package ma.jisr.app.simulate;

import java.time.Duration;

/**
 * What fails, how often. A seed draws its own: half of the faults are absent from a run, so that
 * the others are seen without them. All but the durations are probabilities.
 *
 * @param kill of a process to be killed, each second
 * @param crashAtWrite of a process to die at a write: before it, or with it applied and unanswered
 * @param refuse of the store to refuse a call, having done nothing
 * @param lose of the store to do it and lose the reply
 * @param slowest the store's slowest answer
 * @param farthest the longest that the network takes to bring something over
 * @param ackLost of our answer to an MO to be lost
 * @param twice of an MO to be delivered twice
 * @param throttled of an MT to be refused for now
 * @param refused of an MT to be refused for good
 * @param submitLost of an MT to be lost on its way
 * @param answerLost of the SMSC's answer to an MT to be lost
 * @param unbind of a bind to be lost, each second
 * @param serviceFails of a service to fail a call, done or not
 * @param serviceSilent of a service to do it and never answer
 * @param slowestService the longest that a service takes
 */
record Weather(
    double kill,
    double crashAtWrite,
    double refuse,
    double lose,
    Duration slowest,
    Duration farthest,
    double ackLost,
    double twice,
    double throttled,
    double refused,
    double submitLost,
    double answerLost,
    double unbind,
    double serviceFails,
    double serviceSilent,
    Duration slowestService) {
  private static final Duration QUICK = Duration.ofMillis(20);

  /** A crowd waits for it, and no turn takes a second. */
  private static final Duration MODERATE = Duration.ofMillis(100);

  private static final Duration NEAR = Duration.ofMillis(200);

  /** Nothing fails. */
  static final Weather CALM =
      new Weather(0, 0, 0, 0, QUICK, NEAR, 0, 0, 0, 0, 0, 0, 0, 0, 0, QUICK);

  static Weather drawn(Chance chance) {
    return new Weather(
        some(chance, 0.03),
        some(chance, 0.03),
        some(chance, 0.05),
        some(chance, 0.05),
        chance.hits(0.5) ? Duration.ofSeconds(2) : QUICK,
        chance.hits(0.5) ? Duration.ofSeconds(5) : NEAR,
        some(chance, 0.1),
        some(chance, 0.1),
        some(chance, 0.3),
        some(chance, 0.05),
        some(chance, 0.1),
        some(chance, 0.1),
        some(chance, 0.02),
        some(chance, 0.3),
        some(chance, 0.2),
        chance.hits(0.5) ? Duration.ofSeconds(40) : QUICK);
  }

  /** The same over a store that is neither at fault nor quick. */
  Weather overASoundStore() {
    return new Weather(
        kill,
        crashAtWrite,
        0,
        0,
        MODERATE,
        farthest,
        ackLost,
        twice,
        throttled,
        refused,
        submitLost,
        answerLost,
        unbind,
        serviceFails,
        serviceSilent,
        slowestService);
  }

  /** Whether the store does what it is asked, and says so. */
  boolean storeIsSound() {
    return refuse == 0 && lose == 0;
  }

  private static double some(Chance chance, double most) {
    return chance.hits(0.5) ? most * (1 + chance.below(100)) / 100 : 0;
  }
}
