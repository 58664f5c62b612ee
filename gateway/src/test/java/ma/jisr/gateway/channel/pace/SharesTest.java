package ma.jisr.gateway.channel.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who goes first when several classes wait. */
class SharesTest {
  private final Shares<String> shares = new Shares<>();
  private final Map<String, Shares.Kind> kinds = new HashMap<>();

  private void add(Shares.Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      String text = kind + " " + kinds.size();
      kinds.put(text, kind);
      shares.add(kind, text);
    }
  }

  private Map<Shares.Kind, Integer> take(int count) {
    Map<Shares.Kind, Integer> taken = new EnumMap<>(Shares.Kind.class);
    for (int i = 0; i < count; i++) {
      taken.merge(kinds.get(shares.take()), 1, Integer::sum);
    }
    return taken;
  }

  @Test
  void eachClassHasItsShareWhileAllWait() {
    for (Shares.Kind kind : Shares.Kind.values()) {
      add(kind, 200);
    }
    Map<Shares.Kind, Integer> taken = take(200);
    for (Shares.Kind kind : Shares.Kind.values()) {
      int due = 2 * kind.percent;
      assertTrue(Math.abs(taken.getOrDefault(kind, 0) - due) <= 1, taken::toString);
    }
  }

  @Test
  void whatOneDoesNotUseTheOthersGet() {
    add(Shares.Kind.BULK, 100);
    assertEquals(Map.of(Shares.Kind.BULK, 100), take(100));
  }

  @Test
  void whoWasIdleIsNotOwedAnything() {
    add(Shares.Kind.BULK, 1_000);
    take(500);
    add(Shares.Kind.EMERGENCY, 100);
    int taken = take(100).getOrDefault(Shares.Kind.EMERGENCY, 0);
    assertTrue(Math.abs(taken - 80) <= 1, () -> "of 100: " + taken); // 40 to 10
  }

  @Test
  void anEmergencyGoesWithinOneSegmentOfTheBulk() {
    add(Shares.Kind.BULK, 10_000);
    take(5_000);
    add(Shares.Kind.EMERGENCY, 1);
    assertEquals(1, take(2).get(Shares.Kind.EMERGENCY));
  }

  @Test
  void inAClassTheOrderStands() {
    add(Shares.Kind.REPLY, 3);
    assertEquals(List.of("REPLY 0", "REPLY 1", "REPLY 2"), shares.clear());
    assertEquals(0, shares.size());
  }
}
