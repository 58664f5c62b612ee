package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The way down: the last first, and nobody waits for one that does not end. */
class StoppingTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Stopping stopping = new Stopping();
  private final List<String> stopped = new ArrayList<>();

  @Test
  void theLastThatStartedIsStoppedFirst() {
    stopping.pushClose("the store", () -> stopped.add("store at " + stopping.now()));
    stopping.pushClose("the links", () -> stopped.add("links at " + stopping.now()));
    assertEquals(List.of(), stopping.run(LONG));
    assertEquals(List.of("links at the links", "store at the store"), stopped);
    assertEquals("", stopping.now());
  }

  @Test
  void whatDoesNotEndOrFailsIsNamedAndTheRestIsStopped() {
    stopping.pushClose("the store", () -> stopped.add("store"));
    stopping.push("the links", Duration.ofMillis(1), CompletableFuture::new);
    stopping.push(
        "the turns",
        LONG,
        () -> CompletableFuture.failedFuture(new IllegalStateException("as asked")));
    assertEquals(List.of("the turns", "the links"), stopping.run(LONG));
    assertEquals(List.of("store"), stopped);
  }
}
