package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardMarksTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // asked, is there, is the newest
    "a, true, false",
    "abc, true, false",
    "b, true, true",
    "c, false, false",
    "bc, false, false",
    "ab, false, false",
    "abcd, false, false"
  })
  void onlyWholeMarksAreFound(String asked, boolean there, boolean newest) {
    HeardMarks marks = HeardMarks.of(List.of("a", "abc", "b"));
    assertEquals(there, marks.have(asked));
    assertEquals(newest, marks.endsWith(asked));
  }

  @Test
  void nobodyHasBeenHeard() {
    assertTrue(HeardMarks.NONE.isEmpty());
    assertTrue(HeardMarks.of(List.of()).isEmpty());
    assertFalse(HeardMarks.NONE.have("a"));
    assertFalse(HeardMarks.NONE.endsWith(""));
    assertEquals(List.of(), HeardMarks.NONE.list());
    assertEquals(List.of("a"), HeardMarks.NONE.and("a").list());
  }

  @Test
  void theyAreWhatAListWouldBe() {
    Random random = new Random(7);
    List<String> list = new ArrayList<>();
    HeardMarks marks = HeardMarks.NONE;
    for (int i = 0; i < 200; i++) {
      String mark = mark(random.nextInt(3), AT.plusMillis(i), random.nextInt(2));
      if (random.nextInt(5) == 0) mark = "input-" + i;
      marks = marks.and(mark);
      list.add(mark);
      if (list.size() > HeardMarks.MOST) list.removeFirst();
      assertEquals(list, marks.list());
      assertEquals(HeardMarks.of(list), marks);
      assertTrue(marks.have(mark));
      assertTrue(marks.endsWith(list.getLast()));
    }
  }

  @Test
  void whoHeardThemMakesNoDifferenceAndWhenDoes() {
    HeardMarks marks = HeardMarks.of(List.of(mark(1, AT, 0), "x", mark(2, AT, 0)));
    assertTrue(marks.have(mark(1, AT, 1)));
    assertFalse(marks.have(mark(1, AT.plusMillis(1), 0)));
    assertFalse(marks.endsWith(mark(2, AT, 1)), "not as it was written");
  }

  @Test
  void theSameWordsAreToldNewestFirst() {
    String first = mark(1, AT, 0);
    String second = mark(1, AT.plusSeconds(1), 1);
    HeardMarks marks = HeardMarks.of(List.of(first, mark(2, AT, 0), "x", second));
    assertEquals(List.of(second, first), marks.ofSameWords(mark(1, AT.plusSeconds(9), 0)));
    assertEquals(List.of(), marks.ofSameWords(mark(3, AT, 0)));
    assertEquals(List.of(), marks.ofSameWords("x"), "what has an identity repeats by that");
  }

  private static String mark(int words, Instant at, int process) {
    return Marks.of(
        String.valueOf(words).repeat(Marks.WORDS), at, Marks.tag("process".repeat(process + 1)));
  }
}
