package ma.jisr.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import ma.jisr.app.account.Signed;
import ma.jisr.app.report.DemandVerb;
import ma.jisr.app.report.ReportsVerb;
import ma.jisr.base.Loop;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.keeping.Rounds;

/**
 * The field of a running node: what is kept up, and what its owner may ask. On its loop, but for
 * the verbs.
 */
final class Fielding {
  /**
   * Between two looks: the salt of a day is gone so soon after it, and thanks that a process died
   * over are so late.
   */
  static final Duration PERIOD = Duration.ofMinutes(5);

  private Fielding() {}

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, FieldWork work, Stopping stopping) {
    Rounds rounds = new Rounds(loop, "the field");
    rounds.every(PERIOD, () -> work.keep(loop.now()));
    stopping.pushClose("the field's keeper", rounds::stop);
  }

  /** What its owner may ask about it. */
  static Map<String, Signed> verbs(Repertoire repertoire) {
    FieldWork work = repertoire.field();
    Supplier<Gazetteer> gazetteer = repertoire.knowledge().places()::now;
    return Map.of(
        "reports",
        new ReportsVerb(work.ports(), work.admission(), work.map(), gazetteer, Clock.systemUTC()),
        "demand",
        new DemandVerb(work.book(), gazetteer, Clock.systemUTC()));
  }
}
