package ma.jisr.service.notices.notice;

import static ma.jisr.service.notices.notice.NoticeWorld.CAID;
import static ma.jisr.service.notices.notice.NoticeWorld.DEPUTY;
import static ma.jisr.service.notices.notice.NoticeWorld.DESK;
import static ma.jisr.service.notices.notice.NoticeWorld.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.notices.mailing.Progress.Stage;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node that dies at any of its writes, and two that do the same: nothing is sent twice or lost.
 */
class NoticeKillTest {
  /** What becomes of the write at which the node dies. */
  enum Death {
    BEFORE,
    AFTER
  }

  private static final Set<String> WRITES = Set.of("insert", "replaceIf", "deleteIf");
  private static final String LARGE = Ledger.id('n', "large");
  private static final String FLOOD = Ledger.id('n', "flood");

  /** A large notice that is approved, held and let go, and an emergency that is taken back. */
  private static final List<Function<NoticeWorld, CompletableFuture<?>>> DAY =
      List.of(
          w -> w.desk().draft(DESK, w.water(), "large"),
          w -> w.desk().submit(DESK, LARGE, null, "1"),
          w -> w.desk().approve(DEPUTY, LARGE, w.now(LARGE).digest(), "2"),
          w -> w.desk().pause(DESK, LARGE, "3"),
          w -> w.desk().resume(DESK, LARGE, "4"),
          w -> w.desk().draft(CAID, w.flood(), "flood"),
          w -> w.desk().submit(CAID, FLOOD, null, "5"),
          w -> w.desk().recall(DEPUTY, FLOOD, "erreur", "6"),
          w -> w.desk().review(DEPUTY, FLOOD, "erreur", "7"));

  private static NoticeWorld world(Store store, PlainMailings mailings) {
    NoticeWorld world = new NoticeWorld(store, mailings, new AtomicReference<>(NINE));
    mailings.people = 501;
    int unused = world.notices.reload().join();
    return world;
  }

  /** With a relay in the place that it is about. */
  private static MemoryStore store() {
    MemoryStore store = new MemoryStore(NoticeWorld.specs());
    NoticeWorld.relay(store, "0661000001", NoticeWorld.AMIZMIZ);
    return store;
  }

  /** What can be seen of a day. */
  private static List<String> seen(NoticeWorld world) {
    world.look();
    world.look();
    List<String> seen = new ArrayList<>();
    for (Notice one : world.notices.book().heard())
      seen.add(
          one.facts().kind()
              + " "
              + one.state()
              + ' '
              + one.emergency()
              + ' '
              + one.approvals().size());
    seen.sort(null);
    seen.add(world.mailings.begun.size() + " mailings");
    long running = world.mailings.stages.values().stream().filter(s -> s == Stage.SENDING).count();
    seen.add(running + " running");
    seen.add(world.store.scan("announcements", "", 100).join().size() + " said aloud");
    return seen;
  }

  private static List<String> undisturbed() {
    NoticeWorld world = world(store(), new PlainMailings());
    for (var call : DAY) {
      assertInstanceOf(Ruling.Done.class, call.apply(world).join());
    }
    return seen(world);
  }

  @Test
  void theDayIsWhatItShouldBe() {
    assertEquals(
        List.of(
            "ALERT CANCELLED true 0",
            "ALERT SENDING false 1",
            "CANCEL SENDING true 0",
            "3 mailings",
            "2 running",
            "3 said aloud"),
        undisturbed());
  }

  @ParameterizedTest
  @EnumSource
  void aDeathAtAnyWriteChangesNothing(Death death) {
    List<String> expected = undisturbed();
    int deaths = 0;
    for (boolean died = true; died; deaths++) {
      MemoryStore store = store();
      PlainMailings mailings = new PlainMailings();
      int[] left = {deaths};
      NoticeWorld dying = world(mortal(store, left, death), mailings);
      NoticeWorld next = null;
      for (var call : DAY) {
        if (next == null && survives(call, dying)) continue;
        if (next == null) {
          next = world(store, mailings);
          next.look();
        }
        assertInstanceOf(Ruling.Done.class, call.apply(next).join(), "after write " + deaths);
      }
      died = left[0] < 0;
      assertEquals(
          expected, seen(next == null ? world(store, mailings) : next), "dead at write " + deaths);
    }
    assertTrue(deaths > DAY.size(), deaths + " deaths");
  }

  private static boolean survives(
      Function<NoticeWorld, CompletableFuture<?>> call, NoticeWorld world) {
    try {
      assertInstanceOf(Ruling.Done.class, call.apply(world).join());
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private static Store mortal(Store store, int[] left, Death death) {
    return new FaultyStore(
        store,
        (method, collection) -> {
          boolean write = WRITES.contains(method);
          if (left[0] < 0) return new Fault.Refuse(StoreException.Kind.CLOSED);
          if (!write || left[0]-- > 0) return new Fault.Pass();
          return death == Death.BEFORE
              ? new Fault.Refuse(StoreException.Kind.CLOSED)
              : new Fault.LoseReply();
        });
  }

  @Test
  void twoNodesBeginOneNoticeOnce() {
    MemoryStore store = new MemoryStore(NoticeWorld.specs());
    PlainMailings mailings = new PlainMailings();
    AtomicReference<Instant> now = new AtomicReference<>(NINE);
    NoticeWorld one = new NoticeWorld(store, mailings, now);
    NoticeWorld other = new NoticeWorld(store, mailings, now);
    NoticeFacts facts = one.water();
    Duration hour = Duration.ofHours(1);
    Notice later =
        one.submitted(
            DESK,
            facts.about(Kind.ALERT, List.of(), NINE.plus(hour), NINE.plus(hour.multipliedBy(3))),
            "later");
    assertEquals(State.SCHEDULED, later.state());
    int unused = other.notices.reload().join();
    now.set(NINE.plus(hour));
    CompletableFuture<Integer> first = one.notices.due().look();
    CompletableFuture<Integer> second = other.notices.due().look();
    first.join();
    second.join();
    assertEquals(List.of("begin"), mailings.said);
    assertEquals(State.SENDING, one.now(later.id()).state());
    long starts =
        one.notices.shelf().get(later.id()).join().orElseThrow().history().stream()
            .filter(revision -> revision.deed().equals("start"))
            .count();
    assertEquals(1, starts);
  }
}
