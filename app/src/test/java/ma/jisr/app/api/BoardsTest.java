package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.api.Events;
import org.junit.jupiter.api.Test;

/** How often the store is asked, and who is told what, on a clock that the test moves. */
class BoardsTest {
  private final VirtualLoop loop = new VirtualLoop(MapServer.NOW);
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private CompletableFuture<String> state = is("open");
  private final Boards boards =
      new Boards(
          loop,
          shop -> {
            asked.add(shop);
            return state;
          });

  private static CompletableFuture<String> is(String state) {
    return CompletableFuture.completedFuture(state);
  }

  private Runnable watch(String shop, String name) {
    Runnable leave =
        boards
            .of(shop)
            .watch(
                new Events.Watcher() {
                  @Override
                  public void told(String state) {
                    told.add(name + " " + state);
                  }

                  @Override
                  public void ended() {
                    told.add(name + " ended");
                  }
                });
    loop.run();
    return leave;
  }

  private void seconds(int count) {
    loop.advance(Duration.ofSeconds(count));
  }

  @Test
  void aShopIsAskedOnceASecondForAllWhoWatchIt() {
    watch("a", "x");
    watch("a", "y");
    watch("b", "z");
    assertEquals(List.of("x open", "y open", "z open"), told);
    seconds(3);
    assertEquals(List.of("a", "b", "a", "b", "a", "b", "a", "b"), asked);
    assertEquals(3, told.size(), "nothing has changed");
    state = is("paused");
    seconds(1);
    assertEquals(List.of("x paused", "y paused", "z paused"), told.subList(3, 6));
  }

  @Test
  void nobodyWatchesNobodyAsks() {
    Runnable x = watch("a", "x");
    Runnable y = watch("a", "y");
    x.run();
    seconds(1);
    assertEquals(2, asked.size());
    y.run();
    y.run();
    seconds(10);
    assertEquals(2, asked.size());
    state = is("paused");
    watch("a", "z");
    seconds(1);
    assertEquals(4, asked.size(), "one look each second, whoever left before");
    assertEquals(List.of("x open", "y open", "z paused"), told);
  }

  @Test
  void aStoreThatFailsIsAskedAgainAndASlowOneIsWaitedFor() {
    watch("a", "x");
    state = CompletableFuture.failedFuture(new IllegalStateException("down"));
    seconds(2);
    CompletableFuture<String> slow = new CompletableFuture<>();
    state = slow;
    seconds(5);
    assertEquals(4, asked.size());
    slow.complete("closed");
    loop.run();
    assertEquals(List.of("x open", "x closed"), told);
  }

  @Test
  void whoLeavesWhileTheStoreIsAskedIsToldNothing() {
    CompletableFuture<String> slow = new CompletableFuture<>();
    state = slow;
    watch("a", "x").run();
    loop.run();
    slow.complete("open");
    seconds(5);
    assertEquals(List.of("a"), asked);
    assertEquals(List.of(), told);
  }

  @Test
  void aShopThatIsGoneEndsItsStreams() {
    watch("a", "x");
    watch("a", "y");
    state = CompletableFuture.completedFuture("");
    seconds(5);
    assertEquals(List.of("x open", "y open", "x ended", "y ended"), told);
    assertEquals(2, asked.size());
    state = is("open");
    watch("a", "z");
    assertEquals("z open", told.getLast(), "it is back");
  }
}
