package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ma.jisr.base.LocalText;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.service.shops.Shop;

/**
 * The messages that tickets send of their own accord, by name and values: {@code shop} (words),
 * {@code code} (of the shop), {@code number}, {@code ahead}, {@code minutes} (about how long), and
 * {@code counter} once there is one. All are owed: whoever waits has asked for them.
 */
final class Notices {
  /** The flow that has the messages, one for each of {@link Told}. */
  static final String FLOW = "tickets.told";

  private final Function<String, Optional<Shop>> shops;

  Notices(Function<String, Optional<Shop>> shops) {
    this.shops = shops;
  }

  Notice of(Told told, Ticket ticket, int ahead, int minutes, Instant now) {
    Optional<Shop> shop = shops.apply(ticket.wish().shop());
    Map<String, Value> values = new HashMap<>();
    values.put("shop", new Value.Local(shop.map(Shop::name).orElseGet(() -> LocalText.same("?"))));
    values.put("code", new Value.Text(shop.map(Shop::code).orElse("?")));
    values.put("number", new Value.Whole(ticket.number()));
    values.put("ahead", new Value.Whole(ahead));
    values.put("minutes", new Value.Whole(minutes));
    if (!ticket.counter().isEmpty()) values.put("counter", new Value.Text(ticket.counter()));
    return new Notice(FLOW, told.message(), values, Urgency.REPLY, now.plus(told.validity()));
  }
}
