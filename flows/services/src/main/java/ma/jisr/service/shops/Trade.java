package ma.jisr.service.shops;

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

  /** What it is called, in all languages of phones. */
  public LocalText words() {
    return TradeWords.name(this);
  }
}
