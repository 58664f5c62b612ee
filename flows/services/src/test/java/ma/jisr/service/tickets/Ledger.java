package ma.jisr.service.tickets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import ma.jisr.store.Document;
import ma.jisr.store.memory.MemoryStore;

/**
 * Sees every write of tickets as it becomes durable, and notes what must not be: a number twice, a
 * call out of order, an end that is none.
 */
final class Ledger implements MemoryStore.Witness {
  final List<String> wrong = new ArrayList<>();
  final Map<String, Ticket> last = new HashMap<>();
  int calls;
  private final Map<String, NavigableMap<Long, Integer>> lines = new HashMap<>();
  private final Map<String, Set<Integer>> numbers = new HashMap<>();

  @Override
  public void applied(String collection, Document document) {
    if (!collection.equals(TicketStore.SPEC.name())) return;
    if (document.writeId().startsWith("relay:")) return; // its messages were handed in
    Ticket now = TicketJson.ticket(document.json());
    Ticket before = last.put(now.id(), now);
    String queue = TicketJson.queue(now.wish().shop(), now.wish().day());
    NavigableMap<Long, Integer> line =
        lines.computeIfAbsent(queue + now.wish().service(), _ -> new TreeMap<>());
    boolean numbered = before != null && before.number() > 0;
    if (now.number() > 0
        && !numbered
        && !numbers.computeIfAbsent(queue, _ -> new HashSet<>()).add(now.number()))
      wrong.add("a number twice: " + now);
    boolean waited = before != null && before.state().inLine();
    boolean isCalled = now.state() == State.CALLED && waited;
    if (isCalled) calls++;
    if (isCalled && before != null && line.firstKey() < before.turn())
      wrong.add("out of order: " + now);
    if (before != null && before.state() == State.GIVEN_BACK && now.state() != State.GIVEN_BACK)
      wrong.add("given back and yet there: " + now);
    if (waited && before != null)
      line.computeIfPresent(before.turn(), (_, n) -> n == 1 ? null : n - 1);
    if (now.state().inLine()) line.merge(now.turn(), 1, Integer::sum);
  }
}
