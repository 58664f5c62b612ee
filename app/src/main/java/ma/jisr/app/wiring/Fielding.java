package ma.jisr.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import ma.jisr.app.account.Signed;
import ma.jisr.app.report.DemandVerb;
import ma.jisr.app.report.ReportsVerb;
import ma.jisr.base.Loop;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The field of a running node: what is swept, and what its owner may ask. On its loop, but for the
 * verbs.
 */
final class Fielding {
  /**
   * Between two sweeps: the salt of a day is gone so soon after it, and thanks that a process died
   * over are so late.
   */
  static final Duration PERIOD = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Fielding.class);

  private final Loop loop;
  private final Store store;
  private final FieldWork work;
  private boolean stopped;

  private Fielding(Loop loop, Store store, FieldWork work) {
    this.loop = loop;
    this.store = store;
    this.work = work;
  }

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, Store store, FieldWork work, Stopping stopping) {
    Fielding fielding = new Fielding(loop, store, work);
    loop.execute(fielding::sweep);
    stopping.pushClose("the field's keeper", () -> loop.execute(fielding::stop));
  }

  private void stop() {
    stopped = true;
  }

  private void sweep() {
    if (stopped) return;
    loop.when(
        work.keep(store, loop.now()),
        (done, failure) -> {
          if (failure != null) LOG.warn("the field was not swept: {}", cause(failure));
          Loop.Cancel unused = loop.after(PERIOD, this::sweep);
        });
  }

  private static String cause(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getClass().getSimpleName();
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
