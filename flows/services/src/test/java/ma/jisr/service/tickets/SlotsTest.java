package ma.jisr.service.tickets;

import static ma.jisr.service.tickets.Quarter.CLINIC;
import static ma.jisr.service.tickets.Quarter.DOCTOR;
import static ma.jisr.service.tickets.Quarter.MAIL;
import static ma.jisr.service.tickets.Quarter.POST;
import static ma.jisr.service.tickets.Quarter.now;
import static ma.jisr.service.tickets.Quarter.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jisr.service.shops.Priority;
import org.junit.jupiter.api.Test;

/** Times that people choose. */
final class SlotsTest {
  private static final Instant HALF_PAST_TWO = Instant.parse("2026-05-05T13:30:00Z");
  private static final Slot AFTERNOON = new Slot(HALF_PAST_TWO, 30);

  private final Quarter quarter = new Quarter();

  private Taking book(String person, Slot slot) {
    return quarter.take(person, CLINIC, DOCTOR, Priority.USUAL, slot);
  }

  private List<Slot> free(Instant from, int most) {
    return now(quarter.tickets.freeSlots(CLINIC, DOCTOR, from, most));
  }

  @Test
  void onlyFreeTimesWithinTheHoursAreOffered() {
    List<Slot> morning = free(Quarter.TEN, 4);
    assertEquals(
        List.of(
            "2026-05-05T09:30:00Z",
            "2026-05-05T10:00:00Z",
            "2026-05-05T10:30:00Z",
            "2026-05-05T13:00:00Z"),
        morning.stream().map(slot -> slot.from().toString()).toList(),
        "not now, and not over noon");
    assertEquals(List.of(), now(quarter.tickets.freeSlots(POST, MAIL, Quarter.TEN, 4)));
    Instant late = Instant.parse("2026-05-07T15:30:00Z");
    assertEquals(1, free(late, 9).size(), "two days ahead, and no further");
  }

  @Test
  void aTimeHasSoManyPlacesAndNoMore() {
    assertInstanceOf(Taking.Taken.class, book("a", AFTERNOON));
    assertInstanceOf(Taking.Taken.class, book("b", AFTERNOON));
    assertEquals(new Taking.Full(), book("c", AFTERNOON));
    assertEquals(
        HALF_PAST_TWO.plus(Duration.ofMinutes(30)), free(HALF_PAST_TWO, 1).getFirst().from());
    Ticket mine = now(quarter.tickets.of("a")).getFirst().ticket();
    now(quarter.tickets.giveBack("g", "a", mine.id()));
    assertEquals(HALF_PAST_TWO, free(HALF_PAST_TWO, 1).getFirst().from());
    assertInstanceOf(Taking.Taken.class, book("c", AFTERNOON));
    assertTrue(now(quarter.tickets.of("d")).isEmpty());
  }

  @Test
  void aTimeThatIsNoneIsNotGiven() {
    assertEquals(new Taking.Full(), book("a", new Slot(HALF_PAST_TWO.plusSeconds(60), 30)));
    assertEquals(new Taking.Full(), book("a", new Slot(HALF_PAST_TWO, 20)));
    assertEquals(new Taking.Full(), book("a", new Slot(Quarter.TEN.minusSeconds(3600), 30)));
    assertEquals(new Taking.Full(), book("a", new Slot(Instant.parse("2026-05-05T11:30:00Z"), 30)));
    assertEquals(
        new Taking.Full(), book("a", new Slot(HALF_PAST_TWO.plus(Duration.ofDays(9)), 30)));
  }

  @Test
  void whoChoseATimeIsToldBeforeItAndGoesBeforeThoseWhoQueue() {
    quarter.keeper();
    Ticket booked = taken(book("amal", AFTERNOON));
    now(quarter.tickets.travel("t", "amal", booked.id(), 15));
    assertEquals(State.BOOKED, quarter.stored(booked.id()).state());
    assertEquals(0, status().waiting());
    assertEquals(1, status().later());
    quarter.pass(Duration.between(quarter.loop.now(), HALF_PAST_TWO.minusSeconds(36 * 60)));
    taken(quarter.take("brahim", CLINIC, DOCTOR, Priority.USUAL, null));
    assertTrue(quarter.news().stream().noneMatch(line -> line.startsWith("amal")));
    quarter.pass(Duration.ofMinutes(2));
    assertTrue(quarter.news().contains("amal near 1"), "twenty minutes and their way before");
    quarter.pass(Duration.ofMinutes(35));
    assertEquals(2, status().waiting());
    Worked first = now(quarter.tickets.act("n", quarter.staff(CLINIC), Act.NEXT, "1", null));
    assertEquals(booked.number(), first.number());
    assertEquals(1, quarter.news().stream().filter(line -> line.startsWith("amal")).count());
  }

  private Status status() {
    return now(quarter.tickets.status(CLINIC)).orElseThrow();
  }

  @Test
  void aTimeOnAnotherDayIsOfThatDay() {
    Slot tomorrow = new Slot(HALF_PAST_TWO.plus(Duration.ofDays(1)), 30);
    Ticket booked = taken(book("amal", tomorrow));
    assertEquals("2026-05-06", booked.wish().day().toString());
    assertInstanceOf(
        Taking.HasOne.class,
        quarter.take("amal", CLINIC, DOCTOR, Priority.USUAL, null),
        "one for each service, whatever the day");
    now(quarter.tickets.close("c", quarter.staff(CLINIC)));
    assertEquals(1, now(quarter.tickets.of("amal")).size(), "tomorrow is not closed");
    quarter.keeper();
    quarter.pass(Duration.ofHours(24));
    assertEquals(1, now(quarter.tickets.of("amal")).size());
    quarter.pass(Duration.ofHours(9));
    assertEquals(List.of(), now(quarter.tickets.of("amal")));
    assertEquals(List.of("amal near 1", "amal closed 1"), quarter.news());
  }
}
