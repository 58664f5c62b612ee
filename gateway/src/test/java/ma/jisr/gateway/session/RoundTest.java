package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import org.junit.jupiter.api.Test;

class RoundTest {
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-11-22T10:00:00Z"));
  private final Round round = new Round(loop);
  private final List<String> done = new ArrayList<>();

  @Test
  void whoIsAloneGoesBehindWhatWaitsAlready() {
    loop.execute(() -> done.add("before"));
    round.add(() -> done.add("work"));
    loop.execute(() -> done.add("after"));
    loop.run();
    assertEquals(List.of("before", "work", "after"), done);
  }

  @Test
  void enoughGoAtOnce() {
    for (int i = 0; i < Round.ENOUGH; i++) round.add(() -> done.add("work"));
    assertEquals(Collections.nCopies(Round.ENOUGH, "work"), done);
    loop.run();
    assertEquals(Round.ENOUGH, done.size());
  }

  @Test
  void allTakeOneStepBeforeAnyTakesTheNext() {
    for (int i = 0; i < Round.ENOUGH; i++)
      round.add(
          () -> {
            done.add("one");
            round.add(() -> done.add("two"));
          });
    loop.run();
    assertEquals(Collections.nCopies(Round.ENOUGH, "one"), done.subList(0, Round.ENOUGH));
    assertEquals(Collections.nCopies(Round.ENOUGH, "two"), done.subList(Round.ENOUGH, done.size()));
  }

  @Test
  void aFailureTakesNothingFromTheOthers() {
    round.add(() -> done.add("first"));
    round.add(
        () -> {
          throw new IllegalStateException("one turn's");
        });
    round.add(() -> done.add("third"));
    assertThrows(IllegalStateException.class, loop::run); // production's loop reports it, goes on
    loop.run();
    round.add(() -> done.add("later"));
    loop.run();
    assertEquals(List.of("first", "third", "later"), done);
  }
}
