package ma.jisr.service.shops;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.table.BadCellException;
import ma.jisr.map.table.Row;
import ma.jisr.map.table.Table;

/** What trades are called. Drafts: the Darija and Tachelhit await a native reader. */
final class TradeWords {
  private static final Map<Trade, LocalText> NAMES = names();

  private TradeWords() {}

  static LocalText name(Trade trade) {
    return Objects.requireNonNull(NAMES.get(trade));
  }

  private static Map<Trade, LocalText> names() {
    Map<Trade, LocalText> names = new EnumMap<>(Trade.class);
    Table.resource(
        TradeWords.class,
        "/ma/jisr/service/shops/trades.csv",
        row -> names.put(row.oneOf("trade", Trade.class), name(row)));
    return names;
  }

  private static LocalText name(Row row) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      String text = row.need("name_" + language.tag());
      if (text.length() > Trade.MAX_NAME)
        throw new BadCellException(text + " has more than " + Trade.MAX_NAME + " characters");
      texts.put(language, text);
    }
    return new LocalText(texts);
  }
}
