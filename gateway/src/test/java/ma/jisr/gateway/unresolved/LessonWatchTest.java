package ma.jisr.gateway.unresolved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException.Kind;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** Lessons on all nodes. */
class LessonWatchTest {
  private final MemoryStore store = new MemoryStore(UnresolvedCollections.specs());
  private final VirtualLoop loop = new VirtualLoop(Desk.START);
  private final MemoryCounters counters = new MemoryCounters();
  private final List<List<String>> inUse = new ArrayList<>();

  private LessonWatch watch(Store on) {
    return new LessonWatch(
        loop,
        new Lessons(on),
        counters,
        all -> inUse.add(all.stream().map(Lesson::text).sorted().toList()));
  }

  private void start(LessonWatch watch) {
    var first = watch.start();
    loop.run();
    assertTrue(first.isDone());
  }

  private void teach(String text) {
    new Lessons(store)
        .add(new Lesson(Lesson.Kind.PHRASE, text, "help", "amina", Instant.EPOCH))
        .join();
  }

  @Test
  void anotherNodeSeesChangesWithinAMinuteAndReadsNothingInBetween() {
    teach("one");
    LessonWatch watch = watch(store);
    start(watch);
    assertEquals(List.of(List.of("one")), inUse);
    loop.advance(LessonWatch.PERIOD.multipliedBy(10));
    assertEquals(1, inUse.size());
    teach("two");
    loop.advance(Duration.ofMinutes(1));
    assertEquals(List.of("one", "two"), inUse.getLast());
    new Lessons(store).remove(Lesson.Kind.PHRASE, "one").join();
    loop.advance(Duration.ofMinutes(1));
    assertEquals(List.of("two"), inUse.getLast());
    watch.stop();
    assertEquals(3, inUse.size());
  }

  @Test
  void thisNodeHasThemAtOnce() {
    LessonWatch watch = watch(store);
    start(watch);
    teach("one");
    var done = watch.refresh();
    loop.run();
    assertTrue(done.isDone());
    assertEquals(List.of("one"), inUse.getLast());
    watch.stop();
  }

  @Test
  void aStoreThatIsAwayIsAskedAgainAndWhatWasKnownStaysKnown() {
    teach("one");
    List<Fault> faults = new ArrayList<>();
    LessonWatch watch =
        watch(
            new FaultyStore(
                store,
                (method, collection) ->
                    faults.isEmpty() ? new Fault.Pass() : faults.removeFirst()));
    start(watch);
    teach("two");
    faults.add(new Fault.Refuse(Kind.UNREACHABLE));
    loop.advance(LessonWatch.PERIOD);
    assertEquals(List.of("one"), inUse.getLast());
    assertEquals(1, counters.of("lessons.unread"));
    loop.advance(LessonWatch.PERIOD);
    assertEquals(List.of("one", "two"), inUse.getLast());
    watch.stop();
  }
}
