package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException.Kind;

/**
 * The shared store as one process reaches it: slow, refusing, with replies that are lost; the
 * process may die at any write, before it or after.
 */
final class Disk {
  private static final Set<String> WRITES =
      Set.of("insert", "replaceIf", "deleteIf", "merge", "increment", "deleteRange", "drop");

  private final Timeline timeline;
  private final Chance chance;
  private final Supplier<Weather> weather;
  private final SimProcess process;
  private boolean dying;

  private Disk(Timeline timeline, Chance chance, Supplier<Weather> weather, SimProcess process) {
    this.timeline = timeline;
    this.chance = chance;
    this.weather = weather;
    this.process = process;
  }

  static Store of(
      Store shared,
      Timeline timeline,
      Chance chance,
      Supplier<Weather> weather,
      SimProcess process) {
    Disk disk = new Disk(timeline, chance, weather, process);
    return new FaultyStore(new FaultyStore(shared, disk::reply), disk::request);
  }

  /** On the way to the store. */
  private Fault request(String method, String collection) {
    if (!process.alive()) return new Fault.Hold(new CompletableFuture<>());
    if (WRITES.contains(method) && chance.hits(weather.get().crashAtWrite())) {
      dying = chance.hits(0.5);
      process.kill(dying ? "after a write" : "before a write");
      return dying ? new Fault.Pass() : new Fault.Hold(new CompletableFuture<>());
    }
    CompletableFuture<Boolean> there = new CompletableFuture<>();
    Loop.Cancel unused = timeline.after(pause(), () -> arrive(there));
    return new Fault.Hold(there);
  }

  /** What a process had under way when it died is done or not, as chance has it. */
  private void arrive(CompletableFuture<Boolean> there) {
    if (process.alive() || (!process.alone() && chance.hits(0.5))) there.complete(true);
  }

  /** At the store, and on the way back. */
  private Fault reply(String method, String collection) {
    if (dying) return new Fault.Late(new CompletableFuture<>());
    if (chance.hits(weather.get().refuse()))
      return new Fault.Refuse(chance.hits(0.5) ? Kind.BUSY : Kind.UNREACHABLE);
    if (chance.hits(weather.get().lose())) return new Fault.LoseReply();
    CompletableFuture<Boolean> back = new CompletableFuture<>();
    Loop.Cancel unused = timeline.after(pause(), () -> back.complete(true));
    return new Fault.Late(back);
  }

  private Duration pause() {
    return chance.between(Duration.ofMillis(1), weather.get().slowest());
  }
}
