package ma.jisr.service.tickets;

import static ma.jisr.service.tickets.Quarter.BANK;
import static ma.jisr.service.tickets.Quarter.MAIL;
import static ma.jisr.service.tickets.Quarter.POST;
import static ma.jisr.service.tickets.Quarter.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.outbox.Relay;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.tickets.Worked.Outcome;
import org.junit.jupiter.api.Test;

/** What staff do at their counters, and what the people who wait hear of it. */
final class CountersTest {
  private final Quarter quarter = new Quarter();

  @Test
  void oneKeyServesAndCalls() {
    Ticket first = quarter.taken("amal");
    Ticket second = quarter.taken("brahim");
    Worked called = quarter.act(Act.NEXT);
    assertEquals(Outcome.DONE, called.outcome());
    assertEquals(1, called.number());
    assertEquals(1, called.status().waiting());
    assertEquals(
        List.of(new Status.Counter("1", 1, MAIL, Quarter.TEN)), called.status().counters());
    assertEquals(2, quarter.act(Act.NEXT).number());
    assertEquals(State.SERVED, quarter.stored(first.id()).state());
    assertEquals(State.CALLED, quarter.stored(second.id()).state());
    Worked none = quarter.act(Act.NEXT);
    assertEquals(Outcome.NOBODY, none.outcome());
    assertEquals(State.SERVED, quarter.stored(second.id()).state());
    assertEquals(List.of("amal called 1", "brahim called 2"), quarter.news());
  }

  @Test
  void theSameCallCallsOnce() {
    quarter.taken("amal");
    quarter.taken("brahim");
    for (int i = 0; i < 3; i++)
      assertEquals(1, now(next("key", "1")).number(), "however often it is asked");
    assertEquals(2, now(next("other", "2")).number());
    assertEquals(List.of("amal called 1", "brahim called 2"), quarter.news());
  }

  private CompletableFuture<Worked> next(String key, String counter) {
    return quarter.tickets.act(key, quarter.staff(POST), Act.NEXT, counter, null);
  }

  @Test
  void aCounterMayServeOneQueueOnly() {
    quarter.taken("amal");
    quarter.take("brahim", POST, BANK, Priority.USUAL, null);
    Worked bank = now(quarter.tickets.act("k", quarter.staff(POST), Act.NEXT, "2", BANK));
    assertEquals(2, bank.number());
    assertEquals(1, quarter.act(Act.NEXT, "2").number());
  }

  @Test
  void whoIsAbsentKeepsTheirPlaceOnce() {
    Ticket ticket = quarter.taken("amal");
    for (int i = 0; i < 3; i++) quarter.taken("p" + i);
    quarter.act(Act.NEXT);
    Worked absent = quarter.act(Act.ABSENT);
    assertEquals(1, absent.number());
    assertEquals(4, absent.status().waiting());
    assertEquals(2, quarter.act(Act.NEXT).number());
    assertEquals(3, quarter.act(Act.NEXT).number());
    assertEquals(1, quarter.act(Act.NEXT).number(), "two have passed");
    quarter.act(Act.ABSENT);
    assertEquals(State.NO_SHOW, quarter.stored(ticket.id()).state());
    assertEquals(4, quarter.act(Act.NEXT).number());
    assertEquals(
        List.of("amal called 1", "amal moved 1", "amal recalled 1", "amal returned 1"),
        quarter.news().stream().filter(line -> line.startsWith("amal")).toList());
    assertEquals(List.of(), now(quarter.tickets.of("amal")));
  }

  @Test
  void whoIsCalledAgainHearsIt() {
    quarter.taken("amal");
    assertEquals(Outcome.NOBODY, quarter.act(Act.RECALL).outcome());
    quarter.act(Act.NEXT);
    quarter.act(Act.RECALL);
    assertEquals(Outcome.DONE, quarter.act(Act.ARRIVED).outcome());
    assertEquals(Outcome.NOBODY, quarter.act(Act.RECALL).outcome(), "they stand there");
    assertEquals(Outcome.DONE, quarter.act(Act.SERVED).outcome());
    assertEquals(List.of("amal called 1", "amal recalled 1"), quarter.news());
  }

  @Test
  void whatWasDoneIsUndoneWithinAMinute() {
    Ticket first = quarter.taken("amal");
    Ticket second = quarter.taken("brahim");
    quarter.act(Act.NEXT);
    quarter.act(Act.NEXT);
    Worked undone = quarter.act(Act.UNDO);
    assertEquals(Outcome.DONE, undone.outcome());
    assertEquals(1, undone.number());
    assertEquals(State.CALLED, quarter.stored(first.id()).state());
    assertEquals(State.NEAR, quarter.stored(second.id()).state());
    assertEquals(1, now(quarter.tickets.of("amal")).size());
    assertEquals(List.of("amal called 1", "brahim called 2", "brahim moved 2"), quarter.news());
    assertEquals(Outcome.TOO_LATE, quarter.act(Act.UNDO).outcome(), "no undoing of an undoing");
    assertEquals(2, quarter.act(Act.NEXT).number());
    quarter.pass(Duration.ofSeconds(61));
    assertEquals(Outcome.TOO_LATE, quarter.act(Act.UNDO).outcome());
  }

  @Test
  void whoWasSentAwayIsBackWhenThatIsUndone() {
    Ticket ticket = quarter.taken("amal");
    quarter.act(Act.NEXT);
    quarter.act(Act.ABSENT);
    quarter.act(Act.NEXT);
    quarter.act(Act.ABSENT);
    assertEquals(State.NO_SHOW, quarter.stored(ticket.id()).state());
    quarter.act(Act.UNDO);
    assertEquals(State.CALLED, quarter.stored(ticket.id()).state());
    assertEquals(1, quarter.act(Act.NEXT).status().counters().size());
    assertEquals(State.SERVED, quarter.stored(ticket.id()).state());
  }

  @Test
  void whoGaveBackWhileCalledIsNotBroughtBack() {
    Ticket first = quarter.taken("amal");
    quarter.taken("brahim");
    quarter.act(Act.NEXT);
    now(quarter.tickets.giveBack("g", "amal", first.id()));
    Worked status = quarter.act(Act.NEXT);
    assertEquals(2, status.number());
    assertEquals(State.GIVEN_BACK, quarter.stored(first.id()).state());
  }

  @Test
  void aPauseTellsThoseWhoHaveSetOut() {
    for (int i = 0; i < 4; i++) quarter.taken("p" + i);
    quarter.news();
    assertEquals(State.NEAR, quarter.stored("k0").state());
    Worked paused = now(quarter.tickets.pause("pause", quarter.staff(POST), 40));
    assertEquals(Quarter.TEN.plus(Duration.ofMinutes(40)), paused.status().paused());
    assertTrue(quarter.news().contains("p0 moved 1"));
    assertEquals(State.WAITING, quarter.stored("k0").state());
    now(quarter.tickets.pause("pause", quarter.staff(POST), 40));
    assertEquals(List.of(), quarter.news(), "told once");
    quarter.keeper();
    quarter.pass(Duration.ofMinutes(39));
    assertTrue(quarter.news().contains("p0 near 1"), "in time for the end of the pause");
    Worked next = quarter.act(Act.NEXT);
    assertEquals(1, next.number());
    assertEquals(null, next.status().paused(), "who calls has ended the pause");
  }

  @Test
  void whoClosesSendsEverybodyHomeAndSaysSo() {
    for (int i = 0; i < 3; i++) quarter.taken("p" + i);
    quarter.act(Act.NEXT);
    Worked closed = now(quarter.tickets.close("c", quarter.staff(POST)));
    assertEquals(2, closed.number());
    assertTrue(closed.status().closed());
    assertEquals(List.of("p0 called 1", "p1 closed 2", "p2 closed 3"), quarter.news());
    assertEquals(State.SERVED, quarter.stored("k0").state());
    assertInstanceOf(Taking.Closed.class, quarter.take("p1"));
    assertEquals(Outcome.CLOSED, quarter.act(Act.NEXT).outcome());
    now(quarter.tickets.open("o", quarter.staff(POST)));
    assertInstanceOf(Taking.Taken.class, quarter.take("p1"));
  }

  @Test
  void theDayEndsByItselfBehindTheHours() {
    quarter.keeper();
    quarter.taken("amal");
    quarter.pass(Duration.ofHours(8));
    quarter.news();
    assertEquals(1, now(quarter.tickets.of("amal")).size(), "staff may work on for a while");
    quarter.pass(Duration.ofMinutes(40));
    assertEquals(List.of("amal closed 1"), quarter.news());
    assertEquals(List.of(), now(quarter.tickets.of("amal")));
  }

  @Test
  void staffOpenBeyondTheHours() {
    quarter.pass(Duration.ofHours(9));
    assertInstanceOf(Taking.Closed.class, quarter.take("amal"));
    now(quarter.tickets.open("o", quarter.staff(POST)));
    quarter.taken("amal");
    quarter.keeper();
    quarter.pass(Duration.ofHours(1));
    assertEquals(1, quarter.act(Act.NEXT).number());
  }

  @Test
  void whoCouldNotBeToldIsShown() {
    Ticket ticket = quarter.taken("amal");
    quarter.act(Act.NEXT);
    quarter.news();
    now(quarter.tickets.undelivered("amal", key -> key.endsWith(ticket.id() + ":7")));
    assertEquals(List.of(), now(quarter.tickets.status(POST)).orElseThrow().unreached());
    String called = Relay.key("tickets", ticket.id(), 0);
    now(quarter.tickets.undelivered("amal", called::equals));
    assertEquals(List.of(1), now(quarter.tickets.status(POST)).orElseThrow().unreached());
    quarter.act(Act.RECALL);
    assertEquals(List.of(), now(quarter.tickets.status(POST)).orElseThrow().unreached());
  }

  @Test
  void countersAndShopsThatThereAreNot() {
    assertEquals(Outcome.UNKNOWN, quarter.act(Act.NEXT, "3").outcome());
    assertEquals(Outcome.UNKNOWN, quarter.act(Act.NEXT, "x").outcome());
    Worked nowhere = now(quarter.tickets.act("k", quarter.staff("x"), Act.NEXT, "1", null));
    assertEquals(Outcome.UNKNOWN, nowhere.outcome());
    assertThrows(
        IllegalArgumentException.class, () -> quarter.tickets.pause("p", quarter.staff(POST), 0));
  }
}
