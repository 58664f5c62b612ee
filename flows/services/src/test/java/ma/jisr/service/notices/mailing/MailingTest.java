package ma.jisr.service.notices.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mailing from its beginning to its end, on one node, in virtual time. */
class MailingTest {
  private static final int PEOPLE = 1_234;
  private static final Duration LONG = Duration.ofMinutes(2);

  private final SimAudience audience = SimAudience.of(PEOPLE, SimWorld.LIST);
  private final SimWorld world = new SimWorld(audience);
  private final SimWorld.Node node = world.node();

  private Progress run(Mailing mailing, Duration time) {
    node.office.begin(mailing).join();
    world.pass(time);
    return node.progress(mailing.id());
  }

  private static Mailing quiet(Mailing one, LocalTime from, LocalTime until) {
    return new Mailing(
        one.id(),
        one.aim(),
        one.topic(),
        one.grade(),
        one.feature(),
        one.from(),
        one.until(),
        one.texts(),
        one.own(),
        Optional.of(new Quiet(from, until)));
  }

  @Test
  void everybodyGetsItOnceAndReceiptsAreCounted() {
    world.network.wrong.add(SimAudience.number(7));
    world.network.off.add(SimAudience.number(8));
    Progress told = run(SimWorld.mailing("A1", Grade.ORDINARY), LONG);
    assertEquals(Progress.Stage.DONE, told.stage());
    assertEquals(PEOPLE, told.total());
    assertEquals(PEOPLE - 2, told.delivered());
    assertEquals(2, told.failed());
    SimWorld.balanced(told);
    assertEquals(PEOPLE - 1, world.network.got.size());
    assertTrue(world.network.got.values().stream().allMatch(texts -> texts.size() == 1));
    assertTrue(world.network.deliveries.isEmpty());
  }

  @Test
  void isSentAtNearlyTheLinksRateAndNeverFillsItsQueue() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(5));
    int ahead = node.carrier.lines().getFirst().ahead();
    assertTrue(node.carrier.most <= ahead, node.carrier.most + " waited of " + ahead);
    assertTrue(
        world.network.taken > 4 * SimCarrier.RATE, world.network.taken + " taken within 5 s");
  }

  @Test
  void whoIsInManyListsGetsItOnce() {
    for (int i = 0; i < PEOPLE; i += 3)
      audience.add(
          SimAudience.person(i), SimAudience.number(i), ma.jisr.base.Language.AR, "p:2", "g:1");
    Progress told =
        run(
            SimWorld.mailing("A1", Grade.ORDINARY, new Aim.Lists(Set.of("p:1", "p:2", "g:1"))),
            LONG);
    assertEquals(PEOPLE, told.total());
    assertEquals(List.of("انقطاع الماء"), world.network.got.get(SimAudience.number(0)));
    assertEquals(List.of("Coupure d'eau"), world.network.got.get(SimAudience.number(1)));
  }

  @Test
  void stopAndMutesSaidWhileItIsSentAreHeededButForExtremeOnes() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(1));
    audience.stop(1_200, Set.of());
    audience.stop(1_201, Set.of("water"));
    audience.stop(1_202, Set.of("roads"));
    audience.people.remove(SimAudience.person(1_203));
    world.pass(LONG);
    assertEquals(3, node.progress("A1").left());
    assertTrue(world.network.got.containsKey(SimAudience.number(1_202)));
    Progress extreme = run(SimWorld.mailing("E1", Grade.EXTREME), LONG);
    assertEquals(PEOPLE - 1, extreme.sent());
    assertEquals(1, extreme.left(), "who is no subscriber any more");
  }

  @Test
  void pauseHoldsItAndResumeGoesOn() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(2));
    assertTrue(node.office.pause("A1").join());
    world.pass(Duration.ofSeconds(2));
    long then = world.network.taken;
    world.pass(Duration.ofMinutes(10));
    assertEquals(then, world.network.taken);
    assertEquals(Progress.Stage.PAUSED, node.progress("A1").stage());
    assertTrue(node.office.resume("A1").join());
    world.pass(LONG);
    assertEquals(Progress.Stage.DONE, node.progress("A1").stage());
    assertEquals(PEOPLE, world.network.taken);
  }

  @Test
  void cancelWithdrawsTheRest() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(2));
    assertTrue(node.office.cancel("A1").join());
    world.pass(LONG);
    Progress told = node.progress("A1");
    assertEquals(Progress.Stage.CANCELLED, told.stage());
    assertEquals(world.network.taken, told.sent());
    assertEquals(told.total() - told.sent(), told.dropped());
    assertTrue(told.dropped() > 100);
    assertEquals(0, told.remaining());
    assertEquals(false, node.office.resume("A1").join());
    assertEquals(false, node.office.cancel("none").join());
  }

  @Test
  void whatExpiresIsDroppedAndNotSentLate() {
    world.network.up = false;
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofHours(4));
    world.network.up = true;
    world.pass(LONG);
    Progress told = node.progress("A1");
    assertEquals(Progress.Stage.EXPIRED, told.stage());
    assertEquals(PEOPLE, told.dropped());
    assertEquals(0, world.network.taken);
  }

  @Test
  void quietHoursHoldAnOrdinaryOneAndNeverAnExtremeOne() {
    // 10:00 UTC is 11:00 in Morocco in November.
    LocalTime from = LocalTime.of(10, 0);
    LocalTime until = LocalTime.of(12, 0);
    Progress told = run(quiet(SimWorld.mailing("A1", Grade.ORDINARY), from, until), LONG);
    assertEquals(Progress.Stage.WAITING, told.stage());
    assertEquals(0, world.network.taken);
    Progress extreme = run(quiet(SimWorld.mailing("E1", Grade.EXTREME), from, until), LONG);
    assertEquals(PEOPLE, extreme.sent());
    world.pass(Duration.ofHours(1));
    assertEquals(PEOPLE, node.progress("A1").sent());
  }

  @Test
  void throttlingSlowsItAndLosesNobody() {
    world.network.throttling = 300;
    Progress told = run(SimWorld.mailing("A1", Grade.ORDINARY), Duration.ofMinutes(30));
    assertEquals(Progress.Stage.DONE, told.stage());
    assertEquals(PEOPLE, told.sent());
    assertTrue(world.network.got.values().stream().allMatch(texts -> texts.size() == 1));
  }

  @Test
  void aLinkThatIsDownForAWhileLosesNobody() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(2));
    world.network.up = false;
    world.pass(Duration.ofMinutes(20));
    assertEquals(PEOPLE, node.progress("A1").total());
    assertEquals(-1, node.progress("A1").minutesLeft());
    world.network.up = true;
    world.pass(LONG);
    assertEquals(PEOPLE, node.progress("A1").sent());
  }

  @Test
  void anUpdateReachesExactlyThoseWhoGotTheOriginalAndWithdrawsTheRest() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(2));
    Progress update =
        run(
            SimWorld.mailing("A2", Grade.ORDINARY, new Aim.SameAs(List.of("A1"))),
            Duration.ofMinutes(4));
    Progress original = node.progress("A1");
    assertEquals(Progress.Stage.CANCELLED, original.stage());
    assertEquals(original.sent(), update.total());
    assertEquals(update.total(), update.sent());
    assertTrue(world.network.got.values().stream().allMatch(texts -> texts.size() == 2));
    assertTrue(node.office.got("A2", SimAudience.person(0)).join());
    assertEquals(false, node.office.got("A2", SimAudience.person(PEOPLE - 1)).join());
    assertEquals(false, node.office.got("A2", "nobody").join());
  }

  @Test
  void saysWhyNothingGoes() {
    Mailing one = SimWorld.mailing("A1", Grade.ORDINARY);
    node.office.begin(quiet(one, LocalTime.of(11, 10), LocalTime.of(11, 20))).join();
    node.office.begin(SimWorld.later("A2", Duration.ofHours(1))).join();
    world.pass(Duration.ofSeconds(1));
    assertEquals(Progress.Wait.NOTHING, waits("A1"));
    assertEquals(Progress.Wait.TIME, waits("A2"));
    world.network.up = false;
    assertEquals(Progress.Wait.LINKS_DOWN, waits("A1"));
    world.network.up = true;
    world.network.spent = true;
    node.office.begin(SimWorld.mailing("E1", Grade.EXTREME)).join();
    assertEquals(Progress.Wait.CEILING, waits("A1"));
    assertEquals(Progress.Wait.NOTHING, waits("E1"));
    world.pass(Duration.ofMinutes(10));
    assertEquals(Progress.Wait.QUIET_HOURS, waits("A1"));
    node.office.pause("A1").join();
    assertEquals(Progress.Wait.PAUSED, waits("A1"));
    node.office.resume("A1").join();
    world.network.spent = false;
    world.pass(Duration.ofMinutes(15));
    assertEquals(Progress.Wait.NOTHING, waits("A1"));
    assertEquals(Progress.Stage.DONE, node.progress("A1").stage());
  }

  private Progress.Wait waits(String id) {
    world.pass(Duration.ofSeconds(1));
    return node.progress(id).waits();
  }

  @Test
  void manyMailingsAtOnceHaveABoundOfChunksAndHoldUpNoWarning() {
    SimWorld crowded = new SimWorld(SimAudience.of(60, SimWorld.LIST));
    SimWorld.Node sender = crowded.node();
    int mailings = MailingKeeper.MOST_RUNS + 8;
    for (int i = 0; i < mailings; i++)
      sender.office.begin(SimWorld.mailing("A" + i, Grade.ORDINARY)).join();
    int most = 0;
    for (int i = 0; i < 20; i++) {
      crowded.pass(Duration.ofMillis(100));
      most = Math.max(most, owned(crowded, mailings));
    }
    assertEquals(MailingKeeper.MOST_RUNS, most);
    sender.office.begin(SimWorld.mailing("E1", Grade.EXTREME)).join();
    crowded.pass(Duration.ofSeconds(2));
    assertEquals(60, sender.progress("E1").sent());
    crowded.pass(LONG);
    for (int i = 0; i < mailings; i++) assertEquals(60, sender.progress("A" + i).sent());
    assertEquals(60L * (mailings + 1), crowded.network.taken);
  }

  /** Chunks that a node has under way. */
  private static int owned(SimWorld world, int mailings) {
    Chunks chunks = new Chunks(world.store);
    int owned = 0;
    for (int i = 0; i < mailings; i++)
      for (Sheet sheet : chunks.sheets("A" + i, 0, 1).join()) if (!sheet.owner.isEmpty()) owned++;
    return owned;
  }

  @Test
  void beginningItTwiceIsBeginningItOnce() {
    run(SimWorld.mailing("A1", Grade.ORDINARY), LONG);
    run(SimWorld.mailing("A1", Grade.ORDINARY), LONG);
    assertEquals(PEOPLE, world.network.taken);
  }

  @Test
  void stoppingWaitsForWhatIsUnderWayAndLeavesNobodyInDoubt() {
    node.office.begin(SimWorld.mailing("A1", Grade.ORDINARY)).join();
    world.pass(Duration.ofSeconds(2));
    var stopped = node.keeper.stop();
    world.pass(Duration.ofSeconds(2));
    assertTrue(stopped.isDone());
    node.die();
    SimWorld.Node next = world.node();
    world.pass(LONG);
    Progress told = next.progress("A1");
    assertEquals(PEOPLE, told.sent());
    assertEquals(0, told.unknown());
    assertEquals(PEOPLE, world.network.taken);
  }
}
