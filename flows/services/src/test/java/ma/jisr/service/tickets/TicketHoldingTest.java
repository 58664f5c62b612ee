package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import org.junit.jupiter.api.Test;

class TicketHoldingTest {
  private final Quarter quarter = new Quarter();

  /** Their tickets are given back: nobody waits behind them. */
  @Test
  void whoIsErasedWaitsNoMore() {
    quarter.taken("amal");
    Ticket behind = quarter.taken("brahim");
    assertEquals(1, quarter.tickets.of("brahim").join().getFirst().ahead());
    HoldingCheck.erases(
        new TicketHolding(quarter.tickets),
        new Whose("amal", List.of("212661000001")),
        new Whose("brahim", List.of()),
        quarter.loop.now(),
        "tickets");
    assertEquals(0, quarter.tickets.of("brahim").join().getFirst().ahead());
    assertEquals(behind.id(), quarter.tickets.of("brahim").join().getFirst().ticket().id());
  }
}
