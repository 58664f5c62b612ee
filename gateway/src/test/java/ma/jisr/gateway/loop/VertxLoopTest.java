package ma.jisr.gateway.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Loop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VertxLoopTest {
  private final Vertx vertx = Vertx.vertx();
  private final VertxLoop loop = VertxLoop.on(vertx, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void tasksRunInOrderOnTheLoop() throws Exception {
    List<String> ran = new ArrayList<>();
    CompletableFuture<Boolean> inside = new CompletableFuture<>();
    loop.execute(
        () -> {
          loop.execute(() -> ran.add("queued"));
          loop.enter(() -> ran.add("entered"));
          ran.add("first");
          loop.execute(() -> inside.complete(loop.inside()));
        });
    assertTrue(inside.get(20, TimeUnit.SECONDS));
    assertEquals(List.of("entered", "first", "queued"), ran);
    assertFalse(loop.inside());
  }

  @Test
  void aTaskThatFailsTakesNothingFromTheOthers() throws Exception {
    CompletableFuture<Void> after = new CompletableFuture<>();
    loop.execute(
        () -> {
          loop.execute(
              () -> {
                throw new IllegalStateException("as asked");
              });
          loop.execute(() -> after.complete(null));
        });
    after.get(20, TimeUnit.SECONDS);
  }

  @Test
  void tasksOfManyThreadsAllRunEachThreadsInOrder() throws Exception {
    int threads = 4;
    int each = 5_000;
    List<Integer> ran = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = t * each;
      callers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < each; i++) {
                      int task = from + i;
                      loop.execute(() -> ran.add(task));
                    }
                  }));
    }
    for (Thread caller : callers) caller.join();
    CompletableFuture<List<Integer>> all = new CompletableFuture<>();
    loop.execute(() -> all.complete(List.copyOf(ran)));
    List<Integer> seen = all.get(20, TimeUnit.SECONDS);
    assertEquals(threads * each, seen.size());
    for (int t = 0; t < threads; t++) {
      int thread = t;
      List<Integer> own = seen.stream().filter(i -> i / each == thread).toList();
      assertEquals(own.stream().sorted().toList(), own);
    }
  }

  @Test
  void aCancelledTimerNeverRuns() throws Exception {
    List<String> ran = new ArrayList<>();
    CompletableFuture<Void> later = new CompletableFuture<>();
    Loop.Cancel outside = loop.after(Duration.ZERO, () -> ran.add("outside"));
    outside.cancel();
    loop.execute(
        () -> {
          Loop.Cancel inside = loop.after(Duration.ofMillis(1), () -> ran.add("inside"));
          inside.cancel();
          loop.after(Duration.ofMillis(2), () -> later.complete(null));
        });
    later.get(20, TimeUnit.SECONDS);
    assertEquals(List.of(), ran);
  }

  @Test
  void eachLoopIsItsOwnContextAndHasItsClock() {
    assertNotSame(loop.context(), VertxLoop.on(vertx, Clock.systemUTC()).context());
    assertEquals(Instant.EPOCH, loop.now());
  }
}
