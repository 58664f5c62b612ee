package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.ReviewSecrets;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/** A review list on a clock that stands still until told. */
final class Desk {
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  static final Secrets SECRETS = new ReviewSecrets(Keys.of(new Random(1)));

  /** What the next writes meet, by method and collection. */
  private FaultyStore.Plan plan = (method, collection) -> new Fault.Pass();

  final VirtualLoop loop = new VirtualLoop(START);
  final MemoryCounters counters = new MemoryCounters();
  private final Store shared;
  final Store store;
  final ReviewList list;
  final ReviewBook book;

  /** A process on this store. */
  Desk(Store shared, String process) {
    this.shared = shared;
    store = new FaultyStore(shared, (method, collection) -> plan.next(method, collection));
    list = new ReviewList(loop, store, SECRETS, Desk::unknown, counters, process);
    book = new ReviewBook(store, SECRETS, loop::now, process, ReviewKeeper.KEEP);
  }

  void meets(FaultyStore.Plan plan) {
    this.plan = plan;
  }

  void wellAgain() {
    plan = (method, collection) -> new Fault.Pass();
  }

  /** As a masker has it: here words with an x are unknown. */
  static List<String> unknown(String masked) {
    return Arrays.stream(masked.split(" ", -1)).filter(word -> word.contains("x")).toList();
  }

  void hear(String person, String text) {
    hear(person, text, "fr");
  }

  void hear(String person, String text, String language) {
    list.take(new Unclear(person, text, language, "hotspot.find"));
  }

  /** What was heard is written. */
  void flush() {
    var unused = list.flush();
    loop.run();
  }

  void pass(Duration time) {
    loop.advance(time);
  }

  /** Removes what has been kept long enough, and runs a keeper of this process once. */
  void sweep() {
    for (Retention one : UnresolvedCollections.retentions(ReviewKeeper.KEEP))
      one.remove(shared, loop.now(), 100).join();
    ReviewKeeper keeper = new ReviewKeeper(loop, store, SECRETS, counters, ReviewKeeper.KEEP);
    loop.execute(keeper::start);
    loop.run();
    keeper.stop();
  }

  List<Shape> texts(int days) {
    return book.written("amina", Shape.Kind.TEXT, days, "").join();
  }

  List<String> shapes() {
    return book.shapes("amina", "").join().stream().map(s -> s.people() + " " + s.text()).toList();
  }
}
