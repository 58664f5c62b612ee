package ma.jisr.service.shops;

import java.util.Optional;
import ma.jisr.base.LocalText;

/** What a shop or office is. Its names and the words for it: {@link TradeWords}. */
public enum Trade {
  /** A neighbourhood shop for food and everything. */
  GROCERY,
  GREENGROCER,
  BUTCHER,
  BAKERY,
  CAFE,
  PHARMACY,
  /** Doctors, dispensaries, hospitals, dentists. */
  CLINIC,
  BANK,
  /** Agencies where money is sent and bills are paid in cash. */
  MONEY,
  POST,
  /** Where papers are made: commune, caïdat, civil registry. */
  COMMUNE_OFFICE,
  /** The offices of the suppliers of water and electricity. */
  WATER_POWER,
  /** Telephones, recharges, repairs of them. */
  TELEPHONE,
  /** Barbers and hairdressers. */
  BARBER,
  TAILOR,
  GARAGE,
  /** Hardware and paints. */
  HARDWARE,
  /** Bottled gas. */
  GAS,
  MILL,
  HAMMAM,
  STATIONERY,
  OTHER;

  /** Longest name in any language, characters. */
  public static final int MAX_NAME = 20;

  /** The trade that a word in any language, or our own word for it, means. */
  public static Optional<Trade> of(String word) {
    for (Trade trade : values())
      if (trade.name().equalsIgnoreCase(word.strip())) return Optional.of(trade);
    return Optional.ofNullable(ShopWords.shipped().read(word).trade());
  }

  /** What it is called, in all languages of phones. */
  public LocalText words() {
    return TradeWords.name(this);
  }
}
