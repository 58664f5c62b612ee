package ma.jisr.service.notices.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes die at every write and at any moment: nobody is missed, few get it twice. */
class MailingCrashTest {
  private static final int PEOPLE = 620;

  /** Writes of a whole mailing of so many. */
  private static final int WRITES = 48;

  /** Until what is in doubt has been waited for. */
  private static final Duration LONG = Duration.ofMinutes(12);

  @ParameterizedTest
  @EnumSource(Grade.class)
  void aNodeThatDiesBeforeOrAfterAWriteIsTakenOver(Grade grade) {
    diesAtWrites(grade, grade == Grade.EXTREME ? 1 : 4, 6);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Grade.class)
  void aNodeThatDiesBeforeOrAfterAnyWriteIsTakenOver(Grade grade) {
    diesAtWrites(grade, 1, 1);
  }

  private static void diesAtWrites(Grade grade, int from, int step) {
    for (int write = from; write <= WRITES; write += step)
      for (boolean applied : List.of(false, true)) {
        SimWorld world = new SimWorld(SimAudience.of(PEOPLE, SimWorld.LIST));
        world.network.receipts = false;
        SimWorld.Node first = world.dying(write, applied);
        var begun = first.office.begin(SimWorld.mailing("A1", grade));
        world.pass(Duration.ofSeconds(15));
        SimWorld.Node second = world.node();
        // Who was not told that it had begun says so again.
        if (!begun.isDone() || begun.isCompletedExceptionally())
          second.office.begin(SimWorld.mailing("A1", grade)).join();
        world.pass(LONG);
        check(world, second, grade, "at write " + write + (applied ? " applied" : " refused"));
      }
  }

  @ParameterizedTest
  @CsvSource({"ORDINARY, true", "ORDINARY, false", "EXTREME, true", "EXTREME, false"})
  void aNodeThatDiesAtAnyMomentIsTakenOver(Grade grade, boolean receipts) {
    for (int millis = 40; millis < 3_000; millis += 373) {
      SimWorld world = new SimWorld(SimAudience.of(PEOPLE, SimWorld.LIST));
      world.network.receipts = receipts;
      SimWorld.Node first = world.node();
      first.office.begin(SimWorld.mailing("A1", grade)).join();
      world.pass(Duration.ofMillis(millis));
      first.die();
      SimWorld.Node second = world.node();
      world.pass(LONG);
      check(world, second, grade, "after " + millis + " ms");
      if (receipts)
        assertEquals(
            grade == Grade.EXTREME ? PEOPLE : PEOPLE - second.progress("A1").unknown(),
            world.network.taken,
            "a receipt that no message matches tells that it arrived, after " + millis);
    }
  }

  private static void check(SimWorld world, SimWorld.Node node, Grade grade, String when) {
    Progress told = node.progress("A1");
    int bound = Gates.doubt(node.carrier.lines());
    assertEquals(Progress.Stage.DONE, told.stage(), when);
    assertEquals(PEOPLE, told.total(), when);
    SimWorld.balanced(told);
    long repeats = world.network.taken - world.network.got.size();
    long missed = (long) PEOPLE - world.network.got.size();
    if (grade == Grade.EXTREME) {
      assertEquals(0, missed, when);
      assertEquals(0, told.unknown(), when);
      assertTrue(
          repeats <= told.repeated() && told.repeated() <= bound,
          when + ": " + repeats + " of " + told);
    } else {
      assertEquals(0, repeats, when);
      assertTrue(
          missed <= told.unknown() && told.unknown() <= bound,
          when + ": " + missed + " of " + told);
    }
  }

  @Test
  void twoDeathsInARowLeaveNobodyOut() {
    SimWorld world = new SimWorld(SimAudience.of(PEOPLE, SimWorld.LIST));
    world.network.receipts = false;
    SimWorld.Node first = world.node();
    first.office.begin(SimWorld.mailing("A1", Grade.EXTREME)).join();
    for (int i = 0; i < 2; i++) {
      world.pass(Duration.ofMillis(700));
      first.die();
      first = world.node();
    }
    world.pass(LONG);
    assertEquals(PEOPLE, world.network.got.size());
    assertTrue(first.progress("A1").repeated() <= 2L * Gates.doubt(first.carrier.lines()));
  }

  @Test
  void twoNodesShareTheWorkAndOneTakesOverFromTheOther() {
    SimWorld world = new SimWorld(SimAudience.of(4_000, SimWorld.LIST));
    world.alone = false;
    SimWorld.Node one = world.node();
    SimWorld.Node other = world.node();
    one.office.begin(SimWorld.mailing("A1", Grade.EXTREME)).join();
    world.pass(Duration.ofSeconds(12));
    assertTrue(world.network.taken > 2_400, "twice what one link carries: " + world.network.taken);
    one.die();
    world.pass(LONG);
    Progress told = other.progress("A1");
    assertEquals(Progress.Stage.DONE, told.stage());
    assertEquals(4_000, world.network.got.size());
    assertTrue(world.network.taken - 4_000 <= Gates.doubt(other.carrier.lines()));
  }

  @Test
  void twoNodesNeverSendToTheSamePerson() {
    SimWorld world = new SimWorld(SimAudience.of(4_000, SimWorld.LIST));
    world.alone = false;
    SimWorld.Node one = world.node();
    world.node();
    one.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(LONG);
    assertEquals(4_000, world.network.got.size());
    assertEquals(4_000, world.network.taken);
  }
}
