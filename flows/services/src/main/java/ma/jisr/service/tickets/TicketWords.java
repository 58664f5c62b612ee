package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.flow.value.Value;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopBook;

/** Shops, times and tickets as flows hold them. */
final class TicketWords {
  /** A name in Arabic letters on a line of its own: one of them makes the page UCS-2. */
  private static final int ARABIC = 16;

  private final ShopBook shops;
  private final InstantSource clock;

  TicketWords(ShopBook shops, InstantSource clock) {
    this.shops = shops;
    this.clock = clock;
  }

  static Value.Item item(Shop shop) {
    return Value.Item.of(shop.id(), name(shop.name()));
  }

  /** With its place behind its name, to be told from others of that name. */
  static Value.Item item(Shop shop, LocalText place) {
    return Value.Item.of(
        shop.id(),
        each(
            shop.name(),
            (language, text) -> {
              String in = place.in(language, false);
              String alone = cut(text, TicketOperations.LABEL);
              String comma = language.script() == Script.ARABIC ? "، " : ", ";
              String both = bare(text) + comma + in;
              boolean fits = both.length() <= TicketOperations.LABEL && !text.contains(in);
              return fits ? both : alone;
            }));
  }

  /** A time that can be chosen: its id is the instant. */
  Value.Item item(Slot slot) {
    return Value.Item.of(slot.from().toString(), TimeWords.of(slot.from(), clock.instant()));
  }

  /** A ticket in a list: "Epicerie Baraka (17)". */
  Value.Item item(Ticket ticket) {
    LocalText shop = shop(ticket.wish().shop());
    return Value.Item.of(
        ticket.id(),
        each(
            shop,
            (language, text) -> {
              String number = " (" + ticket.number() + ")";
              return cut(text, most(language) - number.length()) + number;
            }));
  }

  Value.Local time(Instant at) {
    return new Value.Local(TimeWords.of(at, clock.instant()));
  }

  /** What is told of a ticket where it stands. */
  Map<String, Value> told(Standing standing) {
    Ticket ticket = standing.ticket();
    Map<String, Value> values = new HashMap<>();
    values.put("number", new Value.Whole(ticket.number()));
    values.put("shop", new Value.Local(shop(ticket.wish().shop())));
    Instant from = ticket.from();
    boolean later = from != null && from.isAfter(clock.instant());
    if (from != null && later) values.put("when", time(from));
    if (ticket.state().atCounter()) values.put("counter", new Value.Text(ticket.counter()));
    else if (!later && ticket.state().open()) {
      values.put("ahead", new Value.Whole(standing.ahead()));
      values.put("wait", new Value.Local(WaitWords.of(standing.estimate())));
    }
    return values;
  }

  LocalText shop(String id) {
    Optional<Shop> shop = shops.byId(id);
    return shop.map(s -> name(s.name())).orElseGet(() -> LocalText.same("?"));
  }

  /** A name as sentences and lists hold it. */
  static LocalText name(LocalText name) {
    return each(name, (language, text) -> cut(text, most(language)));
  }

  private static int most(Language language) {
    return language.script() == Script.ARABIC ? ARABIC : TicketOperations.LABEL;
  }

  private interface Cutting {
    String cut(Language language, String text);
  }

  private static LocalText each(LocalText text, Cutting cutting) {
    Map<Language, String> changed = new EnumMap<>(Language.class);
    text.byLanguage().forEach((language, t) -> changed.put(language, cutting.cut(language, t)));
    return new LocalText(changed);
  }

  /** Without what is in brackets. */
  private static String bare(String text) {
    int bracket = text.indexOf(" (");
    return bracket > 0 ? text.substring(0, bracket) : text;
  }

  /** What is in brackets goes first, then whole words, then letters of the only word. */
  private static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int bracket = text.indexOf(" (");
    if (bracket > 0) return cut(text.substring(0, bracket), most);
    int space = text.lastIndexOf(' ', most);
    return text.substring(0, space > most / 2 ? space : most).strip();
  }
}
