package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.gateway.limit.Newcomers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks at which those who arrive are recognised, one on each loop, chosen by the address. Who
 * is not in memory waits for the store, in bounded number, so that a flood of strangers leaves room
 * for those who are known.
 */
final class Desks implements Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

  /** One part in so many of what may be in flight is kept for those who are in memory. */
  private static final int KEPT_FOR_KNOWN = 4;

  private final List<Loop> loops;
  private final Ground ground;
  private final BiConsumer<String, Work.Arrived> recognised;
  private final List<Aliases> aliases = new ArrayList<>();
  private final AtomicInteger strangers = new AtomicInteger();
  private final int mostStrangers;

  /**
   * @param recognised told the person's id, on the desk's loop
   */
  Desks(
      List<Loop> loops,
      Ground ground,
      SessionSettings settings,
      RandomGenerator random,
      BiConsumer<String, Work.Arrived> recognised) {
    this.loops = List.copyOf(loops);
    this.ground = ground;
    this.recognised = recognised;
    this.mostStrangers = settings.inFlight() - settings.inFlight() / KEPT_FOR_KNOWN;
    Newcomers newcomers = new Newcomers(settings.limits().newPersons(), loops.getFirst()::now);
    Ulids ids = new Ulids(random);
    for (Loop loop : loops) {
      int desk = aliases.size();
      aliases.add(
          new Aliases(
              loop,
              ground.store(),
              ids,
              newcomers,
              settings.resident(),
              person -> Math.floorMod(person.hashCode(), loops.size()) == desk));
    }
  }

  /** Takes somebody who has just come. */
  void arrived(Work.Arrived work) {
    String alias = ground.keys().alias(work.inbound().from());
    int desk = desk(alias);
    loops.get(desk).execute(() -> resolve(aliases.get(desk), alias, work));
  }

  /** Who is behind an address that somebody told us; made known by this link if need be. */
  CompletableFuture<String> person(Address address, String link) {
    CompletableFuture<String> found = new CompletableFuture<>();
    String alias = ground.keys().alias(address);
    int desk = desk(alias);
    loops.get(desk).execute(() -> find(aliases.get(desk), alias, link, found));
    return found;
  }

  private static void find(
      Aliases desk, String alias, String link, CompletableFuture<String> found) {
    String known = desk.known(alias);
    if (known != null) {
      found.complete(known);
      return;
    }
    desk.resolve(
        alias,
        link,
        (person, failure) -> {
          if (person != null) found.complete(person);
          else
            found.completeExceptionally(new IllegalStateException("nobody is let in now", failure));
        });
  }

  @Override
  public void forgotten(String alias) {
    int desk = desk(alias);
    loops.get(desk).execute(() -> aliases.get(desk).forget(alias));
  }

  @Override
  public void again(Work.Arrived work) {
    forgotten(ground.keys().alias(work.inbound().from()));
    arrived(work);
  }

  @Override
  public void anew(String person, Work.Arrived work) {
    String alias = ground.keys().alias(work.inbound().from());
    loops
        .get(desk(alias))
        .when(
            lead(alias, person, null).thenApply(_ -> true),
            (done, failure) -> {
              if (failure == null) arrived(work);
              else refuse(work, "store");
            });
  }

  /**
   * Lets an address that leads to this person lead to another; one that leads to somebody else by
   * now stays.
   *
   * @param to null for nobody
   */
  CompletableFuture<Void> lead(String alias, String person, @Nullable String to) {
    return Aliases.lead(ground.store(), alias, person, to)
        .whenComplete((done, failure) -> forgotten(alias));
  }

  private int desk(String alias) {
    return Math.floorMod(alias.hashCode(), aliases.size());
  }

  private void resolve(Aliases desk, String alias, Work.Arrived work) {
    String known = desk.known(alias);
    if (known != null) {
      recognised.accept(known, work);
    } else if (strangers.incrementAndGet() > mostStrangers) {
      strangers.decrementAndGet();
      refuse(work, "strangers");
    } else {
      desk.resolve(
          alias,
          work.inbound().link(),
          (person, failure) -> {
            strangers.decrementAndGet();
            resolved(person, failure, work);
          });
    }
  }

  private void resolved(@Nullable String person, @Nullable Throwable failure, Work.Arrived work) {
    if (person != null) {
      recognised.accept(person, work.asResolved());
    } else if (failure == null) {
      refuse(work, "newcomers");
    } else {
      // Only its kind: a message may quote what was stored.
      LOG.warn("an address could not be resolved: {}", TurnLog.cause(failure));
      refuse(work, "store");
    }
  }

  private void refuse(Work.Arrived work, String reason) {
    ground.counters().count("turn.refused", Map.of("reason", reason));
    work.acknowledgement().busy();
  }
}
