package ma.jisr.service.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.VirtualLoop;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private final VirtualLoop loop = new VirtualLoop(START);
  private final Rounds rounds = new Rounds(loop, "things");
  private final List<Long> at = new ArrayList<>();

  private CompletableFuture<Integer> round(int due) {
    at.add(Duration.between(START, loop.now()).toMillis());
    return CompletableFuture.completedFuture(due);
  }

  @Test
  void againAfterEachPause() {
    rounds.every(PERIOD, () -> round(500));
    loop.advance(Duration.ofSeconds(25));
    assertEquals(List.of(0L, 10_000L, 20_000L), at);
  }

  @Test
  void aFullPageIsFollowedByTheNext() {
    rounds.every(PERIOD, 2, () -> round(at.size() < 2 ? 2 : 1));
    loop.advance(Duration.ofSeconds(11));
    assertEquals(List.of(0L, 10L, 20L, 10_020L), at);
  }

  @Test
  void notBeforeAWhile() {
    rounds.after(Duration.ofSeconds(3), PERIOD, () -> round(0));
    loop.advance(Duration.ofSeconds(14));
    assertEquals(List.of(3_000L, 13_000L), at);
  }

  @Test
  void whatFailsIsDoneTheNextTime() {
    rounds.every(
        PERIOD,
        () -> {
          var unused = round(0);
          if (at.size() == 1) throw new IllegalStateException("at once");
          return at.size() == 2
              ? CompletableFuture.failedFuture(new IllegalStateException("later"))
              : CompletableFuture.completedFuture(null);
        });
    loop.advance(Duration.ofSeconds(31));
    assertEquals(List.of(0L, 10_000L, 20_000L, 30_000L), at);
  }

  @Test
  void noMoreOnceStopped() {
    rounds.every(PERIOD, () -> round(0));
    loop.advance(Duration.ofSeconds(5));
    rounds.stop();
    loop.advance(Duration.ofMinutes(5));
    assertEquals(List.of(0L), at);
  }
}
