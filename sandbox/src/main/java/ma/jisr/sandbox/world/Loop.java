package ma.jisr.sandbox.world;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The one loop on which the whole simulated world happens; nothing of it is touched from elsewhere.
 */
public final class Loop {
  private final Context context;
  private final Timers timers;

  /** A loop of the Vert.x context, which must be an event loop's, with the given timers. */
  public Loop(Context context, Timers timers) {
    this.context = context;
    this.timers = timers;
  }

  /** The present moment of the simulated world. */
  public Instant now() {
    return timers.now();
  }

  /** Runs the task on the loop, after what is queued there. */
  public void execute(Runnable task) {
    context.runOnContext(none -> task.run());
  }

  /**
   * Asks on the loop and answers with what the future there brings; a test that judges there is
   * told at once what did not hold.
   */
  public <T> Future<T> ask(Supplier<Future<T>> question) {
    Promise<T> answer = Promise.promise();
    execute(
        () -> {
          try {
            question.get().onComplete(answer);
          } catch (RuntimeException | AssertionError failure) {
            answer.fail(failure);
          }
        });
    return answer.future();
  }

  /**
   * Runs the task on the loop once the delay has passed.
   *
   * @return what calls it off; once called (on the loop) the task does not run any more
   */
  public Runnable after(Duration delay, Runnable task) {
    var off = new AtomicBoolean();
    Runnable cancel =
        timers.after(
            delay,
            () ->
                execute(
                    () -> {
                      if (!off.get()) {
                        task.run();
                      }
                    }));
    return () -> {
      off.set(true);
      cancel.run();
    };
  }
}
