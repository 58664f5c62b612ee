package ma.jisr.service.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException.Kind;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class SweeperTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration KEEP = Duration.ofDays(3);
  private static final CollectionSpec MUCH = spec("much");
  private static final CollectionSpec LITTLE = spec("little");
  private static final CollectionSpec OWN = spec("own");

  private final VirtualLoop loop = new VirtualLoop(START);
  private final MemoryStore kept = new MemoryStore(List.of(MUCH, LITTLE, OWN));
  private String refused = "";
  private final Store store =
      new FaultyStore(
          kept,
          (method, collection) ->
              collection.equals(refused) ? new Fault.Refuse(Kind.UNREACHABLE) : new Fault.Pass());
  private final List<String> told = new ArrayList<>();
  private final Sweeper sweeper =
      new Sweeper(
          loop,
          store,
          List.of(
              Retention.since(MUCH, "at", KEEP),
              Retention.since(LITTLE, "at", KEEP),
              Retention.room(OWN, KEEP, "somebody else")),
          new Sweeper.Told() {
            @Override
            public void swept(String collection, int many) {
              told.add(collection + " " + many);
            }

            @Override
            public void failed(String collection) {
              told.add(collection + " failed");
            }
          });

  private static CollectionSpec spec(String name) {
    return new CollectionSpec(name, Area.LIVE, List.of(new IndexSpec("at", List.of(), "at")));
  }

  private void write(CollectionSpec into, int many, Instant at) {
    for (int i = 0; i < many; i++) {
      String json = "{\"at\":" + at.toEpochMilli() + "}";
      Document document = new Document(at.toEpochMilli() + ":" + i, 0, "test", json);
      kept.insert(into.name(), List.of(document), Priority.TURN).join();
    }
  }

  private int left(CollectionSpec of) {
    return kept.scan(of.name(), "", 1_000).join().size();
  }

  @Test
  void inPagesAndInTurn() {
    Instant old = START.minus(KEEP).minusMillis(1);
    write(MUCH, 2 * Sweeper.PAGE + 7, old);
    write(LITTLE, 2, old);
    write(LITTLE, 1, START.minus(KEEP));
    write(OWN, 1, old);
    sweeper.start();
    loop.advance(Duration.ofSeconds(1));
    int page = Sweeper.PAGE;
    assertEquals(List.of("much " + page, "little 2", "much " + page, "much 7"), told);
    assertEquals(1, left(LITTLE), "so old and no older");
    assertEquals(1, left(OWN), "its room sees to it");
    loop.advance(Sweeper.PERIOD);
    assertEquals(0, left(LITTLE), "the next round");
  }

  @Test
  void whatFailsHoldsUpNobodyAndIsTriedAgain() {
    Instant old = START.minus(KEEP).minusMillis(1);
    write(MUCH, 1, old);
    write(LITTLE, 1, old);
    refused = MUCH.name();
    sweeper.start();
    loop.advance(Duration.ofSeconds(1));
    assertEquals(List.of("much failed", "little 1"), told);
    refused = "";
    loop.advance(Sweeper.PERIOD);
    assertEquals(0, left(MUCH));
  }

  @Test
  void nothingMoreOnceStopped() {
    write(MUCH, 3 * Sweeper.PAGE, START.minus(KEEP).minusMillis(1));
    sweeper.start();
    loop.run();
    sweeper.stop();
    loop.advance(Sweeper.PERIOD.multipliedBy(3));
    assertEquals(List.of("much " + Sweeper.PAGE), told);
  }
}
