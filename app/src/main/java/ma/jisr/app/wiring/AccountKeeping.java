package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import ma.jisr.app.account.Signed;
import ma.jisr.app.erasure.ErasuresVerb;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.PersonDesk;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.Silence;
import ma.jisr.service.erasure.ErasureKeeper;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.erasure.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people wish of what is kept of them, on a running node. */
final class AccountKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(AccountKeeping.class);

  private AccountKeeping() {}

  /** The engine is there: it is asked from now on, and silent numbers are given away. */
  static void connect(AccountWork work, SessionEngine engine, Loop loop, Settings settings) {
    work.connect(engine, loop::now);
    engine.silence(
        new Silence(
            settings.people().silent(),
            person -> work.erasures().wish(person, Why.SILENT).thenApply(_ -> null)));
  }

  /** What its owner may ask. */
  static Signed verb(AccountWork work) {
    return new ErasuresVerb(work.erasures(), work.persons());
  }

  /**
   * Before anybody is heard: whom a restored store still leads to although they were erased is
   * erased again. Then the keeper starts; what it has to stop is pushed.
   */
  static CompletableFuture<Void> start(
      Loop loop, Erasures erasures, PersonDesk desk, Duration keep, Stopping stopping) {
    Untouched untouched = new Untouched(loop, desk, erasures, keep);
    stopping.pushClose("who looks through people", untouched::stop);
    ErasureKeeper keeper = new ErasureKeeper(loop, erasures);
    stopping.pushClose("the erasures' keeper", keeper::stop);
    return erasures
        .replay()
        .thenAccept(
            again -> {
              if (again > 0) LOG.warn("{} erased people were in the store: erased again", again);
              keeper.start();
              untouched.start();
            });
  }
}
