package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jisr.flow.value.Value;
import ma.jisr.service.shops.Shop;

/** How the queues of a shop are, as the screens of staff hold it. Numbers, never names. */
final class DeskWords {
  /** Numbers of those who could not be told, on one line. */
  private static final int UNREACHED = 3;

  private final TicketWords words;

  DeskWords(TicketWords words) {
    this.words = words;
  }

  /**
   * @param counter whose; "" for none of them
   */
  Map<String, Value> of(Shop shop, String counter, Status status) {
    Map<String, Value> values = new HashMap<>();
    values.put("this", TicketWords.item(shop));
    values.put("shop", new Value.Local(TicketWords.name(shop.name())));
    if (!counter.isEmpty()) values.put("counter", new Value.Text(counter));
    for (Status.Counter one : status.counters())
      if (one.name().equals(counter) && one.number() > 0)
        values.put("number", new Value.Whole(one.number()));
    values.put("waiting", new Value.Whole(status.waiting()));
    Instant paused = status.paused();
    if (paused != null) values.put("until", words.time(paused));
    List<Integer> unreached = status.unreached();
    if (!unreached.isEmpty())
      values.put(
          "unreached",
          new Value.Text(
              unreached.stream()
                  .limit(UNREACHED)
                  .map(String::valueOf)
                  .collect(Collectors.joining(" "))));
    return values;
  }

  /** The same, and whom it was about. */
  Map<String, Value> of(Shop shop, String counter, Worked worked) {
    Map<String, Value> values = of(shop, counter, worked.status());
    if (worked.act() == Act.CLOSE) values.put("told", new Value.Whole(worked.number()));
    else if (worked.number() > 0) values.put("number", new Value.Whole(worked.number()));
    return values;
  }
}
