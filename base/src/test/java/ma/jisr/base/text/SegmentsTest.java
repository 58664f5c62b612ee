package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentsTest {
  @ParameterizedTest
  @CsvSource({
    // letter, how many, ucs2, units, segments, per segment
    "a,0,false,0,1,160",
    "a,160,false,160,1,160",
    "a,161,false,161,2,153",
    "a,306,false,306,2,153",
    "a,307,false,307,3,153",
    "€,80,false,160,1,160",
    "€,81,false,162,2,153",
    "€,153,false,306,3,153", // 76 pairs a part: no pair is cut, so a third part
    "و,70,true,70,1,70",
    "و,71,true,71,2,67",
    "و,134,true,134,2,67",
    "و,135,true,135,3,67",
    "👍,35,true,70,1,70",
    "👍,67,true,134,3,67", // 33 pairs a part
  })
  void cost(String letter, int times, boolean ucs2, int units, int count, int perSegment) {
    assertEquals(new Segments(ucs2, units, count, perSegment), Segments.of(letter.repeat(times)));
  }

  @Test
  void oneCircumflexMakesAllOfItUcs2() {
    assertEquals(new Segments(true, 160, 3, 67), Segments.of("a".repeat(159) + "ê"));
  }

  @ParameterizedTest
  @EnumSource
  void partsJoinedAreTheTextAndEachFits(SegmentReference reference) {
    String[] alphabets = {
      "abc é", "ab€[]", "واش كاين", "مُحَمَّد", "a👍é", "e\u0301", "\u064B\u064C", "\uD83Da"
    };
    Random random = new Random(23_040);
    for (int run = 0; run < 2_000; run++) {
      String alphabet = alphabets[run % alphabets.length];
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(700);
      int[] letters = alphabet.codePoints().toArray();
      while (text.length() < length) text.appendCodePoint(letters[random.nextInt(letters.length)]);
      check(text.toString(), reference);
    }
  }

  private static void check(String text, SegmentReference reference) {
    Segments cost = Segments.of(text);
    List<String> parts = Segments.split(text, reference);
    assertEquals(text, String.join("", parts));
    if (reference == SegmentReference.EIGHT_BIT) assertEquals(cost.count(), parts.size());
    int room = parts.size() == 1 ? Segments.single(cost.ucs2()) : reference.perPart(cost.ucs2());
    for (String part : parts) {
      assertTrue((cost.ucs2() ? part.length() : Gsm7.septets(part)) <= room);
      assertFalse(part.isEmpty() && parts.size() > 1);
    }
    for (int i = 1; i < parts.size(); i++) {
      char before = parts.get(i - 1).charAt(parts.get(i - 1).length() - 1);
      assertFalse(Character.isSurrogatePair(before, parts.get(i).charAt(0)));
    }
  }

  @Test
  void harakatStayWithTheirLetterWhenItCostsNothing() {
    String text = "ب".repeat(66) + "دُ" + "ب".repeat(20);
    List<String> parts = Segments.split(text, SegmentReference.EIGHT_BIT);
    assertEquals(List.of(66, 22), parts.stream().map(String::length).toList());
  }

  @Test
  void harakatAreCutOffWhenKeepingThemWouldCostASegment() {
    String text = "ب".repeat(66) + "دُ" + "ب".repeat(66);
    List<String> parts = Segments.split(text, SegmentReference.EIGHT_BIT);
    assertEquals(List.of(67, 67), parts.stream().map(String::length).toList());
  }

  @Test
  void aPileOfMarksIsNoReasonToOverflow() {
    check("a" + "\u0301".repeat(66) + "👍".repeat(40), SegmentReference.EIGHT_BIT);
  }

  @Test
  void moreThan255PartsAreRefused() {
    String most = "a".repeat(255 * 153);
    assertEquals(255, Segments.split(most, SegmentReference.EIGHT_BIT).size());
    assertThrows(
        IllegalArgumentException.class,
        () -> Segments.split(most + "a", SegmentReference.EIGHT_BIT));
  }

  @Test
  void headers() {
    assertArrayEquals(
        new byte[] {5, 0, 3, (byte) 0xCD, 2, 1}, SegmentReference.EIGHT_BIT.header(0xABCD, 1, 2));
    assertArrayEquals(
        new byte[] {6, 8, 4, (byte) 0xAB, (byte) 0xCD, 2, 2},
        SegmentReference.SIXTEEN_BIT.header(0xABCD, 2, 2));
    assertThrows(IllegalArgumentException.class, () -> SegmentReference.EIGHT_BIT.header(1, 0, 2));
    assertThrows(IllegalArgumentException.class, () -> SegmentReference.EIGHT_BIT.header(1, 3, 2));
    assertThrows(
        IllegalArgumentException.class, () -> SegmentReference.EIGHT_BIT.header(1, 1, 256));
  }
}
