package ma.jisr.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.CapBook;
import ma.jisr.service.wallet.payment.Caps;

/** Reads {@code wallet.caps}: what may be paid, from a day on. What is left out is as it was. */
final class CapsReader {
  /** Dirhams: beyond any wallet's ceiling. */
  private static final long MOST = 1_000_000;

  /** Caps of days to come and of old payments. */
  private static final int MOST_ENTRIES = 100;

  private static final int MOST_COUNT = 1_000;

  private CapsReader() {}

  static CapBook read(Section wallet) {
    List<Caps> all = new ArrayList<>();
    Caps before = Caps.defaults();
    for (Section section : wallet.sections("caps")) {
      before = caps(section, before);
      all.add(before);
    }
    if (all.isEmpty()) return CapBook.defaults();
    if (all.size() > MOST_ENTRIES)
      wallet.problem("caps", "has more than " + MOST_ENTRIES + " entries", "Keep the last ones");
    try {
      return new CapBook(all);
    } catch (IllegalArgumentException e) {
      wallet.problem("caps", "cannot hold: " + e.getMessage(), "Give each its own day");
      return CapBook.defaults();
    }
  }

  private static Caps caps(Section section, Caps before) {
    Map<String, Caps.Channel> channels = new HashMap<>(before.channels());
    for (String channel : List.of("sms", "ussd", "chat"))
      if (section.has(channel))
        channels.put(channel, channel(section.section(channel), before.channel(channel)));
    Caps caps =
        new Caps(
            FromDay.read(section),
            channels,
            money(section, "day", before.day()),
            money(section, "new-payee", before.newPayee()),
            money(section, "unknown-sim", before.unknownSim()),
            levels(section, before.levels()),
            (int) section.whole("interchange", before.interchange(), 0, 10_000),
            section.text("figure", before.version()),
            (int) section.whole("pending", before.pending(), 1, MOST_COUNT),
            (int) section.whole("hour", before.hour(), 1, MOST_COUNT),
            (int) section.whole("lookups", before.lookups(), 1, MOST_COUNT));
    section.finish();
    return caps;
  }

  private static Caps.Channel channel(Section section, Caps.Channel before) {
    Caps.Channel channel =
        new Caps.Channel(
            money(section, "once", before.once()), money(section, "day", before.day()));
    section.finish();
    return channel;
  }

  private static Money money(Section section, String key, Money otherwise) {
    return Money.ofDirhams(section.whole(key, otherwise.centimes() / 100, 1, MOST));
  }

  private static List<Money> levels(Section section, List<Money> otherwise) {
    if (!section.has("levels")) return otherwise;
    List<Money> levels = new ArrayList<>();
    for (String word : section.words("levels"))
      if (word.matches("[1-9]\\d{0,5}")) levels.add(Money.ofDirhams(Long.parseLong(word)));
    if (levels.size() == otherwise.size()) return levels;
    section.problem(
        "levels",
        "are not " + otherwise.size() + " sums of whole dirhams",
        "Write for example levels: [200, 5000, 20000]");
    return otherwise;
  }
}
