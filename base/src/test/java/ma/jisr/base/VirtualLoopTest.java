package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualLoopTest {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");
  private final VirtualLoop loop = new VirtualLoop(START);
  private final List<String> ran = new ArrayList<>();

  @Test
  void timersRunInTheOrderOfTheirInstantsWithWhatTheyQueueBetween() {
    loop.after(Duration.ofSeconds(2), () -> ran.add("two " + seconds()));
    loop.after(
        Duration.ofSeconds(1),
        () -> {
          ran.add("one " + seconds());
          loop.execute(() -> ran.add("queued by one " + seconds()));
          loop.after(Duration.ofMillis(500), () -> ran.add("later"));
        });
    loop.after(Duration.ofHours(1), () -> ran.add("never"));
    loop.advance(Duration.ofSeconds(2));
    assertEquals(List.of("one 1", "queued by one 1", "later", "two 2"), ran);
    assertEquals(START.plusSeconds(2), loop.now());
  }

  @Test
  void cancelledTimersDoNotRun() {
    Loop.Cancel timer = loop.after(Duration.ofSeconds(1), () -> ran.add("cancelled"));
    timer.cancel();
    loop.advance(Duration.ofMinutes(1));
    assertEquals(List.of(), ran);
  }

  @Test
  void timeStandsStillWhileTasksRun() {
    loop.execute(() -> loop.execute(() -> ran.add("inner " + seconds())));
    loop.run();
    assertEquals(List.of("inner 0"), ran);
  }

  private long seconds() {
    return Duration.between(START, loop.now()).toSeconds();
  }
}
