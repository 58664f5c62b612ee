package ma.jisr.service.notices.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.service.Held;
import ma.jisr.service.Whose;
import ma.jisr.service.audience.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said before and after a mailing, and what is kept of it. */
class MailingReportTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final SimAudience audience = new SimAudience();
  private final SimWorld world = new SimWorld(audience);
  private final SimWorld.Node node = world.node();
  private int people;

  private void people(int many, Language language, String... lists) {
    for (int i = 0; i < many; i++, people++)
      audience.add(SimAudience.person(people), SimAudience.number(people), language, lists);
  }

  private Report report(String id) {
    var told = node.office.report(id);
    world.loop.run();
    return told.join().orElseThrow();
  }

  private void run(String id, String... lists) {
    node.office.begin(SimWorld.mailing(id, Grade.ORDINARY, new Aim.Lists(Set.of(lists)))).join();
    world.pass(LONG);
  }

  private static List<String> rows(Report report, String by) {
    return report.by().getOrDefault(by, List.of()).stream()
        .map(
            row ->
                row.name()
                    + ' '
                    + row.people()
                    + ' '
                    + row.sent().map(Object::toString).orElse("-")
                    + ' '
                    + row.failed().map(Object::toString).orElse("-"))
        .toList();
  }

  @Test
  void rowsOfFewAreOneRowThatTakesItsSmallestNeighbourAlong() {
    people(40, Language.FR, "p:1");
    people(6, Language.AR, "p:2");
    people(3, Language.SHI_LATN, "p:3");
    world.network.wrong.add(SimAudience.number(0));
    run("A1", "p:1", "p:2", "p:3");
    Report report = report("A1");
    assertEquals(List.of("p:1 40 39 -", "others 9 9 0"), rows(report, "list"));
    assertEquals(List.of("fr 43 42 -", "ar 6 6 0"), rows(report, "language"));
    assertEquals(List.of("iam 49 48 -"), rows(report, "link"));
    assertEquals(Gates.doubt(node.carrier.lines()), report.doubt());
    assertEquals(Set.of("fr", "ar"), report.texts().keySet());
    assertTrue(report.begun().isPresent() && report.ended().isPresent());
  }

  @Test
  void fewInAllAreNoRow() {
    people(4, Language.FR, "p:1");
    run("A1", "p:1");
    assertEquals(List.of(), rows(report("A1"), "list"));
    assertEquals(4, report("A1").progress().sent());
  }

  @Test
  void theReportOutlivesThoseWhoGotIt() {
    people(600, Language.FR, "p:1");
    run("A1", "p:1");
    world.pass(Courses.SETTLES.plusHours(1));
    Report frozen = report("A1");
    node.die();
    world.pass(Chunks.KEPT.plusHours(4));
    forget();
    assertEquals(0, world.store.scan(Chunks.PEOPLE.name(), "", 10).join().size());
    assertEquals(0, world.store.scan(Chunks.SHEETS.name(), "", 10).join().size());
    assertEquals(frozen, report("A1"));
    assertEquals(600, node.progress("A1").delivered());
    world.pass(Courses.KEPT);
    forget();
    assertEquals(Optional.empty(), node.office.report("A1").join());
  }

  private void forget() {
    MailingCollections.retentions()
        .forEach(one -> one.remove(world.store, world.loop.now(), 100).join());
  }

  @Test
  void whatItWouldComeToIsCountedOrEstimated() {
    people(300, Language.FR, "p:1", "p:2");
    people(100, Language.AR, "p:1");
    audience.stop(0, Set.of());
    audience.stop(1, Set.of("water"));
    Mailing mailing = SimWorld.mailing("A1", Grade.ORDINARY, new Aim.Lists(Set.of("p:1", "p:2")));
    Estimate exact = node.office.estimate(mailing).join();
    assertEquals(398, exact.people());
    assertEquals(0, exact.inQuietHours());
    assertEquals(
        Map.of(Language.FR, new Estimate.Share(298, 1), Language.AR, new Estimate.Share(100, 1)),
        exact.languages());
    assertEquals(3_980, exact.centimes());
    assertEquals(1, exact.minutes());
    assertTrue(exact.exact());
    people(11_600, Language.FR, "p:1", "p:2");
    Estimate about = node.office.estimate(mailing).join();
    assertTrue(!about.exact() && Math.abs(about.people() - 12_000) < 400, about.toString());
  }

  @Test
  void inQuietHoursAllWait() {
    people(10, Language.FR, "p:1");
    Mailing one = SimWorld.mailing("A1", Grade.ORDINARY);
    Mailing quiet =
        new Mailing(
            one.id(),
            one.aim(),
            one.topic(),
            one.grade(),
            one.feature(),
            one.from(),
            one.until(),
            one.texts(),
            one.own(),
            Optional.of(new Quiet(LocalTime.of(10, 30), LocalTime.of(11, 30))));
    assertEquals(10, node.office.estimate(quiet).join().inQuietHours());
  }

  @Test
  void whoIsErasedIsInNoMailingAnyMoreAndTheOthersAreWhereTheyWere() {
    people(1_100, Language.FR, "p:1");
    run("A1", "p:1");
    run("A2", "p:1");
    MailingHolding holding = new MailingHolding(world.store);
    Whose who = new Whose(SimAudience.person(600), List.of(SimAudience.number(600)));
    assertEquals(
        List.of(new Held("mailings", "mailings_why", 2, "days_30")), holding.held(who).join());
    for (int i = 0; i < 2; i++) holding.erase(who, world.loop.now()).join();
    assertEquals(List.of(), holding.held(who).join());
    assertEquals(false, node.office.got("A1", SimAudience.person(600)).join());
    for (int other : new int[] {0, 499, 500, 599, 601, 1_099})
      assertTrue(node.office.got("A1", SimAudience.person(other)).join(), "place " + other);
    assertEquals(1_100, report("A1").progress().sent());
  }

  /** All of a chunk of 500, erased one by one, as mailings are told. */
  private void erase(String id, int chunk) {
    Chunks chunks = new Chunks(world.store);
    for (int i = 0; i < Chunk.MOST; i++)
      chunks.erase(id, chunk, i, SimAudience.person(chunk * Chunk.MOST + i)).join();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aChunkInWhichAllAreErasedHidesNobodyElse(int chunk) {
    people(2_100, Language.FR, "p:1");
    run("A1", "p:1");
    erase("A1", chunk);
    for (int i = 0; i < 2_100; i += 99)
      assertEquals(
          i / Chunk.MOST != chunk,
          node.office.got("A1", SimAudience.person(i)).join(),
          "place " + i);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereAllOfTheLastChunkAreErasedLayingDownGoesOnBehindThem(boolean recorded) {
    people(2_100, Language.FR, "p:1");
    Mailing mailing = SimWorld.mailing("A1", Grade.ORDINARY, new Aim.Lists(Set.of("p:1")));
    node.die();
    node.office.begin(mailing).join();
    // As a node leaves it that dies while it lays down: two chunks, of which its document may know.
    for (int i = 0; i < 2; i++) {
      List<Found> found = new ArrayList<>();
      for (int j = 0; j < Chunk.MOST; j++)
        found.add(new Found(SimAudience.person(i * Chunk.MOST + j), "p:1"));
      new Chunks(world.store).lay(mailing, Chunk.of(i, found)).join();
    }
    if (recorded)
      new Courses(world.store)
          .change("A1", "laid", one -> one.laid(2, 1_000, false, world.loop.now()))
          .join();
    erase("A1", 1);
    for (int i = Chunk.MOST; i < 2 * Chunk.MOST; i++) audience.remove(SimAudience.person(i));
    SimWorld.Node next = world.node();
    world.pass(LONG);
    assertEquals(2_100, next.progress("A1").total());
    assertEquals(500, next.progress("A1").left());
    assertEquals(1_600, world.network.taken);
    assertEquals(1_600, world.network.got.size());
  }

  @Test
  void aPhoneThatShowsNoArabicReadsTheNearestInLatinLettersElseTheOfficialsWords() {
    Mailing mailing = SimWorld.mailing("A1", Grade.ORDINARY);
    people(1, Language.ARY_ARAB, "p:1");
    people(1, Language.ZGH_TFNG, "p:1");
    audience.put(
        new Subscriber("x", "212600000099", "iam", "", Language.AR, Set.of(), false, Set.of()));
    assertEquals(Language.AR, Wording.of(mailing, one(SimAudience.person(0))));
    assertEquals(Language.FR, Wording.of(mailing, one(SimAudience.person(1))));
    assertEquals(Language.FR, Wording.of(mailing, one("x")));
  }

  private Subscriber one(String person) {
    return audience.of(List.of(person)).join().values().iterator().next();
  }
}
