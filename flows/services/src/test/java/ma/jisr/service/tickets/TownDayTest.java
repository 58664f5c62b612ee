package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A day of forty shops and five thousand people on two nodes: staff who pause, close early, press
 * the wrong key; people who are late, do not come, give back; messages that are late or lost.
 */
final class TownDayTest {
  private static final Logger LOG = LoggerFactory.getLogger(TownDayTest.class);
  private static final int SHOPS = 40;
  private static final int PEOPLE = 5_000;
  private static final int HOURS = 10;

  private final Town town = new Town(6, SHOPS);
  private final List<Clerk> clerks = new ArrayList<>();

  @Test
  void nobodyIsLostNobodyIsCalledTwice() {
    town.shops.values().forEach(this::staff);
    people();
    town.loop.advance(Duration.ofHours(24));
    assertEquals(List.of(), town.ledger.wrong);
    Map<State, Integer> ends = new EnumMap<>(State.class);
    int taken = 0;
    for (Errand errand : town.errands) {
      if (errand.number == 0) continue;
      taken++;
      ends.merge(ended(errand), 1, Integer::sum);
    }
    int served = clerks.stream().mapToInt(clerk -> clerk.served).sum();
    LOG.warn(
        "{} people, {} tickets, {}; {} calls, {} messages",
        PEOPLE,
        taken,
        ends,
        town.ledger.calls,
        town.notices);
    assertTrue(taken > PEOPLE * 3 / 4, taken + " tickets");
    assertTrue(ends.getOrDefault(State.SERVED, 0) >= served * 99 / 100, ends + " " + served);
    assertTrue(clerks.stream().mapToInt(c -> c.undone).sum() > 10);
    assertTrue(clerks.stream().mapToInt(c -> c.absent).sum() > 50);
    estimates();
  }

  /** Everybody's ticket came to an end, and they were told what they had to know. */
  private State ended(Errand errand) {
    Ticket ticket = town.ledger.last.get(errand.ticket);
    if (ticket == null || ticket.state().open()) return fail(ticket + " never ended");
    long called = errand.sent.stream().filter(what -> what.equals("called")).count();
    boolean wasCalled = ticket.at().containsKey(State.CALLED);
    assertEquals(wasCalled, called + count(errand, "recalled") > 0, ticket.toString());
    // Told to wait again as often as called again.
    long again = count(errand, "moved") + (errand.delayed ? 1 : 0);
    assertTrue(called <= 1 + again, errand.sent.toString());
    assertEquals(ticket.state() == State.EXPIRED ? 1 : 0, count(errand, "closed"));
    assertTrue(count(errand, "returned") <= 1 + count(errand, "recalled"));
    if (errand.gaveBack) assertEquals(State.GIVEN_BACK, ticket.state());
    return ticket.state();
  }

  private static long count(Errand errand, String message) {
    return errand.sent.stream().filter(message::equals).count();
  }

  private void staff(Shop shop) {
    Map<String, Integer> there = new HashMap<>();
    int i = Integer.parseInt(shop.id().substring(1));
    Instant opens = town.loop.now().plus(Duration.ofMinutes(i % 5 == 0 ? 60 : 90));
    Instant closes = opens.plus(Duration.ofHours(i % 8 == 1 ? 7 : 10));
    Instant pauses = i % 3 == 0 ? opens.plus(Duration.ofHours(3)) : null;
    for (int counter = 1; counter <= Desks.counters(shop); counter++) {
      Clerk clerk = new Clerk(town, shop, Integer.toString(counter), there, closes, pauses);
      clerks.add(clerk);
      // Some come late.
      Duration late = Duration.ofSeconds(town.random.nextInt(900));
      town.after(Duration.between(town.loop.now(), opens).plus(late), clerk::next);
    }
  }

  /** As many in each shop as it can serve, most in the morning. */
  private void people() {
    List<Shop> shops = new ArrayList<>();
    for (Shop shop : town.shops.values()) {
      double each = shop.services().stream().mapToInt(ShopService::minutes).average().orElse(1);
      int weight = (int) Math.round(60.0 * Desks.counters(shop) / each);
      for (int i = 0; i < weight; i++) shops.add(shop);
    }
    shops.sort(Comparator.comparing(Shop::id));
    for (int i = 0; i < PEOPLE; i++) {
      Shop shop = shops.get(town.random.nextInt(shops.size()));
      ShopService service = shop.services().get(town.random.nextInt(shop.services().size()));
      double when = town.random.nextDouble() * (town.random.nextBoolean() ? 1 : 0.5);
      Instant at = Town.DAWN.plusSeconds(1_800 + (long) (when * HOURS * 3_600));
      town.errand(at, "p" + i % (PEOPLE * 4 / 5), shop.id(), service.id());
    }
  }

  /** Against a plain mean of all turns and the counters that the shop says it has. */
  private void estimates() {
    double ours = 0;
    double naive = 0;
    for (boolean known : List.of(true, false)) {
      Predicate<Errand> in = errand -> town.hasPast(errand.shop) == known;
      int own = median(in, errand -> errand.guess);
      int plain = median(in, errand -> errand.naive);
      LOG.warn(
          "median absolute error of the wait told, {}: {} min; of a plain mean {} min",
          known ? "days before known" : "first day",
          own,
          plain);
      ours += own;
      naive += plain;
    }
    assertTrue(ours < naive, ours + " min against " + naive);
  }

  private int median(Predicate<Errand> in, ToIntFunction<Errand> guess) {
    List<Integer> errors = new ArrayList<>();
    for (Errand errand : town.errands) {
      if (errand.guess < 0 || errand.called == null || errand.asked == null || !in.test(errand))
        continue;
      int waited =
          (int) Math.round(Duration.between(errand.asked, errand.called).toSeconds() / 60.0);
      errors.add(Math.abs(waited - guess.applyAsInt(errand)));
    }
    errors.sort(null);
    return errors.get(errors.size() / 2);
  }
}
