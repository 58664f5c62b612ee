package ma.jisr.store;

import static ma.jisr.store.Outcome.REPLACED;
import static ma.jisr.store.UnderTest.by;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Claims with fencing tokens: held by one, lapse, renewal, giving back. */
interface LeaseContract extends UnderTest {
  Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  Duration HOLD = Duration.ofSeconds(30);

  private List<Lease> claim(String holder, Instant now, int limit) {
    return get(store().claim("people", by("due", null, 100L, limit), holder, now, HOLD));
  }

  private static List<String> claimed(List<Lease> leases) {
    return leases.stream().map(lease -> lease.document().id()).toList();
  }

  @Test
  default void eachDocumentIsHeldByOneInTheOrderAsked() {
    for (int i = 0; i < 5; i++) insert(doc("p" + i, "{\"due\":" + (10 - i) + "}"));
    insert(doc("later", "{\"due\":100}"));
    assertEquals(List.of("p4", "p3"), claimed(claim("one", NOW, 2)));
    assertEquals(List.of("p2", "p1", "p0"), claimed(claim("two", NOW, 10)));
    assertEquals(List.of(), claimed(claim("three", NOW, 10)));
  }

  @Test
  default void aLapsedLeaseIsClaimedAgainUnderAHigherToken() {
    insert(doc("a", "{\"due\":1}"));
    Lease old = claim("one", NOW, 1).getFirst();
    assertEquals(NOW.plus(HOLD), old.until());
    assertEquals(List.of(), claim("two", NOW.plus(HOLD).minusMillis(1), 1));
    Lease fresh = claim("two", NOW.plus(HOLD), 1).getFirst();
    assertTrue(fresh.token() > old.token());
    assertFalse(get(store().renew("people", old, NOW.plusSeconds(99))), "overtaken");
    assertFalse(get(store().release("people", old)), "overtaken");
    assertTrue(get(store().renew("people", fresh, NOW.plusSeconds(120))));
    assertEquals(List.of(), claim("three", NOW.plusSeconds(119), 1), "renewed");
    assertTrue(get(store().release("people", fresh)));
    assertFalse(get(store().renew("people", fresh, NOW.plusSeconds(240))), "given back");
    assertEquals(List.of("a"), claimed(claim("three", NOW, 1)));
  }

  @Test
  default void leasesAndVersionsDoNotTouchEachOther() {
    Document first = doc("a", "{\"due\":1}");
    insert(first);
    Lease lease = claim("one", NOW, 1).getFirst();
    assertEquals(first.version(), lease.document().version());
    assertEquals(REPLACED, replace(next(first, "w", "{\"due\":1,\"n\":1}")));
    assertEquals(List.of(), claim("two", NOW, 1), "a replacement keeps the lease");
    assertTrue(get(store().release("people", lease)));
    assertEquals(1, claim("two", NOW, 1).getFirst().document().version());
  }

  @Test
  default void aTokenOutlivesItsDocument() {
    insert(doc("a", "{\"due\":1}"));
    Lease old = claim("one", NOW, 1).getFirst();
    get(store().deleteIf("people", "a", 0, Priority.TURN));
    assertFalse(get(store().renew("people", old, NOW.plusSeconds(99))), "gone");
    insert(doc("a", "{\"due\":1}"));
    assertFalse(get(store().release("people", old)), "another document of this id");
    claim("two", NOW.plusSeconds(40), 1);
    assertFalse(get(store().release("people", old)), "another holder");
  }

  @Test
  default void concurrentClaimsNeverOverlap() {
    for (int i = 0; i < 100; i++) insert(doc("p" + i, "{\"due\":1}"));
    List<CompletableFuture<List<Lease>>> claims = new ArrayList<>();
    for (int i = 0; i < 20; i++)
      claims.add(store().claim("people", by("due", 10), "holder" + i, NOW, HOLD));
    Set<String> seen = new HashSet<>();
    for (CompletableFuture<List<Lease>> claim : claims)
      for (String id : claimed(get(claim))) assertTrue(seen.add(id), id + " twice");
    while (seen.size() < 100) {
      List<String> more = claimed(claim("rest", NOW, 100));
      assertFalse(more.isEmpty(), "all are claimed in the end");
      for (String id : more) assertTrue(seen.add(id), id + " twice");
    }
  }
}
