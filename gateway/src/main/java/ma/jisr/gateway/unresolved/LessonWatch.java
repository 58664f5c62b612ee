package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;

/**
 * Who brings lessons to where they are used: all of them at the start, after every change on this
 * node at once, and within {@link #PERIOD} after one on another. Confined to its loop.
 */
public final class LessonWatch {
  /** Between two looks at whether anything has changed: one small read. */
  static final Duration PERIOD = Duration.ofSeconds(20);

  private final Loop loop;
  private final Lessons lessons;
  private final Counters counters;
  private final Consumer<List<Lesson>> to;
  private Loop.@Nullable Cancel next;
  private long seen = Long.MIN_VALUE;
  private boolean stopped;

  /**
   * @param to takes all lessons, on the loop; quick
   */
  public LessonWatch(Loop loop, Lessons lessons, Counters counters, Consumer<List<Lesson>> to) {
    this.loop = loop;
    this.lessons = lessons;
    this.counters = counters;
    this.to = to;
  }

  /** Looks now, and then time and again. Completes when what is there now is in use. */
  public CompletableFuture<Void> start() {
    CompletableFuture<Void> first = new CompletableFuture<>();
    loop.execute(() -> look(first));
    return first;
  }

  private void look(CompletableFuture<Void> done) {
    loop.when(
        refreshed(),
        (nothing, failure) -> {
          if (failure == null) {
            done.complete(null);
          } else {
            counters.count("lessons.unread");
            done.completeExceptionally(failure);
          }
          if (!stopped) next = loop.after(PERIOD, () -> look(new CompletableFuture<>()));
        });
  }

  /** Completes when what is there now is in use; from any thread. */
  public CompletableFuture<Void> refresh() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(
        () ->
            loop.when(
                refreshed(),
                (nothing, failure) -> {
                  if (failure == null) done.complete(null);
                  else done.completeExceptionally(failure);
                }));
    return done;
  }

  private CompletableFuture<Void> refreshed() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.when(
        lessons.changes(),
        (changes, failure) -> {
          if (changes == null) done.completeExceptionally(known(failure));
          else if (changes == seen) done.complete(null);
          else read(changes, done);
        });
    return done;
  }

  /** What is read may be newer than the number: it is then read once more, which harms nothing. */
  private void read(long changes, CompletableFuture<Void> done) {
    loop.when(
        lessons.all(),
        (all, failure) -> {
          if (all == null) {
            done.completeExceptionally(known(failure));
            return;
          }
          to.accept(all);
          seen = changes;
          done.complete(null);
        });
  }

  private static Throwable known(@Nullable Throwable failure) {
    return failure == null ? new IllegalStateException("the store answered nothing") : failure;
  }

  public void stop() {
    stopped = true;
    if (next != null) next.cancel();
  }
}
