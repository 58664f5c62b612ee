package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import ma.jisr.app.account.Signed;
import ma.jisr.app.erasure.ErasuresVerb;
import ma.jisr.app.settings.PeopleSettings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.loop.VertxLoop;
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

  /**
   * Erasures of a restored store that are taken up before anybody is heard; more a moment later.
   */
  private static final int FIRST = 500;

  private AccountKeeping() {}

  /** What its owner may ask. */
  static Signed verb(AccountWork work) {
    return new ErasuresVerb(work.erasures(), work.persons());
  }

  /**
   * The engine is there, and nobody is heard yet: it is asked from now on, silent numbers are given
   * away, and whom a restored store still leads to although they were erased is erased again. Then
   * the keepers start; what they have to stop is pushed.
   */
  static CompletableFuture<Void> start(
      Vertx vertx,
      AccountWork work,
      SessionEngine engine,
      PeopleSettings times,
      Stopping stopping) {
    Loop loop = VertxLoop.on(vertx, Clock.systemUTC());
    Erasures erasures = work.erasures();
    work.connect(engine, loop::now);
    engine.silence(
        new Silence(
            times.silent(), person -> erasures.wish(person, Why.SILENT).thenApply(_ -> null)));
    Untouched untouched =
        new Untouched(
            loop,
            engine.persons()::untouched,
            person -> erasures.wish(person, Why.UNTOUCHED),
            times.keep());
    stopping.pushClose("who looks through people", untouched::stop);
    ErasureKeeper keeper = new ErasureKeeper(loop, erasures);
    stopping.pushClose("the erasures' keeper", keeper::stop);
    return erasures
        .replay()
        .thenCompose(
            again -> {
              if (again == 0) return CompletableFuture.completedFuture(0);
              LOG.warn("{} erased people were in the store: erased again", again);
              return erasures.look(Math.min(again, FIRST));
            })
        .thenAccept(
            _ -> {
              keeper.start();
              untouched.start();
            });
  }
}
