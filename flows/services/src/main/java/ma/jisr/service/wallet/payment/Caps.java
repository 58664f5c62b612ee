package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Money;

/**
 * What may be paid from a day on: configuration, for the authorities and operators change it.
 *
 * @param from the first day, Morocco's
 * @param channels by name ("ussd", "sms", "chat"); others stand under the lowest of them
 * @param day all payments of a number in a day
 * @param newPayee a first payment to somebody
 * @param unknownSim a payment while nobody says whether the card was changed
 * @param levels what wallets of the levels 1 to 3 may hold
 * @param interchange between wallets' providers, basis points
 * @param version whose figure of the interchange that is, and of when
 * @param pending payments that wait for their payer at once
 * @param hour payments confirmed within an hour
 * @param lookups names of persons looked up in a day
 */
public record Caps(
    LocalDate from,
    Map<String, Channel> channels,
    Money day,
    Money newPayee,
    Money unknownSim,
    List<Money> levels,
    int interchange,
    String version,
    int pending,
    int hour,
    int lookups) {
  public Caps {
    channels = Map.copyOf(channels);
    levels = List.copyOf(levels);
    if (channels.isEmpty() || levels.isEmpty())
      throw new IllegalArgumentException("caps need a channel and a level");
    if (pending < 1 || hour < 1 || lookups < 1)
      throw new IllegalArgumentException("nothing could ever be paid");
  }

  /**
   * What may be paid by one channel.
   *
   * @param once one payment
   * @param day all of a number in a day
   */
  public record Channel(Money once, Money day) {}

  /**
   * What Jisr begins with: the levels of Bank Al-Maghrib's circulars (200, 5,000 and 20,000
   * dirhams), the interchange of its report of 2021, and caps of our own that make a stolen phone
   * worth little.
   */
  public static Caps defaults() {
    return new Caps(
        LocalDate.EPOCH,
        Map.of(
            "sms", new Channel(Money.ofDirhams(200), Money.ofDirhams(1_000)),
            "ussd", new Channel(Money.ofDirhams(1_000), Money.ofDirhams(2_000)),
            "chat", new Channel(Money.ofDirhams(2_000), Money.ofDirhams(2_000))),
        Money.ofDirhams(2_000),
        Money.ofDirhams(500),
        Money.ofDirhams(200),
        List.of(Money.ofDirhams(200), Money.ofDirhams(5_000), Money.ofDirhams(20_000)),
        40,
        "BAM 2021",
        3,
        5,
        10);
  }

  /** The caps of a channel; of the lowest for one without its own. */
  public Channel channel(String name) {
    Channel known = channels.get(name);
    if (known != null) return known;
    Channel lowest = null;
    for (Channel channel : channels.values())
      if (lowest == null || channel.once().compareTo(lowest.once()) < 0) lowest = channel;
    if (lowest == null) throw new IllegalStateException("caps need a channel");
    return lowest;
  }

  /**
   * What a wallet may hold.
   *
   * @param level 1 to 3; 0 where it is not known
   */
  Money level(int level) {
    return level < 1 || level > levels.size() ? levels.getLast() : levels.get(level - 1);
  }
}
