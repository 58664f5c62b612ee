package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.VirtualLoop;
import ma.jisr.service.keeping.Sweeper;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What the one list says is what a store looks like after years. */
class RetentionsTest {
  private static final Instant START = Instant.parse("2026-01-10T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  /** Time for one round, started or due. */
  private static final Duration ROUND = Sweeper.PERIOD.plusSeconds(1);

  private final VirtualLoop loop = new VirtualLoop(START);
  private final Store store = new MemoryStore(Stores.collections());
  private final Map<String, Integer> swept = new TreeMap<>();
  private final List<Retention> all =
      Retentions.of(Settings.ofSandbox(Path.of("anywhere"))).stream()
          .filter(Retention::swept)
          .toList();
  private final Sweeper sweeper =
      new Sweeper(
          loop,
          store,
          all,
          new Sweeper.Told() {
            @Override
            public void swept(String collection, int many) {
              swept.merge(collection, many, Integer::sum);
            }

            @Override
            public void failed(String collection) {
              throw new AssertionError(collection);
            }
          });

  /** Where a document of such a retention lies whose time began then. */
  private static String part(Retention of, Instant moment) {
    return of.spec().daily() ? DayPart.at(of.spec().name(), moment).name() : of.spec().name();
  }

  /** Entries of a feed have numbers. */
  private static String id(Retention of, String id) {
    return of.way() instanceof Retention.ByStep
        ? "c" + "0".repeat(11) + (List.of("old", "aged", "young").indexOf(id) + 1)
        : id + of.keep();
  }

  private void write(Retention of, String id, Instant moment) {
    String json =
        switch (of.way()) {
          case Retention.ByIndex by -> body(by.index().sort(), by.written().apply(moment));
          case Retention.ByStep _ ->
              "{\"at\":" + moment.toEpochMilli() + ",\"role\":\"viewer\",\"subject\":\"shop\"}";
          case Retention.ByDay _ -> "{}";
          case Retention.ByRoom _ -> throw new AssertionError(of.spec().name());
        };
    Document document = new Document(id(of, id), 0, "test", json);
    assertEquals(
        List.of(Outcome.INSERTED),
        store.insert(part(of, moment), List.of(document), Priority.TURN).join());
  }

  private static String body(String field, Object value) {
    return "{\"" + field + "\":" + (value instanceof String ? "\"" + value + "\"" : value) + "}";
  }

  /** Whose document of this id is there. */
  private List<String> left(String id, Instant moment) {
    List<String> left = new ArrayList<>();
    for (Retention of : all)
      if (store.get(part(of, moment(of, moment)), id(of, id)).join().isPresent())
        left.add(name(of));
    return left;
  }

  /** An instant of the test's, or one as young as the retention asks for. */
  private static Instant moment(Retention of, Instant moment) {
    return moment.equals(Instant.MAX) ? young(of) : moment;
  }

  private static final Instant END = START.plus(Duration.ofDays(11 * 366));

  /** So old is nearly old enough; a day is a day's part. */
  private static Instant young(Retention of) {
    Duration less = of.keep().compareTo(DAY.multipliedBy(2)) < 0 ? of.keep().dividedBy(2) : DAY;
    return END.minus(of.keep()).plus(less);
  }

  private List<String> names() {
    return all.stream().map(RetentionsTest::name).toList();
  }

  private static String name(Retention of) {
    return of.spec().name() + " " + of.keep();
  }

  @Test
  void afterYearsExactlyTheOldAreGone() {
    for (Retention of : all) write(of, "old", START);
    loop.advance(Duration.between(START, END));
    for (Retention of : all) write(of, "young", young(of));
    for (Retention of : all) write(of, "aged", aged(of));
    assertEquals(names(), left("old", START), "nobody has swept yet");
    sweeper.start();
    loop.run();
    assertEquals(List.of(), left("old", START));
    for (Retention of : all)
      assertTrue(store.get(part(of, aged(of)), id(of, "aged")).join().isEmpty(), name(of));
    assertEquals(names(), left("young", Instant.MAX));
    loop.advance(DAY.multipliedBy(2));
    assertEquals(List.of(), left("young", Instant.MAX), "two days later these are old as well");
    sweeper.stop();
    for (Retention of : all) assertTrue(swept.getOrDefault(of.spec().name(), 0) >= 2, name(of));
  }

  /** A day's part may be kept one day more than its first moment asks for. */
  private static Instant aged(Retention of) {
    return END.minus(of.keep()).minus(DAY).minusMillis(1);
  }

  /** A process that runs on: nothing goes early, nothing stays for more than a round. */
  @Test
  void whatIsDueGoesWhileItRuns() {
    sweeper.start();
    loop.run();
    for (Retention of : all) write(of, "old", START);
    for (int hours = 0; hours <= 72; hours++) {
      for (Retention of : all) {
        boolean there = store.get(part(of, START), id(of, "old")).join().isPresent();
        Duration age = Duration.between(START, loop.now());
        if (age.compareTo(of.keep().minus(DAY)) < 0) assertTrue(there, name(of));
        if (age.compareTo(of.keep().plus(DAY).plus(ROUND)) > 0) assertTrue(!there, name(of));
      }
      loop.advance(Duration.ofHours(1));
    }
    sweeper.stop();
    assertTrue(swept.keySet().containsAll(List.of("account_passes", "notice_tallies")), "" + swept);
  }
}
