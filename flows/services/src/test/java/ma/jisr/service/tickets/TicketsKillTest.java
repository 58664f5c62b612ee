package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import ma.jisr.service.shops.Priority;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node that dies at any of its writes: nothing is lost, nothing happens twice, nobody is told
 * twice.
 */
final class TicketsKillTest {
  /** What becomes of the write at which the node dies. */
  enum Death {
    BEFORE,
    AFTER
  }

  private static final Set<String> WRITES = Set.of("insert", "replaceIf", "deleteIf");

  private static final Staff STAFF = new Staff("amina", Quarter.POST);

  /** A day of a post office and a doctor, call by call. */
  private static final List<Function<Tickets, CompletableFuture<?>>> DAY =
      List.of(
          t -> take(t, "amal", null, null),
          t -> take(t, "brahim", null, null),
          t -> take(t, "zineb", null, "mmi"),
          t -> take(t, "said", new Slot(Instant.parse("2026-05-05T13:30:00Z"), 30), null),
          t -> take(t, "hind", null, null),
          t -> take(t, "omar", null, null),
          t -> act(t, "n1", Act.NEXT, "1"),
          t -> act(t, "n2", Act.NEXT, "2"),
          t -> act(t, "a1", Act.ABSENT, "1"),
          t -> act(t, "n3", Act.NEXT, "1"),
          t -> act(t, "u1", Act.UNDO, "1"),
          t -> act(t, "n4", Act.NEXT, "1"),
          t -> t.delay("d1", "hind", "t-hind", 10),
          t -> t.giveBack("g1", "omar", "t-omar"),
          t -> t.giveBack("g2", "said", "t-said"),
          t -> t.pause("p1", STAFF, 30),
          t -> t.open("o1", STAFF),
          t -> act(t, "s1", Act.SERVED, "1"),
          t -> act(t, "n5", Act.NEXT, "1"),
          t -> t.close("c1", STAFF));

  private static CompletableFuture<?> take(
      Tickets tickets, String person, @Nullable Slot slot, @Nullable String holder) {
    boolean booked = slot != null;
    return tickets.take(
        "t-" + person,
        person,
        booked ? Quarter.CLINIC : Quarter.POST,
        booked ? Quarter.DOCTOR : Quarter.MAIL,
        Priority.USUAL,
        slot,
        holder);
  }

  private static CompletableFuture<?> act(Tickets tickets, String key, Act act, String counter) {
    return tickets.act(key, STAFF, act, counter, null);
  }

  /** Lives for so many writes; the next is its last, and nothing is read or written then. */
  private static Store mortal(Store store, int writes, Death death) {
    int[] left = {writes};
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

  /** What can be seen of a day: what each was told in turn, and how each ticket ended. */
  private record Seen(Map<String, List<String>> told, List<String> states) {
    static Seen of(Quarter quarter) {
      // What nobody was told of by whoever died is found by the relay's own look.
      quarter.pass(Duration.ofSeconds(10));
      Map<String, List<String>> told = new TreeMap<>();
      for (String line : quarter.told) {
        String[] words = line.split(" ", -1);
        told.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words[1]);
      }
      List<String> states = new ArrayList<>();
      Set<Integer> numbers = new HashSet<>();
      for (String who : List.of("amal", "brahim", "zineb", "said", "hind", "omar")) {
        Ticket ticket = quarter.stored("t-" + who);
        states.add(who + ' ' + ticket.state() + ' ' + ticket.missed() + ' ' + ticket.counter());
        boolean other = ticket.wish().shop().equals(Quarter.CLINIC);
        assertTrue(other || numbers.add(ticket.number()), "a number twice");
        assertTrue(ticket.number() > 0);
      }
      return new Seen(told, states);
    }
  }

  private static Seen undisturbed() {
    Quarter quarter = new Quarter();
    for (var call : DAY) call.apply(quarter.tickets).join();
    return Seen.of(quarter);
  }

  /** Who died is followed by another, of whom the same is asked again under the same key. */
  @ParameterizedTest
  @EnumSource
  void aDeathAtAnyWriteChangesNothing(Death death) {
    Seen expected = undisturbed();
    boolean lived = false;
    int deaths = 0;
    for (int writes = 0; !lived; writes++) {
      Quarter quarter = new Quarter(new MemoryStore(TicketCollections.specs()), Quarter.TEN);
      Tickets dying = quarter.on(mortal(quarter.store, writes, death), "dying");
      lived = true;
      for (var call : DAY) {
        if (lived) lived = survives(call.apply(dying));
        if (!lived) call.apply(quarter.tickets).join();
      }
      if (!lived) deaths++;
      assertEquals(expected, Seen.of(quarter), "dead at write " + writes);
    }
    assertTrue(deaths > DAY.size(), deaths + " deaths");
  }

  private static boolean survives(CompletableFuture<?> call) {
    try {
      call.join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  /** Nobody asks again: what was begun is brought to an end by whoever looks. */
  @ParameterizedTest
  @EnumSource
  void whatADeadNodeHasBegunIsBroughtToItsEnd(Death death) {
    int whole = 0;
    boolean lived = false;
    for (int writes = 0; !lived; writes++) {
      Quarter quarter = new Quarter();
      Tickets dying = quarter.on(mortal(quarter.store, writes, death), "dying");
      lived = survives(take(dying, "zineb", null, "mmi"));
      quarter.keeper();
      quarter.pass(Duration.ofMinutes(2));
      List<Standing> held = Quarter.now(quarter.tickets.of("mmi"));
      assertEquals(List.of(), quarter.news());
      if (held.isEmpty()) {
        assertEquals(0, Quarter.now(quarter.tickets.of("zineb")).size());
        continue;
      }
      whole++;
      Taking again = quarter.take("mmi");
      assertTrue(again instanceof Taking.HasOne, again.toString());
    }
    assertTrue(whole >= 4, whole + " were begun and ended");
  }

  /** The act was written down and not done; its counter is used again with another call. */
  @ParameterizedTest
  @EnumSource
  void anActThatWasBegunIsDoneBeforeTheNext(Death death) {
    boolean lived = false;
    for (int writes = 0; !lived; writes++) {
      Quarter quarter = new Quarter();
      quarter.taken("amal");
      quarter.taken("brahim");
      quarter.taken("zineb");
      quarter.act(Act.NEXT);
      Tickets dying = quarter.on(mortal(quarter.store, writes, death), "dying");
      lived = survives(act(dying, "n1", Act.NEXT, "1"));
      Worked other = quarter.act(Act.NEXT);
      Worked late = (Worked) act(quarter.tickets, "n1", Act.NEXT, "1").join();
      Set<Integer> called = Set.of(other.number(), late.number());
      assertEquals(2, called.size(), "dead at write " + writes);
      long times = quarter.news().stream().filter(line -> line.contains(" called ")).count();
      assertEquals(3, times, "each of three once");
    }
  }

  /** A store that loses answers: whoever repeats what failed has done each thing once. */
  @Test
  void lostAnswersChangeNothing() {
    Seen expected = undisturbed();
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Quarter quarter = new Quarter();
      Store losing =
          new FaultyStore(
              quarter.store,
              (method, collection) ->
                  switch (random.nextInt(20)) {
                    case 0, 1 -> WRITES.contains(method) ? new Fault.LoseReply() : new Fault.Pass();
                    case 2 -> new Fault.Refuse(StoreException.Kind.BUSY);
                    default -> new Fault.Pass();
                  });
      Tickets node = quarter.on(losing, "losing");
      for (var call : DAY) {
        int tries = 0;
        while (!survives(call.apply(node)) && tries < 300) tries++;
        assertTrue(tries < 300);
      }
      assertEquals(expected, Seen.of(quarter), "seed " + seed);
    }
  }
}
