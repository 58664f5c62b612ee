package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FewTest {
  private final Few<String> few = new Few<>();

  @Test
  void holdsEachOnceInTheOrderInWhichTheyCame() {
    assertTrue(few.isEmpty());
    assertTrue(few.add("b"));
    assertTrue(few.add("a"));
    assertFalse(few.add("b"));
    assertEquals(List.of("b", "a"), List.copyOf(few));
    assertEquals(Set.of("a", "b"), few);
    assertTrue(few.remove("b"));
    assertFalse(few.remove("b"));
    few.clear();
    assertEquals(Set.of(), few);
  }

  @Test
  void anIteratorEndsAndTakesOut() {
    few.addAll(List.of("a", "b", "c"));
    Iterator<String> all = few.iterator();
    assertThrows(IllegalStateException.class, all::remove);
    all.next();
    all.remove();
    assertEquals("b", all.next());
    all.next();
    assertThrows(NoSuchElementException.class, all::next);
    assertEquals(List.of("b", "c"), List.copyOf(few));
  }

  /** What the library's set says to the same calls. */
  @Test
  void isASetLikeAnyOther() {
    Random random = new Random(350);
    Set<String> other = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String one = Integer.toString(random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0, 1 -> assertEquals(other.add(one), few.add(one));
        case 2 -> assertEquals(other.remove(one), few.remove(one));
        default -> {
          Set<String> kept = new HashSet<>(List.of(one, "3", "5"));
          assertEquals(other.retainAll(kept), few.retainAll(kept));
        }
      }
      assertEquals(other, few);
    }
  }
}
