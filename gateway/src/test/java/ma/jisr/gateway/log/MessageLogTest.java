package ma.jisr.gateway.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What the log tells those whose rows it takes. */
class MessageLogTest {
  /** Rows that are written at once, without a timer. */
  private static final int MANY = 5_000;

  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");

  private final VirtualLoop loop = new VirtualLoop(START);
  private final MessageLog log =
      new MessageLog(loop, new MemoryStore(List.of(MessageLog.spec())), new MemoryCounters(), "w");

  @Test
  void everybodyIsToldWhoseRowIsInTheBlocksThatWereWritten() {
    List<LogRow> told = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String messages = "MO MESSAGE iam 1 -";
      log.turn("person", LogRow.turn(START.plusMillis(i), "mark." + i, messages), told::add);
    }
    loop.run();
    assertEquals(MANY, told.size());
  }

  @Test
  void aChangeIsOnItsWayUntilItIsWritten() {
    log.changed("person", "mark.0.0", "taken", START);
    assertEquals(List.of(LogRow.state(START, "mark.0.0", "taken")), log.changes("person"));
    assertEquals(List.of(), log.changes("another"));
    loop.advance(MessageLog.GATHER);
    assertEquals(List.of(), log.changes("person"));
  }

  @Test
  void theChangeThatFillsABlockIsOnItsWayNoLongerThanTheOthers() {
    for (int i = 0; i < MANY; i++) log.changed("person", "mark." + i, "taken", START);
    loop.run();
    assertEquals(List.of(), log.changes("person"));
  }
}
