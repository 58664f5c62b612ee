package ma.jisr.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** The trail of who did what. */
class AuditTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  private final Store store = new MemoryStore(AccountCollections.specs());
  private final Audit audit = new Audit(store, new Random(1));

  private void write(Instant at, String did) {
    audit.write(at, new Audit.Who("a1", "t1", "::1"), did, "x".repeat(100), 200).join();
  }

  private List<String> did(LocalDate day, String after, int most) {
    return audit.read(day, after, most).join().stream().map(Audit.Line::did).toList();
  }

  @Test
  void aDayIsReadInItsOrderPageByPage() {
    for (int i = 0; i < 5; i++) write(NOON.plusMillis(i), "d" + i);
    write(NOON.minus(Duration.ofDays(1)), "before");
    assertEquals(List.of("d0", "d1", "d2"), did(DAY, "", 3));
    Audit.Line third = audit.read(DAY, "", 3).join().getLast();
    assertEquals(List.of("d3", "d4"), did(DAY, third.id(), 3));
    assertEquals(64, third.of().length());
    assertEquals(List.of(), did(DAY.plusDays(1), "", 3));
  }

  @Test
  void whatMayNotBeThereFails() {
    Audit doubtful =
        new Audit(
            new FaultyStore(store, (method, collection) -> new Fault.LoseReply()), new Random(1));
    assertThrows(
        CompletionException.class,
        () -> doubtful.write(NOON, Audit.Who.at("a"), "d", "", 0).join());
  }

  @Test
  void oldDaysGo() {
    write(NOON, "old");
    write(NOON.plus(Duration.ofDays(2)), "young");
    Retention days = AccountCollections.retentions(Duration.ofDays(2)).getFirst();
    assertEquals(0, days.remove(store, NOON.plus(Duration.ofDays(2)), 9).join());
    assertEquals(1, days.remove(store, NOON.plus(Duration.ofDays(3)), 9).join());
    assertEquals(List.of(), did(DAY, "", 9));
    assertEquals(List.of("young"), did(DAY.plusDays(2), "", 9));
    assertEquals(1, days.remove(store, NOON.plus(Duration.ofDays(5)), 9).join());
    assertEquals(List.of(), did(DAY.plusDays(2), "", 9));
  }
}
