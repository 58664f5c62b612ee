package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The lanes of an engine: a person's is chosen by their id. */
final class Lanes {
  private final List<Lane> all = new ArrayList<>();

  /** The next one; in the order of their loops. */
  void add(Lane lane) {
    all.add(lane);
  }

  int size() {
    return all.size();
  }

  Lane first() {
    return all.getFirst();
  }

  Lane last() {
    return all.getLast();
  }

  Lane of(String person) {
    return all.get(Math.floorMod(person.hashCode(), all.size()));
  }

  /** Persons in memory; counted without a pause, so about. */
  int residents() {
    int sum = 0;
    for (Lane lane : all) sum += lane.residents();
    return sum;
  }

  /** Takes nothing more out of documents. */
  void stopClearing() {
    for (Lane lane : all) lane.loop.execute(lane.clearance::stop);
  }

  /** When a number's next words are somebody else's. */
  void silence(Silence silence) {
    for (Lane lane : all) lane.loop.execute(() -> lane.silence = silence);
  }

  /** A link can send again. */
  void ready() {
    for (Lane lane : all) lane.loop.execute(lane::ready);
  }

  /** Behind the last turn of every lane: what it said has been handed to the links. */
  CompletableFuture<Void> handedOver() {
    return each(lane -> CompletableFuture.completedFuture(null));
  }

  /** Writes the rows of the message log that gather; completes when they are durable. */
  CompletableFuture<Void> flushLog() {
    return each(lane -> lane.log.flush());
  }

  private CompletableFuture<Void> each(Function<Lane, CompletableFuture<Void>> on) {
    List<CompletableFuture<Void>> done = new ArrayList<>();
    for (Lane lane : all) {
      CompletableFuture<Void> one = new CompletableFuture<>();
      lane.loop.execute(
          () -> {
            var unused = on.apply(lane).thenRun(() -> one.complete(null));
          });
      done.add(one);
    }
    return CompletableFuture.allOf(done.toArray(CompletableFuture<?>[]::new));
  }
}
