package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.session.PersonDesk;
import org.junit.jupiter.api.Test;

/** People who are not heard any more, on a clock that moves by years. */
class UntouchedTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration KEEP = Duration.ofDays(730);

  /** When each was last heard; a page is two of them. */
  private final NavigableMap<String, Instant> heard = new TreeMap<>();

  private final VirtualLoop loop = new VirtualLoop(START);
  private final List<String> erased = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private int failing;

  private final Untouched untouched = new Untouched(loop, this::look, this::erase, KEEP);

  private CompletableFuture<PersonDesk.Untouched> look(String after, Instant before, int page) {
    pages.add(after);
    List<Map.Entry<String, Instant>> some =
        heard.tailMap(after, false).entrySet().stream().limit(2).toList();
    return CompletableFuture.completedFuture(
        new PersonDesk.Untouched(
            some.stream()
                .filter(one -> one.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList(),
            some.size() < 2 ? "" : some.getLast().getKey()));
  }

  private CompletableFuture<?> erase(String person) {
    if (failing-- > 0) return CompletableFuture.failedFuture(new IllegalStateException("away"));
    erased.add(person);
    heard.remove(person);
    return CompletableFuture.completedFuture(null);
  }

  private void look(int times) {
    loop.advance(Untouched.PERIOD.multipliedBy(times));
  }

  @Test
  void exactlyThoseOfBeforeAreErasedAndTheWalkBeginsAnew() {
    heard.put("a", START.minus(KEEP).minusSeconds(3_600));
    heard.put("b", START);
    heard.put("c", START.minus(KEEP).plus(Duration.ofDays(1)));
    untouched.start();
    look(2);
    assertEquals(List.of("a"), erased);
    assertEquals(List.of("", "b"), pages);
    loop.advance(Duration.ofDays(1));
    assertEquals(List.of("a", "c"), erased, "a day later they are two years silent as well");
    heard.put("d", loop.now());
    untouched.stop();
    loop.advance(Duration.ofDays(366 * 3));
    assertEquals(List.of("a", "c"), erased, "once stopped nobody is");
    Untouched next = new Untouched(loop, this::look, this::erase, KEEP);
    next.start();
    look(1);
    next.stop();
    assertEquals(List.of("a", "c", "b", "d"), erased);
  }

  /** Whoever could not be erased is met again: the page is not passed. */
  @Test
  void whatFailsIsDoneAgain() {
    heard.put("a", START.minus(KEEP).minusSeconds(1));
    failing = 1;
    untouched.start();
    look(1);
    assertEquals(List.of(), erased);
    look(1);
    assertEquals(List.of("a"), erased);
    assertEquals(List.of("", ""), pages);
  }
}
