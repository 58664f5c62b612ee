package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.ShopService;
import org.jspecify.annotations.Nullable;

/** One person who wants something in one shop of a {@link Town}. */
final class Errand {
  private final Town town;
  final String person;
  final String shop;
  final String service;

  /** What was sent to them, in order. */
  final List<String> sent = new ArrayList<>();

  String ticket = "";
  int number;

  /** Minutes that they were told, and that a plain mean would have told them; -1 for neither. */
  int guess = -1;

  int naive;
  boolean delayed;
  boolean gaveBack;
  boolean refused;
  @Nullable Instant asked;
  @Nullable Instant called;

  private final boolean comes;
  private final int travel;
  private @Nullable Instant there;

  Errand(Town town, String person, String shop, String service) {
    this.town = town;
    this.person = person;
    this.shop = shop;
    this.service = service;
    this.comes = town.random.nextInt(100) >= 3;
    this.travel = town.random.nextInt(3) == 0 ? 0 : 5 + town.random.nextInt(20);
  }

  /** Asks for a ticket; now and then the call is made twice, and answered by both nodes. */
  void ask() {
    String key = town.key();
    Priority priority = town.random.nextInt(12) == 0 ? Priority.ELDERLY : Priority.USUAL;
    Slot slot = slot();
    asked = town.loop.now();
    Taking taking = town.node().take(key, person, shop, service, priority, slot, null).join();
    if (town.random.nextInt(20) == 0) {
      Taking again = town.node().take(key, person, shop, service, priority, slot, null).join();
      if (taking instanceof Taking.Taken && number(again) != number(taking))
        throw new IllegalStateException("two numbers for one call");
    }
    if (taking instanceof Taking.Taken(Standing standing)) taken(standing, slot, priority);
    else refused = true;
  }

  private static int number(Taking taking) {
    return taking instanceof Taking.Taken(Standing standing) ? standing.ticket().number() : -1;
  }

  private void taken(Standing standing, @Nullable Slot slot, Priority priority) {
    ticket = standing.ticket().id();
    number = standing.ticket().number();
    boolean plain = slot == null && priority == Priority.USUAL;
    if (plain && standing.estimate().low() < 500) guess = standing.estimate().likely();
    ShopService at = town.service(shop, service);
    naive = town.naive(shop, service).minutes(at, standing.ahead()) + untilOpen();
    int luck = town.random.nextInt(100);
    if (travel > 0) town.node().travel(town.key(), person, ticket, travel).join();
    if (luck < 4) town.after(minutes(40), this::giveBack);
    else if (luck < 8) town.after(minutes(30), this::late);
  }

  /** The naive guess knows the hours at least. */
  private int untilOpen() {
    Instant now = town.loop.now();
    Instant opens = town.hours.opens(town.shop(shop).hours(), Days.of(now), now);
    return opens == null ? 0 : (int) Duration.between(now, opens).toMinutes();
  }

  private Duration minutes(int most) {
    return Duration.ofMinutes(1 + town.random.nextInt(most));
  }

  private @Nullable Slot slot() {
    boolean chooses = town.random.nextInt(4) == 0;
    if (!chooses) return null;
    Instant from = town.loop.now().plus(minutes(200));
    List<Slot> free = town.node().freeSlots(shop, service, from, 3).join();
    return free.isEmpty() ? null : free.getLast();
  }

  private void giveBack() {
    Change change = town.node().giveBack(town.key(), person, ticket).join();
    gaveBack = change.outcome() == Change.Outcome.DONE;
  }

  private void late() {
    guess = -1;
    Change change = town.node().delay(town.key(), person, ticket, 10).join();
    delayed = change.outcome() == Change.Outcome.DONE;
  }

  /** A message has come. Who is told to come sets out. */
  void told(String message) {
    if (!comes || there != null) return;
    if (message.equals("near") || message.equals("called") || message.equals("recalled"))
      there = town.loop.now().plus(Duration.ofMinutes(travel));
  }

  /** When they stand at a counter that calls them now; null when they do not hear of it. */
  @Nullable Instant comes() {
    Instant now = town.loop.now();
    // Who lives next door looks in.
    if (there == null && comes && travel == 0) there = now.plusSeconds(60);
    if (there == null) return null;
    return there.isAfter(now) ? there : now.plusSeconds(30);
  }
}
