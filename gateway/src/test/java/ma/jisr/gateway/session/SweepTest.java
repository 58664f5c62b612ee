package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

/** How fast what is due is found, and how much of it at once. */
class SweepTest {
  private static final int DUE = 3 * Sweep.PAGE + 200;

  private final MemoryStore store = new MemoryStore();
  private final VirtualLoop loop = new VirtualLoop(TestGateway.START);
  private final List<String> found = new ArrayList<>();
  private final ArrayDeque<Runnable> open = new ArrayDeque<>();
  private int room = Integer.MAX_VALUE;
  private final Sweep sweep =
      new Sweep(
          loop,
          store,
          SessionSettings.of("p1", false),
          SessionCollections.PEOPLE,
          SessionCollections.DUE,
          (document, done) -> {
            if (found.size() >= room) return false;
            found.add(document.id());
            open.add(done);
            return true;
          });

  private void due(int persons) {
    long since = TestGateway.START.minus(Duration.ofHours(1)).toEpochMilli();
    for (int i = 0; i < persons; i++) {
      String json = "{\"due\":" + (since + i) + "}";
      store.all(SessionCollections.PEOPLE).put("p" + i, new Document("p" + i, 0, "w", json));
    }
  }

  private void done(int persons) {
    for (int i = 0; i < persons && !open.isEmpty(); i++) open.remove().run();
    loop.run();
  }

  @Test
  void fullPagesFollowEachOtherAsLongAsWhatWasFoundIsDealtWith() {
    due(DUE);
    sweep.start(Duration.ZERO);
    loop.run();
    assertEquals(Sweep.IN_FLIGHT, found.size(), "no more than that at once");
    assertEquals("p0", found.getFirst(), "the oldest first");
    done(Sweep.PAGE - 1);
    assertEquals(Sweep.IN_FLIGHT, found.size());
    done(1);
    assertEquals(Sweep.IN_FLIGHT + Sweep.PAGE, found.size(), "without any time passing");
    done(DUE);
    assertEquals(DUE, found.size());
    assertEquals(DUE, new HashSet<>(found).size(), "nobody twice while it is claimed");
  }

  @Test
  void nothingIsLookedForWhileLittleIsDueButOncePerPeriod() {
    sweep.start(Duration.ZERO);
    loop.run();
    due(3);
    loop.run();
    assertEquals(0, found.size());
    loop.advance(Sweep.PERIOD);
    assertEquals(3, found.size());
  }

  @Test
  void whatHasNoRoomIsFoundAgainLater() {
    due(10);
    room = 4;
    sweep.start(Duration.ZERO);
    loop.run();
    assertEquals(4, found.size());
    room = Integer.MAX_VALUE;
    loop.advance(Sweep.HOLD.plus(Sweep.PERIOD));
    assertTrue(new HashSet<>(found).size() == 10, "its claim has run out");
  }

  @Test
  void aStoppedSweepLooksForNothing() {
    due(3);
    sweep.start(Duration.ZERO);
    sweep.stop();
    loop.advance(Sweep.PERIOD.multipliedBy(5));
    assertEquals(0, found.size());
  }
}
