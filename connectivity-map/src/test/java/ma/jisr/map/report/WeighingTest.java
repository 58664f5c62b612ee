package ma.jisr.map.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ma.jisr.map.hotspot.Hotspot.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTest {
  /**
   * b, w, m: broken, works, moved by USSD; B, W: by SMS of link 1 today; 2: broken by SMS of link
   * 2; 3: broken by SMS of link 1 yesterday; x: broken by USSD of somebody who is not believed.
   */
  @ParameterizedTest
  @CsvSource({
    "WORKS,    '',     ",
    "WORKS,    b,      ",
    "WORKS,    bb,     DOUBTFUL",
    "WORKS,    bm,     DOUBTFUL",
    "UNKNOWN,  mm,     DOUBTFUL",
    "WORKS,    bB,     DOUBTFUL",
    "WORKS,    BBBBBB, ",
    "WORKS,    B23,    DOUBTFUL",
    "WORKS,    B2,     ",
    "WORKS,    bbw,    ",
    "WORKS,    bbbw,   DOUBTFUL",
    "WORKS,    bx,     ",
    "WORKS,    xxxx,   ",
    "BROKEN,   bbb,    ",
    "BROKEN,   ww,     DOUBTFUL",
    "BROKEN,   wwb,    ",
    "DOUBTFUL, bbbb,   ",
    "DOUBTFUL, bbwwww, UNKNOWN",
    "DOUBTFUL, bbww,   ",
    "CLOSED,   wwwww,  ",
    "CLOSED,   bbbbb,  ",
  })
  void voicesWeigh(State state, String voices, State becomes) {
    List<Vote> votes = votes(voices);
    assertEquals(
        Optional.ofNullable(becomes), Weighing.verdict(state, votes, ReportRules.USUAL), voices);
  }

  @Test
  void threeAreWantedWhereThreeAreSet() {
    ReportRules three = new ReportRules(3, ReportRules.USUAL.window(), 5, 3);
    assertEquals(Optional.empty(), Weighing.verdict(State.WORKS, votes("bb"), three));
    assertEquals(Optional.of(State.DOUBTFUL), Weighing.verdict(State.WORKS, votes("bbb"), three));
    assertEquals(Optional.of(State.DOUBTFUL), Weighing.verdict(State.WORKS, votes("bbB"), three));
  }

  /** Whatever is said: the order is nothing, nobody closes or mends anything, and twice is once. */
  @Test
  void holdsForAnyVoices() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      List<Vote> votes = new ArrayList<>(votes(word(random)));
      State state = List.of(State.values()).get(random.nextInt(State.values().length));
      Optional<State> verdict = Weighing.verdict(state, votes, ReportRules.USUAL);
      assertNotEquals(Optional.of(State.CLOSED), verdict);
      assertNotEquals(Optional.of(State.BROKEN), verdict);
      assertNotEquals(Optional.of(State.WORKS), verdict);
      assertNotEquals(Optional.of(state), verdict, "a verdict is a change");
      Collections.shuffle(votes, random);
      assertEquals(verdict, Weighing.verdict(state, votes, ReportRules.USUAL));
      assertTrue(Weighing.weight(votes, true) <= 2 * votes.size());
      // What is broken becomes doubtful first, and with the next voice as if nothing were known.
      if (verdict.isPresent() && state != State.BROKEN)
        assertEquals(
            Optional.empty(),
            Weighing.verdict(verdict.get(), votes, ReportRules.USUAL),
            "what has been decided is not decided again by the same voices");
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) word.append("bwmBW23x".charAt(random.nextInt(8)));
    return word.toString();
  }

  private static List<Vote> votes(String voices) {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < voices.length(); i++) {
      char c = voices.charAt(i);
      Said said = c == 'w' || c == 'W' ? Said.WORKS : c == 'm' ? Said.MOVED : Said.BROKEN;
      boolean assured = "bwmx".indexOf(c) >= 0;
      votes.add(
          new Vote(
              "who" + i,
              "",
              said,
              "",
              assured,
              c != 'x',
              c == '2' ? "link2" : "link1",
              c == '3' ? 99 : 100,
              Instant.EPOCH,
              "key" + i));
    }
    return votes;
  }
}
