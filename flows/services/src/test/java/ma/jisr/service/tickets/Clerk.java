package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.tickets.Worked.Outcome;
import org.jspecify.annotations.Nullable;

/** Who works at one counter of a {@link Town}: calls, waits, serves, pauses, closes. */
final class Clerk {
  /** How long somebody is waited for who has been called. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Town town;
  private final Shop shop;
  private final String counter;
  private final Staff staff;

  /** Whom each counter of the shop serves; all clerks of a shop share it. */
  private final Map<String, Integer> there;

  private final Instant closes;
  private final @Nullable Instant pauses;
  private boolean paused;

  int served;
  int absent;
  int undone;

  Clerk(
      Town town,
      Shop shop,
      String counter,
      Map<String, Integer> there,
      Instant closes,
      @Nullable Instant pauses) {
    this.town = town;
    this.shop = shop;
    this.counter = counter;
    this.there = there;
    this.closes = closes;
    this.pauses = pauses;
    this.staff = new Staff("clerk" + counter, shop.id());
  }

  private Worked act(Act act) {
    return town.node().act(town.key(), staff, act, counter, null).join();
  }

  /** Calls the next, if it is time to. */
  void next() {
    Instant now = town.loop.now();
    if (!now.isBefore(closes)) {
      there.remove(counter);
      if (counter.equals("1")) {
        var unused = town.node().close(town.key(), staff).join();
      }
      return;
    }
    Instant opens = town.hours.opens(shop.hours(), Days.of(now), now);
    if (opens != null && opens.isAfter(now)) {
      lunch(Duration.between(now, opens));
      return;
    }
    if (pauses != null && !paused && !now.isBefore(pauses)) {
      pause();
      return;
    }
    String key = town.key();
    Worked worked = town.node().act(key, staff, Act.NEXT, counter, null).join();
    if (town.random.nextInt(25) == 0) {
      Worked again = town.node().act(key, staff, Act.NEXT, counter, null).join();
      if (again.number() != worked.number())
        throw new IllegalStateException("one call, and two are called");
    }
    there.remove(counter);
    if (worked.outcome() == Outcome.CLOSED) return;
    if (worked.outcome() != Outcome.DONE) {
      town.after(Duration.ofSeconds(60), this::next);
      return;
    }
    // Who was called and is late is called by whoever is next.
    if (there.containsValue(worked.number()) && !town.errand(shop.id(), worked.number()).delayed)
      throw new IllegalStateException("called by two counters");
    there.put(counter, worked.number());
    called(worked.number());
  }

  private void pause() {
    paused = true;
    int minutes = 15 + town.random.nextInt(15);
    if (counter.equals("1")) {
      var unused = town.node().pause(town.key(), staff, minutes).join();
    }
    Worked served = act(Act.SERVED);
    if (served.outcome() == Outcome.DONE) there.remove(counter);
    town.after(Duration.ofMinutes(minutes + 1), this::next);
  }

  /** As the hours say. */
  private void lunch(Duration time) {
    if (act(Act.SERVED).outcome() == Outcome.DONE) there.remove(counter);
    town.after(time.plusSeconds(30), this::next);
  }

  private void called(int number) {
    Errand errand = town.errand(shop.id(), number);
    Instant now = town.loop.now();
    if (errand.called == null) errand.called = now;
    if (town.random.nextInt(60) == 0) {
      town.after(Duration.ofSeconds(15), this::mistaken);
      return;
    }
    Instant comes = errand.comes();
    if (comes == null || comes.isAfter(now.plus(PATIENCE))) town.after(PATIENCE, this::absent);
    else town.after(Duration.between(now, comes), () -> serve(errand, now));
  }

  /** The wrong key: back, and the right one. */
  private void mistaken() {
    if (act(Act.UNDO).outcome() == Outcome.DONE) {
      undone++;
      there.remove(counter);
    }
    town.after(Duration.ofSeconds(20), this::next);
  }

  private void absent() {
    absent++;
    var unused = act(Act.ABSENT);
    there.remove(counter);
    next();
  }

  private void serve(Errand errand, Instant since) {
    Duration takes = town.service(shop.id(), errand.service, town.loop.now());
    town.after(
        takes,
        () -> {
          served++;
          town.naive(shop.id(), errand.service).add(Duration.between(since, town.loop.now()));
          next();
        });
  }
}
