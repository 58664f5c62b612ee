package ma.jisr.service.tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom the counters of this node are about to call, so that those who call at the same instant do
 * not all mean the first of the line. Only saves work: the ticket's own write decides, also between
 * nodes. Callable from any thread.
 */
final class Candidates {
  /** By shop: which ticket is meant by which call. */
  private final Map<String, Map<String, String>> byShop = new HashMap<>();

  /** How many of a shop's are meant now. */
  synchronized int of(String shop) {
    Map<String, String> meant = byShop.get(shop);
    return meant == null ? 0 : meant.size();
  }

  /** The first of a line that nobody means; meant by this call from now on. */
  synchronized Optional<Ticket> choose(String shop, String key, List<Ticket> line) {
    for (Ticket ticket : line) {
      Map<String, String> meant = byShop.computeIfAbsent(shop, _ -> new HashMap<>());
      String by = meant.putIfAbsent(ticket.id(), key);
      // Its own: the ticket was only looked at meanwhile.
      if (by == null || by.equals(key)) return Optional.of(ticket);
    }
    return Optional.empty();
  }

  /** The call has ended, whatever came of it. */
  synchronized void forget(String shop, String key) {
    Map<String, String> meant = byShop.get(shop);
    if (meant == null) return;
    meant.values().removeIf(key::equals);
    if (meant.isEmpty()) byShop.remove(shop);
  }
}
