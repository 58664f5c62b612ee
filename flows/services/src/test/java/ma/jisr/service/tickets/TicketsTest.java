package ma.jisr.service.tickets;

import static ma.jisr.service.tickets.Quarter.CLINIC;
import static ma.jisr.service.tickets.Quarter.DOCTOR;
import static ma.jisr.service.tickets.Quarter.MAIL;
import static ma.jisr.service.tickets.Quarter.POST;
import static ma.jisr.service.tickets.Quarter.now;
import static ma.jisr.service.tickets.Quarter.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.Priority;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What people do with tickets: take, ask, change, give back; and what they may not. */
final class TicketsTest {
  private final Quarter quarter = new Quarter();

  @Test
  void numbersAreGivenInOrderAndTellWhoIsBefore() {
    for (int i = 1; i <= 4; i++) {
      Standing standing = assertInstanceOf(Taking.Taken.class, quarter.take("p" + i)).standing();
      assertEquals(i, standing.ticket().number());
      assertEquals(i - 1, standing.ahead());
    }
  }

  @Test
  void theSameCallIsTheSameTicket() {
    Ticket first = taken(now(take("key", "amal")));
    Ticket again = taken(now(take("key", "amal")));
    assertEquals(first.number(), again.number());
    assertThrows(Exception.class, () -> take("key", "brahim").join(), "a key stands for one wish");
  }

  private CompletableFuture<Taking> take(String key, String person) {
    return quarter.tickets.take(key, person, POST, MAIL, Priority.USUAL, null, null);
  }

  @Test
  void oneOpenTicketForEachService() {
    Ticket first = quarter.taken("amal");
    Taking second = quarter.take("amal");
    assertEquals(first.number(), has(second).number());
    assertInstanceOf(
        Taking.Taken.class, quarter.take("amal", POST, Quarter.BANK, Priority.USUAL, null));
    now(quarter.tickets.giveBack("g", "amal", first.id()));
    assertInstanceOf(Taking.Taken.class, quarter.take("amal"));
  }

  private static Ticket has(Taking taking) {
    return assertInstanceOf(Taking.HasOne.class, taking).standing().ticket();
  }

  @Test
  void nobodyHoldsOrTakesMoreThanTheBounds() {
    for (int shop = 0; shop < 10; shop++)
      quarter.put(
          Quarter.shop(
              "s" + shop, Quarter.CODE, "24/7", Quarter.service("a", 5, 1, null, Nearness.USUAL)));
    for (int i = 0; i < TicketRules.OPEN; i++) assertInstanceOf(Taking.Taken.class, at(i));
    assertEquals(new Taking.TooMany(Taking.Limit.OPEN), at(5));
    for (Standing mine : now(quarter.tickets.of("amal")))
      now(quarter.tickets.giveBack(quarter.key(), "amal", mine.ticket().id()));
    for (int i = TicketRules.OPEN; i < TicketRules.A_DAY; i++) {
      Ticket ticket = taken(at(i));
      now(quarter.tickets.giveBack(quarter.key(), "amal", ticket.id()));
    }
    assertEquals(new Taking.TooMany(Taking.Limit.DAY), at(9));
    quarter.pass(Duration.ofDays(1));
    assertInstanceOf(Taking.Taken.class, at(9));
  }

  private Taking at(int shop) {
    return quarter.take("amal", "s" + shop, "a", Priority.USUAL, null);
  }

  @Test
  void whoLetsOthersWaitMayHoldOneOnly() {
    for (int i = 0; i < TicketRules.MISSED; i++) {
      quarter.pass(Duration.ofMinutes(1));
      quarter.taken("amal");
      for (int times = 0; times < 2; times++) {
        quarter.act(Act.NEXT);
        quarter.act(Act.ABSENT);
      }
    }
    quarter.taken("amal");
    assertEquals(
        new Taking.TooMany(Taking.Limit.MISSED),
        quarter.take("amal", POST, Quarter.BANK, Priority.USUAL, null));
  }

  @Test
  void whoTheShopLetsGoFirstDoes() {
    quarter.taken("amal");
    quarter.taken("brahim");
    Taking taking = quarter.take("mmi", POST, MAIL, Priority.ELDERLY, null);
    assertEquals(0, assertInstanceOf(Taking.Taken.class, taking).standing().ahead());
    assertEquals(3, quarter.act(Act.NEXT).number());
    assertEquals(1, quarter.act(Act.NEXT).number());
    // The shop's classes do not have this one.
    Taking usual = quarter.take("zineb", POST, MAIL, Priority.DISABLED, null);
    assertEquals(Priority.USUAL, taken(usual).wish().priority());
  }

  @Test
  void aTicketForSomebodyElseIsTheirs() {
    Taking taking = now(quarter.tickets.take("k", "amal", POST, MAIL, Priority.USUAL, null, "mmi"));
    Ticket ticket = taken(taking);
    assertEquals(List.of(), quarter.news(), "the flow tells them");
    assertEquals(1, now(quarter.tickets.of("mmi")).size());
    assertEquals(1, now(quarter.tickets.of("amal")).size());
    assertInstanceOf(Taking.Taken.class, quarter.take("amal"), "their own they may have");
    assertInstanceOf(Taking.HasOne.class, quarter.take("mmi"));
    assertEquals(
        Change.Outcome.NOT_THEIRS, now(quarter.tickets.giveBack("g", "x", ticket.id())).outcome());
    assertEquals(
        Change.Outcome.DONE, now(quarter.tickets.giveBack("h", "mmi", ticket.id())).outcome());
    assertEquals(List.of(), now(quarter.tickets.of("mmi")));
  }

  @Test
  void whatIsGivenBackIsGivenBackOnce() {
    Ticket ticket = quarter.taken("amal");
    Standing behind = standing("brahim");
    assertEquals(1, behind.ahead());
    assertEquals(
        Change.Outcome.DONE, now(quarter.tickets.giveBack("g", "amal", ticket.id())).outcome());
    assertEquals(
        Change.Outcome.DONE, now(quarter.tickets.giveBack("g", "amal", ticket.id())).outcome());
    assertEquals(
        Change.Outcome.OVER, now(quarter.tickets.giveBack("h", "amal", ticket.id())).outcome());
    assertEquals(0, now(quarter.tickets.of("brahim")).getFirst().ahead());
  }

  private Standing standing(String person) {
    return assertInstanceOf(Taking.Taken.class, quarter.take(person)).standing();
  }

  @Test
  void whoIsLateLetsSomePassAndIsBackInTheirPlace() {
    Ticket ticket = quarter.taken("amal");
    quarter.taken("brahim");
    quarter.taken("zineb");
    quarter.keeper();
    assertEquals(
        Change.Outcome.DONE, now(quarter.tickets.delay("d", "amal", ticket.id(), 15)).outcome());
    assertEquals(2, quarter.act(Act.NEXT).number());
    quarter.pass(Duration.ofMinutes(16));
    assertEquals(1, quarter.act(Act.NEXT).number());
    assertEquals(3, quarter.act(Act.NEXT).number());
  }

  @Test
  void lateIsNotForEver() {
    Ticket ticket = quarter.taken("amal");
    for (int i = 0; i < TicketRules.DELAYS; i++)
      assertEquals(
          Change.Outcome.DONE,
          now(quarter.tickets.delay("d" + i, "amal", ticket.id(), 5)).outcome());
    assertEquals(
        Change.Outcome.REFUSED, now(quarter.tickets.delay("e", "amal", ticket.id(), 5)).outcome());
    assertEquals(
        Change.Outcome.REFUSED,
        now(quarter.tickets.delay("f", "amal", ticket.id(), 500)).outcome());
  }

  @Test
  void nobodyTakesATicketWhenNobodyIsServedAnyMore() {
    Quarter evening =
        new Quarter(
            new MemoryStore(TicketCollections.specs()), Instant.parse("2026-05-05T18:00:00Z"));
    Taking.Closed closed = assertInstanceOf(Taking.Closed.class, evening.take("amal"));
    assertEquals(Instant.parse("2026-05-06T08:00:00Z"), closed.opens());
    assertEquals(new Taking.Unknown(), evening.take("amal", "x", "y", Priority.USUAL, null));
  }

  @Test
  void beforeItOpensATicketSaysSo() {
    Quarter early =
        new Quarter(
            new MemoryStore(TicketCollections.specs()), Instant.parse("2026-05-05T06:00:00Z"));
    Standing standing = assertInstanceOf(Taking.Taken.class, early.take("amal")).standing();
    assertTrue(standing.estimate().low() >= 120, standing.toString());
    assertEquals(State.WAITING, standing.ticket().state());
    assertEquals(List.of(), early.news(), "nobody comes at seven for nine");
  }

  @Test
  void moreThanCanBeServedTodayAreNotLetIn() {
    Quarter late =
        new Quarter(
            new MemoryStore(TicketCollections.specs()), Instant.parse("2026-05-05T15:20:00Z"));
    int given = 0;
    while (late.take("p" + given, CLINIC, DOCTOR, Priority.USUAL, null) instanceof Taking.Taken)
      given++;
    assertTrue(given >= 2 && given <= 12, given + " for forty minutes of a doctor");
  }

  @Test
  void theLineCanBeSeenBeforeOneJoinsIt() {
    quarter.taken("amal");
    LineView line = now(quarter.tickets.line(POST, MAIL)).orElseThrow();
    assertEquals(1, line.waiting());
    assertNull(line.paused());
    assertTrue(now(quarter.tickets.line(POST, "x")).isEmpty());
  }
}
