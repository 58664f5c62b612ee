package ma.jisr.service.tickets;

import static ma.jisr.service.tickets.Quarter.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.tickets.Worked.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes serve one shop on one store, and the calls of both reach it in any order: each ticket
 * has its own number, each is called by one counter, and who asks both nodes the same is given the
 * same.
 */
final class TwoNodesTest {
  private static final int PEOPLE = 14;
  private static final int COUNTERS = 3;
  private static final int CALLS = 5;

  private final Quarter quarter = new Quarter();
  private final List<CompletableFuture<Taking>> takings = new ArrayList<>();
  private final List<CompletableFuture<Worked>> calls = new ArrayList<>();

  static LongStream seeds() {
    return LongStream.range(0, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agree(long seed) {
    quarter.put(
        Quarter.shop(
            Quarter.POST,
            Quarter.CODE,
            "Mo-Sa 09:00-18:00",
            Quarter.service(Quarter.MAIL, 4, COUNTERS, null, Nearness.USUAL)));
    Interleaver order = new Interleaver(seed);
    List<Tickets> nodes = new ArrayList<>();
    for (String name : List.of("here", "there"))
      nodes.add(quarter.on(order.before(quarter.store), name));
    for (int i = 0; i < PEOPLE; i++) {
      for (Tickets node : nodes) takings.add(take(node, i));
      order.let(order.choose(30));
    }
    for (int call = 0; call < CALLS; call++)
      for (int counter = 1; counter <= COUNTERS; counter++) {
        for (Tickets node : nodes) calls.add(next(node, call, counter));
        order.let(order.choose(30));
        quarter.pass(Duration.ofSeconds(order.choose(90)));
        var unused = nodes.get(order.choose(2)).look(quarter.loop.now(), PEOPLE);
        if (order.choose(6) == 0) give(nodes.get(order.choose(2)), order.choose(PEOPLE));
      }
    order.all();
    everyTicketHasItsOwnNumber();
    nobodyWasCalledTwice();
    everybodyIsServedInTheEnd();
  }

  /** Twenty counters call at the same instant, half of them by either node. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyCounterIsGivenSomebody(long seed) {
    int counters = ShopService.MOST_COUNTERS;
    quarter.put(
        Quarter.shop(
            Quarter.POST,
            Quarter.CODE,
            "Mo-Sa 09:00-18:00",
            Quarter.service(Quarter.MAIL, 1, counters, null, Nearness.USUAL)));
    for (int i = 0; i < counters + 5; i++) quarter.taken("p" + i);
    Interleaver order = new Interleaver(seed);
    List<Tickets> nodes = new ArrayList<>();
    for (String name : List.of("here", "there"))
      nodes.add(quarter.on(order.before(quarter.store), name));
    for (int counter = 1; counter <= counters; counter++)
      calls.add(next(nodes.get(counter % 2), 0, counter));
    order.all();
    Set<Integer> called = new TreeSet<>();
    for (CompletableFuture<Worked> call : calls) {
      assertEquals(Outcome.DONE, now(call).outcome());
      called.add(now(call).number());
    }
    assertEquals(counters, called.size());
    assertEquals(1, Collections.min(called));
    assertEquals(counters, Collections.max(called), "the first of the line");
  }

  private static CompletableFuture<Taking> take(Tickets node, int i) {
    Priority priority = i % 5 == 0 ? Priority.ELDERLY : Priority.USUAL;
    return node.take("t" + i, "p" + i, Quarter.POST, Quarter.MAIL, priority, null, null);
  }

  private CompletableFuture<Worked> next(Tickets node, int call, int counter) {
    String name = Integer.toString(counter);
    return node.act("n" + counter + '.' + call, quarter.staff(Quarter.POST), Act.NEXT, name, null);
  }

  private static void give(Tickets node, int i) {
    var unused = node.giveBack("g" + i, "p" + i, "t" + i);
  }

  private void everyTicketHasItsOwnNumber() {
    Map<String, Integer> numbers = new HashMap<>();
    for (CompletableFuture<Taking> taking : takings) {
      Ticket ticket = Quarter.taken(now(taking));
      Integer other = numbers.put(ticket.id(), ticket.number());
      assertTrue(other == null || other == ticket.number(), "two numbers for one ticket");
    }
    assertEquals(PEOPLE, new HashSet<>(numbers.values()).size());
    assertEquals(PEOPLE, numbers.size());
  }

  private void nobodyWasCalledTwice() {
    Map<String, Set<Integer>> byCall = new TreeMap<>();
    int i = 0;
    for (int call = 0; call < CALLS; call++)
      for (int counter = 1; counter <= COUNTERS; counter++)
        for (int node = 0; node < 2; node++) {
          Worked worked = now(calls.get(i++));
          if (worked.outcome() == Outcome.DONE)
            byCall.computeIfAbsent(counter + "." + call, _ -> new HashSet<>()).add(worked.number());
        }
    Set<Integer> called = new HashSet<>();
    byCall.forEach(
        (call, numbers) -> {
          assertEquals(1, numbers.size(), "both nodes say the same of " + call);
          assertTrue(called.addAll(numbers), "called by two counters");
        });
  }

  private void everybodyIsServedInTheEnd() {
    List<Integer> rest = new ArrayList<>();
    for (Worked next = quarter.act(Act.NEXT);
        next.outcome() == Outcome.DONE;
        next = quarter.act(Act.NEXT)) rest.add(next.number());
    quarter.act(Act.NEXT, "2");
    quarter.act(Act.NEXT, "3");
    Map<String, Integer> told = new HashMap<>();
    for (String line : quarter.news())
      if (line.contains(" called ")) told.merge(line, 1, Integer::sum);
    told.forEach((line, times) -> assertEquals(1, times, line));
    Map<Long, Integer> order = new TreeMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      Ticket ticket = quarter.stored("t" + i);
      boolean given = ticket.state() == State.GIVEN_BACK;
      assertTrue(given || ticket.state() == State.SERVED, ticket.toString());
      if (!given) assertTrue(told.containsKey("p" + i + " called " + ticket.number()));
      if (rest.contains(ticket.number())) order.put(ticket.turn(), ticket.number());
      assertEquals(List.of(), now(quarter.tickets.of("p" + i)), "nothing is held any more");
    }
    assertEquals(List.copyOf(order.values()), rest, "by class and number");
  }
}
